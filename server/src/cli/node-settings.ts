import { readdirSync, readFileSync } from 'node:fs';
import { type FolderTexts, namesOfInterest, type SettingsFiles } from '../settings/settings-files';

/** Reads what must be known of a file's folders before its settings are. */
export function learnFolders(files: SettingsFiles, path: string): void {
  for (let folder = files.unknownFolder(path); folder !== undefined; folder = files.unknownFolder(path))
    files.learn(folder, readFolder(folder));
}

function readFolder(folder: string): FolderTexts {
  const texts = new Map<string, string>();
  for (const name of namesIn(folder)) {
    if (name === '.git') texts.set(name, '');
    else if (namesOfInterest.includes(name)) addText(texts, `${folder}/${name}`, name);
  }
  return texts;
}

function namesIn(folder: string): readonly string[] {
  try {
    // `C:` alone is the folder in use on that drive.
    return readdirSync(/^[a-z]:$/i.test(folder) ? `${folder}/` : folder);
  } catch {
    return [];
  }
}

function addText(texts: Map<string, string>, path: string, name: string): void {
  try {
    texts.set(name, readFileSync(path, 'utf8'));
  } catch {
    // A folder of that name, or a file that may not be read: no settings.
  }
}
