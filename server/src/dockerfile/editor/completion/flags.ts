import type { Completion } from '../../../engine/editor';
import { rangeOf, type TextRange } from '../../../engine/text';
import type { Keyword } from '../../model/dockerfile';
import { flagNames } from '../../model/flag-names';
import { type FlagText, flagTexts } from '../instruction-texts';
import { type CompletionPlace, operandsIn } from './place';

/** What values to begin with, where any other is as likely as those that can be listed. */
const examples: Readonly<Record<string, string>> = {
  interval: '30s',
  timeout: '3s',
  'start-period': '10s',
  'start-interval': '2s',
  retries: '3',
  exclude: '*.md',
  checksum: 'sha256:',
};

/** The flags of an instruction that are not there yet, in front of its words. */
export function flagCompletions(place: CompletionPlace): readonly Completion[] {
  const { instruction, typed, word, dockerfile, before } = place;
  if (!/^-{1,2}[a-z-]*$/.test(typed) || operandsIn(place).length > 0) return [];
  const { keyword } = instruction;
  const rest = /^[a-z-]*/.exec(dockerfile.text.slice(place.offset, word.end))?.[0].length ?? 0;
  const range = rangeOf(word.start, place.offset + rest);
  const hasValue = dockerfile.text[range.end] === '=';
  return flagNames(keyword)
    .filter((name) => repeatable.has(name) || !before.some((other) => other.replace(/=.*/s, '') === `--${name}`))
    .map((name, index) => completionOf(keyword, name, flagTexts[keyword]?.[name], range, index, hasValue));
}

const repeatable: ReadonlySet<string> = new Set(['mount', 'exclude', 'device']);

function completionOf(
  keyword: Keyword,
  name: string,
  flag: FlagText | undefined,
  range: TextRange,
  order: number,
  hasValue: boolean,
): Completion {
  const takesValue = flag?.value !== undefined;
  const written = `--${name}${takesValue && !hasValue ? '=' : ''}`;
  const example = hasValue ? undefined : examples[name];
  const start = written.length;
  return {
    label: `--${name}`,
    kind: 'flag',
    ...(flag?.value !== undefined && { detail: flag.value }),
    edit:
      example === undefined
        ? { range, newText: written }
        : { range, newText: written + example, placeholders: [rangeOf(start, start + example.length)] },
    order,
    continues: takesValue && !hasValue && example === undefined,
    topic: `flag ${keyword} ${name}`,
  };
}
