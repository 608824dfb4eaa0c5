import {
  TextEdit as ProtocolTextEdit,
  type SnippetTextEdit,
  StringValue,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../engine/text';
import type { ClientFeatures } from './client-features';
import { rangeIn } from './positions';

/** The edits of a fix to one open document, in the best form that the client takes. */
export function workspaceEdit(
  document: TextDocument,
  edits: readonly TextEdit[],
  features: ClientFeatures,
): WorkspaceEdit {
  if (!features.versionedEdits) return { changes: { [document.uri]: edits.map((edit) => plainEdit(document, edit)) } };
  const change: TextDocumentEdit = {
    textDocument: { uri: document.uri, version: document.version },
    edits: features.snippetEdits ? snippetEdits(document, edits) : edits.map((edit) => plainEdit(document, edit)),
  };
  return { documentChanges: [change] };
}

export const plainEdit = (document: TextDocument, edit: TextEdit): ProtocolTextEdit =>
  ProtocolTextEdit.replace(rangeIn(document, edit.range), edit.newText);

/** Tab stops are counted through all edits, so that the cursor visits them in order. */
function snippetEdits(document: TextDocument, edits: readonly TextEdit[]): (ProtocolTextEdit | SnippetTextEdit)[] {
  let stop = 0;
  return edits.map((edit) => {
    if (edit.placeholders === undefined || edit.placeholders.length === 0) return plainEdit(document, edit);
    let value = '';
    let at = 0;
    for (const { start, end, choices } of edit.placeholders) {
      stop++;
      const inside = edit.newText.slice(start, end);
      value += escaped(edit.newText.slice(at, start));
      value +=
        choices === undefined
          ? `\${${stop}:${escaped(inside)}}`
          : `\${${stop}|${choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
      at = end;
    }
    value += escaped(edit.newText.slice(at));
    return { range: rangeIn(document, edit.range), snippet: StringValue.createSnippet(value) };
  });
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
