import type { TextEdit } from '../../engine/text';
import { lookup } from '../model/lookup';
import type { Container, ManifestDocument } from '../model/manifest';
import { insertItemsUnder } from './insert-item';

/**
 * Mounts an empty directory of its own at each of several paths of a container.
 * @returns the edits of the container and those of its pod, for `together`; `undefined` for either where the text cannot be
 * edited safely
 */
export function mountScratch(
  document: ManifestDocument,
  container: Container,
  paths: readonly string[],
): readonly (readonly TextEdit[] | undefined)[] {
  const { pod } = container;
  if (paths.length === 0) return [];
  // Volumes that are elsewhere may have the names that are free here.
  if (lookup(pod.node, 'volumes').presence === 'unknown') return [undefined];
  const taken = new Set(pod.volumes.map(({ name }) => name));
  const named = paths.map((mountPath) => ({ name: freeName(container, mountPath, taken), mountPath }));
  const volumes = named.map(({ name }) => ({ name, emptyDir: {} }));
  return [
    insertItemsUnder(document, container.node, 'volumeMounts', named),
    insertItemsUnder(document, pod.node, 'volumes', volumes),
  ];
}

/** A name that says what the directory is, and whose where a pod has several containers. */
function freeName({ name: owner, pod }: Container, path: string, taken: Set<string | undefined>): string {
  const last = path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const wanted = pod.containers.length > 1 && owner !== undefined ? `${owner}-${last}` : last;
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
  taken.add(name);
  return name;
}
