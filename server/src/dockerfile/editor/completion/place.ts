import { contains, rangeOf, type TextRange } from '../../../engine/text';
import type { Dockerfile, Instruction, Stage } from '../../model/dockerfile';

/** Where something is being typed. */
export interface CompletionPlace {
  readonly dockerfile: Dockerfile;
  readonly offset: number;
  /** What `ONBUILD` triggers, where the offset is in that. */
  readonly instruction: Instruction;
  /** The stage that the instruction stands in. */
  readonly stage: Stage | undefined;
  /** Between blanks: the word that the offset is in, at its start or at its end. */
  readonly word: TextRange;
  /** Of the word, what stands in front of the offset. */
  readonly typed: string;
  /** The words between keyword and this word. */
  readonly before: readonly string[];
  /** In the lines of a here-document. */
  readonly inHeredoc: boolean;
}

/** Where an offset is, behind the keyword of an instruction; `undefined` anywhere else. */
export function completionPlace(dockerfile: Dockerfile, offset: number): CompletionPlace | undefined {
  const outer = instructionTyped(dockerfile, offset);
  if (outer === undefined) return undefined;
  const trigger = outer.keyword === 'ONBUILD' ? outer.trigger : undefined;
  const instruction = trigger !== undefined && trigger.keywordRange.end < offset ? trigger : outer;
  const { keywordRange, heredocs, stage } = instruction;
  if (offset <= keywordRange.end) return undefined;
  const { text } = dockerfile;
  const word = wordAround(text, offset);
  return {
    dockerfile,
    offset,
    instruction,
    stage: stage === undefined ? undefined : dockerfile.stages[stage],
    word,
    typed: text.slice(word.start, offset),
    before: wordsIn(dockerfile, keywordRange.end, word.start),
    inHeredoc: heredocs.some(
      ({ body, terminator }) => terminator !== undefined && contains(body, rangeOf(offset, offset)),
    ),
  };
}

/** The instruction whose lines an offset is in, also behind the blanks at its end and on a line that continues it. */
export function instructionTyped(
  { text, instructions, escape: escapeCharacter }: Dockerfile,
  offset: number,
): Instruction | undefined {
  const instruction = instructions.findLast(({ range }) => range.start <= offset);
  if (instruction === undefined) return undefined;
  const { end } = instruction.range;
  if (offset <= end) return instruction;
  const rest = text.slice(end, offset);
  if (/^[ \t]*$/.test(rest)) return instruction;
  const continues =
    text[end - 1] === escapeCharacter && !instruction.heredocs.some(({ terminator }) => terminator?.end === end);
  return continues && /^[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*$/.test(rest) ? instruction : undefined;
}

const longestWord = 1000;

/** The stretch without blanks around an offset. */
export function wordAround(text: string, offset: number): TextRange {
  const before = /\S*$/.exec(text.slice(Math.max(0, offset - longestWord), offset))?.[0].length ?? 0;
  const after = /^\S*/.exec(text.slice(offset, offset + longestWord))?.[0].length ?? 0;
  return rangeOf(offset - before, offset + after);
}

/** More text than this is no list of words that anybody completes. */
const longestText = 10_000;

function wordsIn({ text, escape: escapeCharacter }: Dockerfile, start: number, end: number): readonly string[] {
  if (end <= start || end - start > longestText) return [];
  return text
    .slice(start, end)
    .split('\n')
    .filter((line, index) => index === 0 || !/^\s*#/.test(line))
    .map((line) => (/[\\`]\s*$/.test(line) ? line.trimEnd().replace(escapeCharacter === '`' ? /`$/ : /\\$/, '') : line))
    .join('')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The words that are no flags. */
export const operandsIn = ({ before }: Pick<CompletionPlace, 'before'>): readonly string[] => {
  const first = before.findIndex((word) => !word.startsWith('--'));
  return first === -1 ? [] : before.slice(first);
};
