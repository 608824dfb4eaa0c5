import { shifted, type TextEdit } from '../../engine/text';

/** The edits of a document as those of the file in which it starts at an offset; `undefined` where there are none. */
export function inFile(edits: readonly TextEdit[], start: number): readonly TextEdit[];
export function inFile(edits: readonly TextEdit[] | undefined, start: number): readonly TextEdit[] | undefined;
export function inFile(edits: readonly TextEdit[] | undefined, start: number): readonly TextEdit[] | undefined {
  return edits?.map((edit) => ({ ...edit, range: shifted(edit.range, start) }));
}
