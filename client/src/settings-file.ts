import { l10n, Uri, WorkspaceEdit, type WorkspaceFolder, window, workspace } from 'vscode';
import { firstSettings } from '../../server/src/settings/first-settings';
import { exists } from './files';

const name = '.plimsoll.yaml';

/** Makes a settings file in a workspace folder, unless it has one, and opens it. */
export async function createSettingsFile(): Promise<void> {
  const folder = await chosenFolder();
  if (folder === undefined) return;
  const file = Uri.joinPath(folder.uri, name);
  if (!(await exists(file))) {
    const edit = new WorkspaceEdit();
    edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode(firstSettings) });
    if (!(await workspace.applyEdit(edit))) {
      void window.showErrorMessage(l10n.t('{0} could not be created.', workspace.asRelativePath(file)));
      return;
    }
  }
  await window.showTextDocument(file);
}

/**
 * Opens the settings file in force, or offers to make one.
 * @param inForce what the server has named for the active editor's file
 */
export async function openSettingsFile(inForce: Uri | undefined): Promise<void> {
  const file = inForce ?? (await settingsFileInFolders());
  if (file !== undefined) {
    await window.showTextDocument(file);
    return;
  }
  const create = l10n.t('Create Settings File');
  const answer = await window.showInformationMessage(l10n.t('No settings file is in force.'), create);
  if (answer === create) await createSettingsFile();
}

async function settingsFileInFolders(): Promise<Uri | undefined> {
  for (const folder of workspace.workspaceFolders ?? []) {
    const file = Uri.joinPath(folder.uri, name);
    if (await exists(file)) return file;
  }
  return undefined;
}

/** The only folder, or the one that the user picks. */
async function chosenFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  return folders.length > 1 ? window.showWorkspaceFolderPick() : folders[0];
}
