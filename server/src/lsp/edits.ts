import {
  type AnnotatedTextEdit,
  TextEdit as ProtocolTextEdit,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../engine/text';
import type { ClientFeatures } from './client-features';
import { rangeIn } from './positions';
import { snippetEdit } from './snippet-edit';

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

/** The edits of a refactoring, said to be one in the preview of a client that has one. */
export function annotatedEdit(
  document: TextDocument,
  edits: readonly TextEdit[],
  label: string,
  features: ClientFeatures,
): WorkspaceEdit {
  if (!features.versionedEdits || !features.annotatesEdits) return workspaceEdit(document, edits, features);
  const annotationId = 'refactoring';
  const change: TextDocumentEdit = {
    textDocument: { uri: document.uri, version: document.version },
    edits: edits.map((edit): AnnotatedTextEdit => ({ ...plainEdit(document, edit), annotationId })),
  };
  return { documentChanges: [change], changeAnnotations: { [annotationId]: { label, needsConfirmation: false } } };
}

export const plainEdit = (document: TextDocument, edit: TextEdit): ProtocolTextEdit =>
  ProtocolTextEdit.replace(rangeIn(document, edit.range), edit.newText);

/** Tab stops are counted through all edits, so that the cursor visits them in order. */
function snippetEdits(document: TextDocument, edits: readonly TextEdit[]): (ProtocolTextEdit | SnippetTextEdit)[] {
  let stop = 1;
  return edits.map((edit) => {
    const count = edit.placeholders?.length ?? 0;
    const snippet = count === 0 ? undefined : snippetEdit(document, edit, stop);
    stop += count;
    return snippet ?? plainEdit(document, edit);
  });
}
