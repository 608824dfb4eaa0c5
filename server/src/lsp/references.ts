import type { Location, Position } from 'vscode-languageserver';
import type { EditorRequest } from './editor-request';
import { rangeIn } from './positions';
import { symbolAt } from './symbol';

/** Every place that means the same thing as the name at a position; `null` where nothing is named. */
export function referencesAt(request: EditorRequest, position: Position, withDefinition: boolean): Location[] | null {
  const { document } = request;
  const symbol = symbolAt(request, position);
  if (symbol === undefined) return null;
  return symbol.occurrences
    .filter(({ role }) => withDefinition || role !== 'definition')
    .map(({ range }) => ({ uri: document.uri, range: rangeIn(document, range) }));
}
