import type { Location, LocationLink, Position } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features';
import type { EditorRequest } from './editor-request';
import { rangeIn } from './positions';
import { symbolAt } from './symbol';

/** Where the thing at a position is defined; `null` where nothing is named. */
export function definitionAt(
  request: EditorRequest,
  position: Position,
  { definitionLinks }: ClientFeatures,
): Location[] | LocationLink[] | null {
  const { document } = request;
  const symbol = symbolAt(request, position);
  if (symbol === undefined) return null;
  const { uri } = document;
  const { definitions } = symbol;
  if (!definitionLinks) return definitions.map(({ range }) => ({ uri, range: rangeIn(document, range) }));
  return definitions.map(({ range, whole }) => ({
    originSelectionRange: rangeIn(document, symbol.range),
    targetUri: uri,
    targetRange: rangeIn(document, whole),
    targetSelectionRange: rangeIn(document, range),
  }));
}
