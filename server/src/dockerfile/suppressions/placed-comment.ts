import type { SuppressedId, Suppression } from '../../engine/suppression';
import { lineEnd, nextLineStart, type TextRange } from '../../engine/text';
import type { Dockerfile, Instruction } from '../model/dockerfile';

/** A comment with what it can be about. */
export interface PlacedComment {
  readonly range: TextRange;
  /** As written, from the `#` on. */
  readonly written: string;
  /** Without the `#` and the blanks around. */
  readonly text: string;
  /** The instruction that it stands inside of. */
  readonly inside: Instruction | undefined;
  /** The next instruction, however far below. */
  readonly below: Instruction | undefined;
  /** The instruction on the very next line. */
  readonly next: Instruction | undefined;
  /** Whether an instruction stands above. */
  readonly first: boolean;
}

/** Every comment of a file with the instruction that it stands above or inside of. */
export function placedComments(dockerfile: Dockerfile): readonly PlacedComment[] {
  const { text, comments, instructions } = dockerfile;
  let index = 0;
  return comments.map((comment) => {
    const { range, inside } = comment;
    while ((instructions[index]?.range.start ?? Infinity) < range.start) index++;
    const below = instructions[index];
    const line = nextLineStart(text, range.end);
    const adjoins = below !== undefined && below.range.start <= lineEnd(text, line) && inside === undefined;
    return {
      range,
      written: text.slice(range.start, range.end),
      text: comment.text,
      inside,
      below,
      next: adjoins ? below : undefined,
      first: index === 0,
    };
  });
}

export const wholeFile = ({ text }: Dockerfile): TextRange => ({ start: 0, end: text.length });

/**
 * Finds the ids of a list, with their places in the document.
 * @param list as written
 * @param start offset of the list in the document
 * @param idOf makes a rule's alias of what is written
 */
export const idsIn = (list: string, start: number, idOf: (written: string) => string): readonly SuppressedId[] =>
  Array.from(list.matchAll(/[^\s,]+/g), ({ 0: written, index }) => ({
    id: idOf(written),
    range: { start: start + index, end: start + index + written.length },
  }));

export const suppression = (
  owner: string,
  { range }: Pick<PlacedComment, 'range'>,
  ids: Suppression['ids'],
  reach: TextRange,
): Suppression => ({ owner, ids, reach, range });
