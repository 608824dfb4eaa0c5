import type { SuppressedId } from '../../engine/suppression';
import { rangeOf, type TextRange } from '../../engine/text';
import type { Scalar } from '../model/nodes';

/** A list of ids, and where it stands. */
export interface IdList {
  readonly text: string;
  /** Where the characters from `start` to `end` of the text stand in the document. */
  rangeOf(start: number, end: number): TextRange;
}

export const writtenList = (text: string, at: number): IdList => ({
  text,
  rangeOf: (start, end) => rangeOf(at + start, at + end),
});

/** The list in an annotation's value: when its characters cannot be placed, each id stands for the whole value. */
export function listIn(node: Scalar): IdList {
  const text = typeof node.value === 'string' ? node.value : node.source;
  const offsets = node.offsets?.();
  return {
    text,
    rangeOf(start, end) {
      const from = offsets?.[start];
      const last = offsets?.[end - 1];
      return from === undefined || last === undefined ? node.range : rangeOf(from, last + 1);
    },
  };
}

/** The words of a list that blanks and commas separate. */
export const idsIn = (list: IdList, aliasOf: (written: string) => string): readonly SuppressedId[] =>
  Array.from(list.text.matchAll(/[^\s,]+/g), ({ 0: written, index }) => ({
    id: aliasOf(written),
    range: list.rangeOf(index, index + written.length),
  }));
