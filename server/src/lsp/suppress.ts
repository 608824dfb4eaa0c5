import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../engine/finding';
import type { Language } from '../engine/language';
import { silenceFile, silenceLine } from '../engine/silence';
import type { ClientFeatures } from './client-features';
import { diagnosticOf } from './diagnostics';
import { workspaceEdit } from './edits';

/** A file as it was analysed, for those who silence findings in it. */
export interface Silenceable {
  readonly document: TextDocument;
  readonly language: Language;
  readonly model: object;
}

/**
 * The ways to silence one finding: here, in this file, everywhere. Each merges into what is there.
 * @param switchedOff the edit that switches the rule off in the settings file, when it can be made
 */
export function suppressionActions(
  finding: Finding,
  { document, language, model }: Silenceable,
  features: ClientFeatures,
  switchedOff: WorkspaceEdit | undefined,
): readonly CodeAction[] {
  const { rule, range } = finding;
  const text = document.getText();
  const suppressions = language.suppressionsOf(model);
  const line = language.lineAnchor(model, range.start);
  const head = language.fileAnchor(model);
  const action = (title: string, edit: WorkspaceEdit): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(document, finding, features)],
    edit,
  });
  const actions: CodeAction[] = [];
  if (line !== undefined) {
    const edits = silenceLine(text, suppressions, rule, line, range.start);
    actions.push(action(`Ignore ${rule} here`, workspaceEdit(document, edits, features)));
  }
  if (head !== undefined) {
    const edits = silenceFile(text, suppressions, rule, head);
    actions.push(action(`Ignore ${rule} in this file`, workspaceEdit(document, edits, features)));
  }
  if (switchedOff !== undefined) actions.push(action(`Switch ${rule} off in .plimsoll.yaml`, switchedOff));
  return actions;
}
