import type { TextRange } from '../../engine/text';
import type { Comment, Directive, Instruction } from './dockerfile';
import type { Lines } from './logical-lines';

/** A comment until the instruction that it stands in is made. */
interface PlacedComment extends Comment {
  inside: Instruction | undefined;
}

export interface CommentsAround {
  /** Every comment between the instruction before and this one. */
  readonly before: readonly Comment[];
  /** The last of them without a blank line between, down to the instruction. */
  readonly above: readonly Comment[];
  readonly inside: readonly PlacedComment[];
}

export interface PlacedComments {
  readonly all: readonly Comment[];
  /** The comments around an instruction; to be asked in the order of the instructions. */
  around(range: TextRange): CommentsAround;
}

/** Makes comments of the comment lines that are no directives. */
export function commentsOf(text: string, lines: Lines, directives: readonly Directive[]): PlacedComments {
  const directiveStarts = new Set(directives.map(({ range }) => range.start));
  const all = lines.comments
    .filter(({ start }) => !directiveStarts.has(start))
    .map((range): PlacedComment => {
      const content = text.slice(range.start + 1, range.end).trim();
      return { range, text: content, inside: undefined };
    });
  let next = 0;
  const taken = (until: number): readonly PlacedComment[] => {
    const start = next;
    while ((all[next]?.range.start ?? Infinity) < until) next++;
    return all.slice(start, next);
  };
  return {
    all,
    around: ({ start, end }) => {
      const before = taken(start);
      return { before, above: adjacent(text, before, start), inside: taken(end) };
    },
  };
}

function adjacent(text: string, comments: readonly Comment[], start: number): readonly Comment[] {
  let first = comments.length;
  let below = start;
  while (first > 0) {
    const range = comments[first - 1]?.range;
    if (range === undefined || !/^[^\n]*\n[^\n]*$/.test(text.slice(range.end, below))) break;
    below = range.start;
    first--;
  }
  return comments.slice(first);
}
