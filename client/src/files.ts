import { FileSystemError, FileType, Uri, workspace } from 'vscode';

// A byte order mark belongs to the text: positions count it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The text of a file, from whatever file system the editor has it on.
 * @returns `null` when there is no such file or it cannot be read; for a folder, which is there too, no text
 */
export async function readText(uri: string): Promise<string | null> {
  try {
    return decoder.decode(await workspace.fs.readFile(Uri.parse(uri, true)));
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileIsADirectory' ? '' : null;
  }
}

export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The names of the files in the folder of a file; none where it has no folder that can be read. */
export async function filesBeside(uri: string): Promise<readonly string[]> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.joinPath(Uri.parse(uri, true), '..'));
    return entries.filter(([, type]) => (type & FileType.Directory) === 0).map(([name]) => name);
  } catch {
    return [];
  }
}
