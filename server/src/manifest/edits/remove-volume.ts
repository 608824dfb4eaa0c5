import type { TextEdit } from '../../engine/text';
import { asSequence, entryOf } from '../model/lookup';
import type { Entry, ManifestDocument, Mapping, PodSpec, Volume } from '../model/manifest';
import { removeEntry, removeItem } from './remove';
import { removeItems } from './remove-items';
import { together } from './together';

/**
 * Removes a volume from a pod, with every place where a container mounts it.
 * @returns `undefined` where the text cannot be edited safely
 */
export function removeVolume(
  document: ManifestDocument,
  pod: PodSpec,
  volume: Volume,
): readonly TextEdit[] | undefined {
  const volumes = entryOf(pod.node, 'volumes');
  if (volumes === undefined || volume.name === undefined) return undefined;
  const unmounted = pod.containers.map(({ node, mounts }) => {
    const gone = mounts.filter(({ name }) => name === volume.name).map((mount) => mount.node);
    const list = entryOf(node, 'volumeMounts');
    return gone.length === 0 || list === undefined ? [] : removeFrom(document, node, list, gone);
  });
  return together(removeFrom(document, pod.node, volumes, [volume.node]), ...unmounted);
}

/** Removes items from the list under a key; the key goes too when the list would hold nothing else. */
function removeFrom(
  document: ManifestDocument,
  mapping: Mapping,
  list: Entry,
  gone: readonly Mapping[],
): readonly TextEdit[] | undefined {
  const sequence = asSequence(list.value);
  if (sequence === undefined) return undefined;
  const items = sequence.items.filter(({ value }) => value?.kind === 'mapping' && gone.includes(value));
  const [first] = items;
  if (first === undefined) return undefined;
  if (items.length < sequence.items.length) return removeItems(document, sequence, items);
  return items.length === 1 ? removeItem(document, sequence, first) : removeEntry(document, mapping, list);
}
