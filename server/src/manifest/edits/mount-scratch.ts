import type { TextEdit } from '../../engine/text';
import { lookup } from '../model/lookup';
import type { Container, ManifestDocument } from '../model/manifest';
import { longestLabel, slugOf } from '../values/names';
import { insertItemsUnder } from './insert-item';

/**
 * Mounts an empty directory of its own, of a limited size, at each of several paths of a container.
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
  const volumes = named.map(({ name, mountPath }) => ({ name, emptyDir: { sizeLimit: sizeLimitOf(mountPath) } }));
  return [
    insertItemsUnder(document, container.node, 'volumeMounts', named),
    insertItemsUnder(document, pod.node, 'volumes', volumes),
  ];
}

/**
 * Room for what a program writes in passing, and no more than a node can spare; sockets, locks and PID files need next to
 * nothing. A pod that goes beyond it is evicted, and not its neighbours.
 */
const sizeLimitOf = (path: string): string => (/^\/(?:var\/)?(?:run|lock)(?:\/|$)/.test(path) ? '16Mi' : '1Gi');

/** A name that says what the directory is, and whose where a pod has several containers. */
function freeName({ name: owner, pod }: Container, path: string, taken: Set<string | undefined>): string {
  const last = nameOf(path.slice(path.lastIndexOf('/') + 1)) || 'scratch';
  const whose = pod.containers.length > 1 ? nameOf(owner ?? '') : '';
  const wanted = whose === '' ? last : `${whose}-${last}`;
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
  taken.add(name);
  return name;
}

/** Two of them, a hyphen and a number are no longer than the name of a volume may be. */
const longestPart = (longestLabel - 5) / 2;

const nameOf = (text: string): string => slugOf(slugOf(text).slice(0, longestPart));
