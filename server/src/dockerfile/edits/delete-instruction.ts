import { deletion, lineEnd, lineStart, nextLineStart, rangeOf, type TextEdit, type TextRange } from '../../engine/text';
import type { Dockerfile, Instruction } from '../model/dockerfile';
import { merged } from './cut';
import { outerRange } from './lines';

/** Which comments stay when an instruction goes: all; those above it, but not those inside it; or neither. */
export type CommentsKept = 'all' | 'above' | 'none';

/**
 * Takes an instruction away with its lines, and one of the blank lines around it where it stood between two. Comments
 * inside it that stay become comment lines of the file.
 */
export function deleteInstruction(
  dockerfile: Dockerfile,
  instruction: Instruction,
  kept: CommentsKept = 'all',
): readonly TextEdit[] {
  const { text } = dockerfile;
  const outer = outerRange(instruction);
  const first = kept === 'none' ? (instruction.comments[0]?.range.start ?? outer.start) : outer.start;
  const from = lineStart(text, first);
  const start = from === 0 && text.startsWith('\uFEFF') ? 1 : from;
  const end = nextLineStart(text, outer.end);
  const comments = kept === 'all' ? upToLastLine(text, end, commentLines(dockerfile, instruction)) : [];
  if (comments.length > 0) return merged(without(rangeOf(start, end), comments)).map(deletion);
  return [deletion(withBlankLines(text, start, end))];
}

/** Whole lines `start` to `end`, with the blank lines that would be too many without them. */
function withBlankLines(text: string, start: number, end: number): TextRange {
  const blankAbove = blankLinesAbove(text, start);
  const isFirst = text.slice(0, start).trim() === '';
  const endsFile = text.slice(end).trim() === '';
  if (endsFile && !isFirst) {
    const hasLineEnd = text.charAt(end - 1) === '\n';
    return hasLineEnd ? rangeOf(blankAbove, end) : rangeOf(lineEnd(text, lineStart(text, blankAbove - 1)), end);
  }
  const below = nextLineStart(text, end);
  const blankBelow = end < text.length && text.slice(end, below).trim() === '';
  return rangeOf(start, blankBelow && (blankAbove < start || isFirst) ? below : end);
}

/** Start of the blank lines that end at `start`. */
function blankLinesAbove(text: string, start: number): number {
  let at = start;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (text.slice(above, at).trim() !== '') break;
    at = above;
  }
  return at;
}

/** The comments inside an instruction, those of its scripts too, to the end of their lines. */
function commentLines({ text }: Dockerfile, instruction: Instruction): readonly TextRange[] {
  const found = [...instruction.innerComments.map(({ range }) => range), ...scriptComments(instruction)];
  return found
    .filter(({ start }) => !text.startsWith('#!', start))
    .map(({ start }) =>
      rangeOf(
        /^[ \t]*$/.test(text.slice(lineStart(text, start), start)) ? lineStart(text, start) : start,
        nextLineStart(text, start),
      ),
    )
    .sort((one, other) => one.start - other.start);
}

/** A file whose last line is not ended stays so when its last line goes: that of the last comment is not ended either. */
function upToLastLine(text: string, end: number, comments: readonly TextRange[]): readonly TextRange[] {
  const last = comments.at(-1);
  if (last === undefined || end < text.length || text.endsWith('\n')) return comments;
  return [...comments.slice(0, -1), rangeOf(last.start, lineEnd(text, last.start))];
}

/** A comment that runs over a continuation is none to the person who reads it. */
function scriptComments(instruction: Instruction): readonly TextRange[] {
  if (instruction.keyword === 'RUN') return instruction.scripts.flatMap(({ comments }) => comments);
  const form = 'command' in instruction ? instruction.command : undefined;
  return form?.form === 'shell' ? (form.script?.comments ?? []) : [];
}

/** What is left of a range without others, which are in order. */
function without(range: TextRange, others: readonly TextRange[]): readonly TextRange[] {
  const left: TextRange[] = [];
  let at = range.start;
  for (const other of others) {
    if (at < other.start) left.push(rangeOf(at, other.start));
    at = Math.max(at, other.end);
  }
  if (at < range.end) left.push(rangeOf(at, range.end));
  return left;
}
