import { closest } from '../../engine/closest';
import type { Safety } from '../../engine/fix';
import { deletion, insertion, rangeOf, replacement, type TextEdit, textOf } from '../../engine/text';
import { splitWords } from '../../shell/quote';
import type { Dockerfile, Instruction } from '../model/dockerfile';
import { flagNames } from '../model/flag-names';
import type { SyntaxProblem } from '../model/syntax-problems';
import { cutOut } from './cut';
import { execFormText } from './exec-form';
import { likeKeyword } from './keyword';
import { wholeLines } from './whole-lines';

export type SyntaxMendName = 'mean' | 'remove' | 'insert' | 'array' | 'quote' | 'backslash' | 'backtick';

/** A way to make BuildKit accept what it refuses. */
export interface SyntaxMend {
  readonly name: SyntaxMendName;
  /** The text that comes in. */
  readonly meant?: string;
  readonly safety?: Safety;
  readonly edits: readonly TextEdit[];
}

const keywords = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
];

/** How a syntax problem can be mended, the best way first; none where only its writer can tell. */
export function syntaxMends(
  dockerfile: Dockerfile,
  { kind, range, instruction }: SyntaxProblem,
): readonly SyntaxMend[] {
  const written = textOf(dockerfile.text, range);
  const meaning = (meant: string | undefined): readonly SyntaxMend[] =>
    meant === undefined ? [] : [{ name: 'mean', meant, edits: [replacement(range, meant)] }];
  switch (kind) {
    case 'escape-directive':
      return [
        { name: 'backslash', edits: [replacement(range, '\\')] },
        { name: 'backtick', edits: [replacement(range, '`')] },
      ];
    case 'duplicate-directive':
      return withoutDirective(dockerfile, range.start);
    default:
      break;
  }
  if (instruction === undefined) return [];
  const { keywordText } = instruction;
  switch (kind) {
    case 'unknown-instruction': {
      const meant = closest(keywordText, keywords);
      return meaning(meant && likeKeyword(keywordText, meant));
    }
    case 'as':
      return /^[a-z]{1,3}$/i.test(written) ? meaning(likeKeyword(keywordText, 'AS')) : [];
    case 'duration':
      return /^\d+$/.test(written) ? meaning(`${written}s`) : [];
    case 'unknown-flag':
      return knownFlag(instruction, range.start);
    case 'extra-argument': {
      const edits = cutOut(dockerfile, instruction, [range]);
      return edits === undefined ? [] : [{ name: 'remove', edits }];
    }
    case 'healthcheck-type': {
      const meant = likeKeyword(keywordText, 'CMD');
      return [{ name: 'insert', meant, edits: [insertion(range.start, `${meant} `)] }];
    }
    case 'shell-words': {
      const words = written.includes('\n') ? undefined : splitWords(written);
      const meant = words && execFormText(dockerfile, words);
      return meant === undefined ? [] : [{ name: 'array', meant, edits: [replacement(range, meant)] }];
    }
    case 'missing-equals':
      return quotedValue(dockerfile, instruction, range.start);
    default:
      return [];
  }
}

function withoutDirective(dockerfile: Dockerfile, offset: number): readonly SyntaxMend[] {
  const { directives } = dockerfile;
  const repeated = directives.find(({ range }) => range.start === offset);
  const first = directives.find(({ name }) => name === repeated?.name);
  if (repeated === undefined) return [];
  const safety = repeated.value === first?.value ? 'safe' : 'behaviour';
  return [{ name: 'remove', safety, edits: [deletion(wholeLines(dockerfile, repeated.range))] }];
}

function knownFlag({ flags, keyword }: Instruction, offset: number): readonly SyntaxMend[] {
  const flag = flags.find(({ range }) => range.start === offset);
  const meant = flag && closest(flag.name, flagNames(keyword));
  if (flag === undefined || meant === undefined) return [];
  const name = rangeOf(flag.range.start, flag.range.start + 2 + flag.name.length);
  return [{ name: 'mean', meant: `--${meant}`, edits: [replacement(name, `--${meant}`)] }];
}

/** `NAME=two words`: the words behind the value are part of it. Offered at the first of them. */
function quotedValue({ text }: Dockerfile, instruction: Instruction, offset: number): readonly SyntaxMend[] {
  if (instruction.keyword !== 'ENV' && instruction.keyword !== 'LABEL') return [];
  const { properties } = instruction;
  const index = properties.findIndex(({ range }) => range.start === offset);
  const first = properties[index - 1]?.value;
  if (first === undefined || first.text !== first.value) return [];
  const next = properties.findIndex(({ value }, at) => at > index && value !== undefined);
  const last = properties[next === -1 ? properties.length - 1 : next - 1];
  const range = rangeOf(first.range.start, last?.range.end ?? first.range.end);
  const meant = textOf(text, range);
  if (/["'\\`\r\n]/.test(meant)) return [];
  return [{ name: 'quote', meant, edits: [insertion(range.start, '"'), insertion(range.end, '"')] }];
}
