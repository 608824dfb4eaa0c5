import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver';
import type { Occurrence } from '../engine/editor';
import type { EditorRequest } from './editor-request';
import { rangeIn } from './positions';
import { symbolAt } from './symbol';

const kinds: Readonly<Record<Occurrence['role'], DocumentHighlightKind>> = {
  definition: DocumentHighlightKind.Write,
  write: DocumentHighlightKind.Write,
  read: DocumentHighlightKind.Read,
};

/** The places to light up while the cursor is on a name; `null` where nothing is named: equal words then light up. */
export function highlightsAt(request: EditorRequest, position: Position): DocumentHighlight[] | null {
  const symbol = symbolAt(request, position);
  return (
    symbol?.occurrences.map(({ range, role }) => ({ range: rangeIn(request.document, range), kind: kinds[role] })) ??
    null
  );
}
