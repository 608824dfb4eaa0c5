import { FileSystemError, Uri, workspace } from 'vscode';

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
