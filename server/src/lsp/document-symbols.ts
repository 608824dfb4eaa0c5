import { type DocumentSymbol, type SymbolInformation, SymbolKind, SymbolTag } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OutlineEntry, OutlineKind } from '../engine/editor';
import type { ClientFeatures } from './client-features';
import type { EditorRequest } from './editor-request';
import { rangeIn } from './positions';

const kinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  stage: SymbolKind.Module,
  instruction: SymbolKind.Function,
  variable: SymbolKind.Variable,
  object: SymbolKind.Class,
  container: SymbolKind.Module,
  field: SymbolKind.Field,
  list: SymbolKind.Array,
};

/** The outline of a document, flat for clients that know no trees; `null` where the language has none. */
export function documentSymbols(
  { document, model, editor, context }: EditorRequest,
  { symbolTree }: ClientFeatures,
): DocumentSymbol[] | SymbolInformation[] | null {
  const entries = editor.outline?.(model, context);
  if (entries === undefined) return null;
  return symbolTree
    ? entries.map((entry) => symbolOf(document, entry))
    : entries.flatMap((entry) => flattened(document, entry));
}

const symbolOf = (document: TextDocument, entry: OutlineEntry): DocumentSymbol => ({
  name: entry.name,
  kind: kinds[entry.kind],
  range: rangeIn(document, entry.range),
  selectionRange: rangeIn(document, entry.nameRange),
  ...(entry.detail !== undefined && { detail: entry.detail }),
  ...(entry.deprecated === true && { tags: [SymbolTag.Deprecated] }),
  ...(entry.children.length > 0 && { children: entry.children.map((child) => symbolOf(document, child)) }),
});

function flattened(document: TextDocument, entry: OutlineEntry, parent?: string): SymbolInformation[] {
  const { name, kind, range, children } = entry;
  const location = { uri: document.uri, range: rangeIn(document, range) };
  const own: SymbolInformation = {
    name,
    kind: kinds[kind],
    location,
    ...(parent !== undefined && { containerName: parent }),
  };
  return [own, ...children.flatMap((child) => flattened(document, child, name))];
}
