import { posix, resolve } from 'node:path';

/** A path as this program uses it inside: with `/`. */
export const slashed = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);

/** The absolute path of what is named in a folder. */
export const pathIn = (folder: string, name: string): string => slashed(resolve(folder, name));

/** The folder that holds a file or folder; `undefined` for the outermost. */
export function parentFolder(path: string): string | undefined {
  const parent = posix.dirname(path);
  return parent === path || parent === '.' ? undefined : parent;
}

/** The path from a folder to a file in it; `undefined` for a file elsewhere. */
export function pathWithin(folder: string, path: string): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}
