import type { TextEdit } from '../../engine/text';
import { asSequence, fieldOf } from '../model/lookup';
import type { Container, ManifestDocument } from '../model/manifest';
import { insertKey } from './insert-key';
import { moveItem } from './move-subtree';

/**
 * Makes a container a native sidecar: an init container that is always restarted, starts before the others and is ended after
 * them.
 * @returns `undefined` where the text cannot be edited safely
 */
export function makeNativeSidecar(
  document: ManifestDocument,
  { pod, node, item }: Container,
): readonly TextEdit[] | undefined {
  const sequence = asSequence(fieldOf(pod.node, 'containers'));
  const inside = insertKey(document, node, 'restartPolicy', 'Always');
  if (sequence === undefined || inside === undefined) return undefined;
  return moveItem(document, { sequence, item }, { mapping: pod.node, key: 'initContainers' }, { inside });
}
