import type { TextRange } from '../../engine/text';
import { entryOf } from './lookup';
import type { PodSpec } from './manifest';

/**
 * A place to say what a pod lacks: the first of some of its keys that is there, else the list of its containers.
 * @returns `undefined` where the pod is no pod spec, or stands elsewhere
 */
export function podPlace({ node }: PodSpec, keys: readonly string[]): TextRange | undefined {
  for (const key of [...keys, 'containers', 'initContainers']) {
    const entry = entryOf(node, key);
    if (entry !== undefined) return entry.merged ? undefined : entry.key.range;
  }
  return undefined;
}
