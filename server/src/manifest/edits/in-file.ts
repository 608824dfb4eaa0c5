import { shifted, type TextEdit } from '../../engine/text';

/** The edits of a document as those of the file in which it starts at an offset. */
export const inFile = (edits: readonly TextEdit[], start: number): readonly TextEdit[] =>
  edits.map((edit) => ({ ...edit, range: shifted(edit.range, start) }));
