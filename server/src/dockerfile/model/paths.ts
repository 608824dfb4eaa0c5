/** Linux takes no longer path (`PATH_MAX`): one that is longer is not followed, so that no file makes the work grow with its square. */
export const longestPath = 4096;

/** An absolute path without `.`, `..` and empty parts. */
export function normalizedPath(path: string): string {
  const parts: string[] = [];
  for (const part of partsOf(path)) {
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/**
 * The place that a path leads to, so that equal places are equal texts. What starts with a variable or `~` stays as it is.
 * @param directory absolute, or a name of its own for one that is not known
 */
export function pathFrom(directory: string, path: string): string {
  if (path.startsWith('/')) return normalizedPath(path);
  if (/^[$~]/.test(path)) return partsOf(path).join('/');
  return normalizedPath(`/${directory}/${path}`);
}

/** The folder that a place is in; empty for the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '' && part !== '.');
