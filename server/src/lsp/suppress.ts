import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../engine/finding';
import type { Language } from '../engine/language';
import { rendered, templates } from '../engine/message';
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

const texts = templates({
  here: 'Ignore {rule} here',
  file: 'Ignore {rule} in this file',
  everywhere: 'Switch {rule} off in .plimsoll.yaml',
});

/** What stands where the reason goes, selected, until somebody writes one. */
const reasonPlaceholder = 'reason';

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
  const reason = features.snippetEdits ? reasonPlaceholder : undefined;
  const action = (title: string, edit: WorkspaceEdit): CodeAction => ({
    title: rendered(title, { rule }),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(document, finding, features)],
    edit,
  });
  const actions: CodeAction[] = [];
  if (line !== undefined) {
    const edits = silenceLine(text, suppressions, rule, line, range.start, reason);
    actions.push(action(texts.here, workspaceEdit(document, edits, features)));
  }
  if (head !== undefined) {
    const edits = silenceFile(text, suppressions, rule, head, reason);
    actions.push(action(texts.file, workspaceEdit(document, edits, features)));
  }
  if (switchedOff !== undefined) actions.push(action(texts.everywhere, switchedOff));
  return actions;
}
