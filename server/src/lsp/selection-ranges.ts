import type { Position, SelectionRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { contains, rangeOf, sameRange, type TextRange } from '../engine/text';
import type { EditorRequest } from './editor-request';
import { rangeIn } from './positions';

/** For each position, the stretches around it that can be selected one after the other; `null` where there are none. */
export function selectionRanges(request: EditorRequest, positions: readonly Position[]): SelectionRange[] | null {
  const { document, model, editor, context } = request;
  const found = positions.flatMap((position) => {
    const ranges = editor.selections?.(model, document.offsetAt(position), context);
    return ranges === undefined ? [] : [selectionAt(document, position, ranges)];
  });
  return found.length < positions.length ? null : found;
}

function selectionAt(document: TextDocument, position: Position, found: readonly TextRange[]): SelectionRange {
  const offset = document.offsetAt(position);
  const all = growing([...found, rangeOf(0, document.getText().length)], offset);
  let around: SelectionRange | undefined;
  for (const range of all.toReversed())
    around = { range: rangeIn(document, range), ...(around !== undefined && { parent: around }) };
  return around ?? { range: rangeIn(document, rangeOf(offset, offset)) };
}

/** Those around an offset of which each is larger than the one before: the protocol allows no others. */
function growing(ranges: readonly TextRange[], offset: number): readonly TextRange[] {
  const kept: TextRange[] = [];
  for (const range of ranges) {
    const last = kept.at(-1) ?? rangeOf(offset, offset);
    if (contains(range, last) && (kept.length === 0 || !sameRange(range, last))) kept.push(range);
  }
  return kept;
}
