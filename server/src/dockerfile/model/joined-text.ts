import type { TextRange } from '../../engine/text';
import { type ShellSource, sourceAt } from '../../shell/source';

/** An unbroken stretch: the character at `index` of the joined text stands at `offset` of the document. */
export interface Piece {
  readonly index: number;
  readonly offset: number;
}

/**
 * The text of an instruction as BuildKit reads it: its lines joined, without continuations and the comments and blank
 * lines between them. Every character knows its place in the document.
 */
export function joinedText(text: string, pieces: readonly Piece[]): ShellSource {
  const [first] = pieces;
  if (first === undefined || pieces.length === 1) return sourceAt(text, first?.offset ?? 0);
  const offsetOf = (index: number): number => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.index ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low] ?? first;
    return piece.offset + index - piece.index;
  };
  const endOf = (index: number): number => (index === 0 ? offsetOf(0) : offsetOf(index - 1) + 1);
  const end = endOf(text.length);
  return { text, located: true, offsetOf: (index) => (index < text.length ? offsetOf(index) : end), endOf };
}

/** The range in the document of a stretch of a joined text; an empty one stands behind the character before it. */
export const rangeIn = (source: ShellSource, start: number, end: number): TextRange => {
  const last = source.endOf(end);
  return { start: start < end ? source.offsetOf(start) : last, end: last };
};

/** Whether a character is white space to Go's `unicode.IsSpace`, which is what BuildKit asks. */
export function isBlank(character: string | undefined): boolean {
  if (character === ' ' || character === '\t') return true;
  if (character === undefined || character === '' || character === '\uFEFF') return false;
  return character > ' ' && character < '\u0085' ? false : /^[\s\u0085]/.test(character);
}

/** Whether a character separates words where BuildKit splits at blanks: its `reWhitespace`, narrower than Go's. */
export const isSeparator = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\v' || character === '\f' || character === '\r';

/** The first index from `index` on, before `end`, whose character is not blank. */
export function skipBlanks(text: string, index: number, end: number): number {
  let at = index;
  while (at < end && isBlank(text[at])) at++;
  return at;
}

/** The index after the last character before `end`, from `start` on, that is not blank. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text[at - 1])) at--;
  return at;
}
