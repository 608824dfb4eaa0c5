import { type CancellationToken, FileType, Uri, workspace } from 'vscode';

/** What may be a Dockerfile or a manifest by its name; the server looks closer. */
const candidate = /^(?:dockerfile|containerfile)(?:\.|$)|\.(?:dockerfile|containerfile|ya?ml|json)$/i;

/** What nobody edits by hand. */
const passedOver = new Set(['node_modules', '.git', 'vendor', 'dist', 'out']);

/**
 * The files of the workspace that may be Dockerfiles or manifests, in order. It walks through the folders itself: a search is
 * something that virtual file systems seldom have. Links to folders are not followed.
 */
export async function workspaceFiles(token: CancellationToken): Promise<readonly Uri[]> {
  const files: Uri[] = [];
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  for (let folder = folders.pop(); folder !== undefined && !token.isCancellationRequested; folder = folders.pop())
    for (const [name, type] of await entriesOf(folder)) {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.Directory && !passedOver.has(name)) folders.push(uri);
      else if ((type & FileType.File) !== 0 && candidate.test(name)) files.push(uri);
    }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** A folder that cannot be read is as good as empty. */
async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
