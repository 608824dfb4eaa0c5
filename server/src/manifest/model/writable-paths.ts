import { statefulImage } from '../../knowledge/stateful-images';
import { writableDirectories } from '../../knowledge/writable-directories';
import type { Container } from './manifest';
import { covers } from './mounted-at';

/**
 * The directories of a container that have to stay writable when the rest of its file system is not, and on which nothing
 * is mounted yet.
 * @returns `undefined` when its data would have nowhere to go: first it needs a volume; or when nobody can say where it writes
 */
export function unmountedWritablePaths({ image, mounts }: Container): readonly string[] | undefined {
  const text = image === undefined || image.variable ? undefined : image.text;
  const isMounted = (path: string): boolean =>
    mounts.some((mount) => mount.path !== undefined && covers(mount.path, path));
  const data = text === undefined ? [] : (statefulImage(text)?.directories ?? []);
  if (!data.every(isMounted)) return undefined;
  return writableDirectories(text)?.filter((path) => !isMounted(path));
}
