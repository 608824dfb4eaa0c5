import type { WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { switchOff } from '../settings/switch-off';
import type { ClientFeatures } from './client-features';
import { plainEdit } from './edits';
import type { DocumentSettings, SettingsSource } from './settings-source';

/**
 * The edit that switches a rule off for everybody: in the settings file in force, or in a new one at the root of the
 * document's folder. `undefined` where there is no place for one, or the file is too broken to be edited.
 */
export async function switchedOff(
  rule: string,
  uri: string,
  { file }: DocumentSettings,
  settings: SettingsSource,
  readFile: (uri: string) => Promise<string | undefined>,
  features: ClientFeatures,
): Promise<WorkspaceEdit | undefined> {
  if (file !== undefined) {
    const text = await readFile(file);
    const edits = text === undefined ? undefined : switchOff(text, rule);
    if (text === undefined || edits === undefined) return undefined;
    const document = TextDocument.create(file, 'yaml', 0, text);
    const changes = edits.map((edit) => plainEdit(document, edit));
    return features.versionedEdits
      ? { documentChanges: [{ textDocument: { uri: file, version: null }, edits: changes }] }
      : { changes: { [file]: changes } };
  }
  const folder = settings.folderOf(uri);
  if (folder === undefined || !features.createsFiles) return undefined;
  const made = `${folder.replace(/\/$/, '')}/.plimsoll.yaml`;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri: made, options: { ignoreIfExists: true } },
      {
        textDocument: { uri: made, version: null },
        edits: [{ range: { start, end: start }, newText: `rules:\n  ${rule}: off\n` }],
      },
    ],
  };
}
