import {
  type CancellationToken,
  commands,
  l10n,
  ProgressLocation,
  Range,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { SafeFixes } from '../../server/src/lsp/protocol';
import { workspaceFiles } from './workspace-files';

/** Files that are asked about at the same time. */
const together = 8;

/** Of texts as they would be; the rest of the URI is the file's. */
const fixedScheme = 'plimsoll-fixed';

type Fixes = ReadonlyMap<Uri, SafeFixes>;

/**
 * Collects the safe fixes of all files of the workspace, with progress that can be cancelled, and shows what they would
 * change. Nothing is changed before somebody has said so: everything, or what is chosen in the editor's own preview.
 * @param fixesOf asks the server; `null` where a file has no safe fixes
 */
export async function fixWorkspace(fixesOf: (uri: Uri) => Promise<SafeFixes | null>): Promise<void> {
  const fixes = await collected(fixesOf);
  if (fixes === undefined) return;
  if (fixes.size === 0) {
    void window.showInformationMessage(l10n.t('There is nothing in this workspace that can be fixed safely.'));
    return;
  }
  const closePreview = await preview(fixes);
  const apply = l10n.t('Apply All');
  const choose = l10n.t('Choose…');
  const findings = [...fixes.values()].reduce((sum, { findings: more }) => sum + more, 0);
  const question = l10n.t('Findings that can be fixed safely: {0}, in files: {1}.', findings, fixes.size);
  const answer = await window.showInformationMessage(question, apply, choose);
  await closePreview();
  // The files that are closed are saved, as after any refactoring.
  if (answer !== undefined) await workspace.applyEdit(edits(fixes, answer === choose), { isRefactoring: true });
}

async function collected(fixesOf: (uri: Uri) => Promise<SafeFixes | null>): Promise<Fixes | undefined> {
  const title = l10n.t('Looking for safe fixes');
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const files = await workspaceFiles(token);
      return collect(files, fixesOf, token, (done) =>
        progress.report({ increment: 100 / files.length, message: l10n.t('{0} of {1} files', done, files.length) }),
      );
    },
  );
}

/** The fixes by file, in the order of the files; `undefined` when somebody cancelled. */
async function collect(
  files: readonly Uri[],
  fixesOf: (uri: Uri) => Promise<SafeFixes | null>,
  token: CancellationToken,
  report: (done: number) => void,
): Promise<Fixes | undefined> {
  const waiting = [...files];
  const found = new Map<Uri, SafeFixes | null>(waiting.map((file) => [file, null]));
  let done = 0;
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (token.isCancellationRequested) return;
      found.set(file, await fixesOf(file));
      report(++done);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  if (token.isCancellationRequested) return undefined;
  return new Map([...found].flatMap(([file, fixes]) => (fixes === null ? [] : [[file, fixes] as const])));
}

/** Shows each file beside what would become of it. Returns what takes that away again. */
async function preview(fixes: Fixes): Promise<() => Promise<void>> {
  const texts = new Map([...fixes].map(([file, { text }]) => [file.toString(), text]));
  const provider = workspace.registerTextDocumentContentProvider(fixedScheme, {
    provideTextDocumentContent: ({ query }) => texts.get(query) ?? '',
  });
  const title = l10n.t('Safe Fixes');
  const changes = [...fixes.keys()].map((file) => [
    file,
    file,
    Uri.from({ scheme: fixedScheme, path: file.path, query: file.toString() }),
  ]);
  await commands.executeCommand('vscode.changes', title, changes);
  return async () => {
    const shown = window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label.startsWith(title));
    await window.tabGroups.close(shown);
    provider.dispose();
  };
}

/** @param chosen each file waits in the editor's preview until it is ticked */
function edits(fixes: Fixes, chosen: boolean): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const label = l10n.t('Safe fixes');
  for (const [file, { edits: changes }] of fixes)
    for (const { range, newText } of changes) {
      const { start, end } = range;
      const place = new Range(start.line, start.character, end.line, end.character);
      edit.replace(file, place, newText, { label, needsConfirmation: chosen });
    }
  return edit;
}
