import { insertion, lineEnd, lineStart, rangeOf, replacement, type TextEdit } from '../../engine/text';
import type { Dockerfile, Instruction } from '../model/dockerfile';
import { indentationAt, outerRange } from './lines';

/** Where a new instruction goes: above another one and its comments, or below another one. */
export type InstructionPlace = { readonly before: Instruction } | { readonly after: Instruction };

/**
 * Puts a new instruction on a line of its own, with the line ending, the indentation, and the habit of blank lines between
 * instructions that the file has.
 * @param written the instruction, or several joined by `\n`; see `keywordFor` for the case of its keyword
 */
export function insertInstruction(
  dockerfile: Dockerfile,
  place: InstructionPlace,
  written: string,
): readonly TextEdit[] {
  const { text, lineEnding } = dockerfile;
  const anchor = 'before' in place ? place.before : place.after;
  const outer = outerRange(anchor);
  const lines = indented(dockerfile, anchor, written.split('\n'));
  const gap = separatesByBlankLines(dockerfile) ? lineEnding : '';
  if ('after' in place) {
    const end = endOfLine(text, outer.end);
    return [replacement(rangeOf(danglingContinuation(dockerfile, outer.start, end), end), lineEnding + gap + lines)];
  }
  return [insertion(startOfLine(text, anchor.comments[0]?.range.start ?? outer.start), lines + lineEnding + gap)];
}

/** Where a continuation starts that nothing follows, and that would swallow a new line; `end` without one. */
function danglingContinuation({ text, escape: escapeCharacter }: Dockerfile, start: number, end: number): number {
  const words = text.slice(start, end).trimEnd();
  if (!words.endsWith(escapeCharacter) || words.at(-2) === escapeCharacter) return end;
  return start + words.slice(0, -1).trimEnd().length;
}

/** Puts comment lines above an instruction, below those that it has. */
export function insertComments(
  dockerfile: Dockerfile,
  instruction: Instruction,
  comments: readonly string[],
): readonly TextEdit[] {
  if (comments.length === 0) return [];
  const { text, lineEnding } = dockerfile;
  const at = startOfLine(text, outerRange(instruction).start);
  return [insertion(at, indented(dockerfile, instruction, comments) + lineEnding)];
}

const indented = ({ text, lineEnding }: Dockerfile, like: Instruction, lines: readonly string[]): string => {
  const indentation = indentationAt(text, outerRange(like).start);
  return lines.map((line) => indentation + line).join(lineEnding);
};

/** End of the line that holds an offset, in front of a carriage return that a new line feed would join. */
const endOfLine = (text: string, offset: number): number => {
  const end = lineEnd(text, offset);
  return end > offset && text.charAt(end - 1) === '\r' ? end - 1 : end;
};

/** Start of the line that holds an offset, behind a byte order mark. */
const startOfLine = (text: string, offset: number): number => {
  const start = lineStart(text, offset);
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
};

/** Whether most neighbours in the file have a blank line between them. */
function separatesByBlankLines({ text, instructions }: Dockerfile): boolean {
  let apart = 0;
  let together = 0;
  for (const [index, instruction] of instructions.entries()) {
    const next = instructions[index + 1];
    if (next === undefined || next.keyword === 'FROM') continue;
    if (/\n[ \t]*\r?\n/.test(text.slice(instruction.range.end, next.range.start))) apart += 1;
    else together += 1;
  }
  return apart > together;
}
