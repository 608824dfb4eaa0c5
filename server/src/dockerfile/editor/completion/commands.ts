import type { Completion } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { textOf } from '../../../engine/text';
import { fullName } from '../../../image/full-name';
import { imageBase } from '../../../knowledge/image-families';
import { packageManagers } from '../../../knowledge/package-managers';
import type { Run, RunCommand } from '../../model/dockerfile';
import { rootOf } from '../../model/stage-relations';
import { optionsOf, type PackageWord, packageCommand, subcommandsOf } from '../package-options';
import type { CompletionPlace } from './place';

const texts = templates({ manager: 'package manager of the parent image' });

/** Inside a `RUN`: package managers where a command starts, and what each of them takes. */
export function commandCompletions(place: CompletionPlace, run: Run): readonly Completion[] {
  const { dockerfile, word, typed, offset } = place;
  if (run.interpreter !== 'posix' || !/^[\w.-]*$/.test(typed)) return [];
  const command = commandTyped(place, run);
  if (command === undefined) {
    if (typed.startsWith('-')) return [];
    const before = dockerfile.text.slice(Math.max(0, word.start - 200), word.start);
    return startsCommand(before, dockerfile.escape) || place.before.every((other) => other.startsWith('--'))
      ? programs(place)
      : [];
  }
  const { words } = command;
  const others = words.filter(({ range }) => range !== undefined && range.end < word.start);
  if (others.length === 0) return programs(place);
  // What follows the cursor counts too: an option that is there need not be offered.
  const before = packageCommand(others.map(({ value }) => value));
  if (before === undefined) return [];
  const there = words.filter(({ range }) => range !== undefined && (range.start > offset || range.end < word.start));
  const range = word;
  const items = (found: readonly PackageWord[], kind: Completion['kind']): readonly Completion[] =>
    found
      .filter((each) => !there.some(({ value }) => value?.replace(/=.*/s, '') === each.word.replace(/=.*/s, '')))
      .map((each, order) => ({
        label: each.word,
        kind,
        detail: each.says,
        edit: { range, newText: each.word },
        order: each.valued ? 50 : order,
      }));
  if (typed.startsWith('-')) return items(optionsOf(before), 'flag');
  return before.subcommand === undefined ? items(subcommandsOf(before.manager), 'keyword') : [];
}

/** The command that an offset is in, or behind, with nothing but blanks between. */
function commandTyped({ dockerfile, offset }: CompletionPlace, { commands }: Run): RunCommand | undefined {
  const found = commands.findLast(
    ({ place: { command } }) => command.located && command.range.start <= offset && command.words.length > 0,
  );
  if (found === undefined) return undefined;
  const { range } = found.place.command;
  if (offset <= range.end) return found;
  const between = textOf(dockerfile.text, { start: range.end, end: offset });
  const isBlank = dockerfile.escape === '`' ? /^(?:[ \t]|`[ \t]*\r?\n)*$/ : /^(?:[ \t]|\\[ \t]*\r?\n)*$/;
  return between !== '' && isBlank.test(between) ? found : undefined;
}

/** Whether a command starts behind a text: behind an operator, or a word that wants one. */
const startsCommand = (before: string, escapeCharacter: string): boolean =>
  /(?:&&|\|\|?|;|\(|\{|\b(?:then|do|else|exec|sudo))\s*$/.test(
    before.replaceAll(escapeCharacter === '`' ? /`[ \t]*\r?\n/g : /\\[ \t]*\r?\n/g, ''),
  );

/** The package manager that the parent image has. */
function programs({ stage, word }: CompletionPlace): readonly Completion[] {
  const parent = stage && rootOf(stage).parent;
  if (parent?.kind !== 'image') return [];
  const { reference } = parent;
  const name = fullName(reference);
  const base = imageBase(name, reference.tag);
  return packageManagers
    .filter(({ id, images }) => id === base.packageManager || images?.includes(reference.repository) === true)
    .flatMap(({ commands }) => commands.slice(0, 1))
    .map((label, order) => ({
      label,
      kind: 'program',
      detail: rendered(texts.manager, {}),
      edit: { range: word, newText: label },
      order,
    }));
}
