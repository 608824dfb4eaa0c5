import type { TextRange } from '../../engine/text';
import { entryOf, isNothing, isUnknown, lookupAt } from './lookup';
import type { Container, Lookup, Mapping, PodSpec } from './manifest';

/** The keys that a pod's security context has too: what a container does not say, its pod says for it. */
const ofPods: ReadonlySet<string> = new Set(['runAsNonRoot', 'runAsUser', 'runAsGroup', 'seccompProfile']);

/**
 * The setting of a security context that is in force for a container: its own, else its pod's where a pod has such a key.
 * What a template prints or a patch may add is unknown, and `null` is as good as nothing.
 */
export function securitySetting(container: Container, path: readonly string[]): Lookup {
  const own = settingIn(container.node, path);
  return own.presence === 'no' && ofPods.has(path[0] ?? '') ? podSecuritySetting(container.pod, path) : own;
}

/** The setting of a pod's own security context. */
export function podSecuritySetting(pod: PodSpec, path: readonly string[]): Lookup {
  const found = settingIn(pod.node, path);
  return found.presence === 'no' && !isWhole(pod) ? { ...found, presence: 'unknown' } : found;
}

/** Whether a boolean of a container's security context, or of its pod's, is surely `true`. */
export const isSurely = (container: Container, key: string): boolean => {
  const { presence, entry } = securitySetting(container, [key]);
  return presence === 'yes' && entry?.value?.kind === 'scalar' && entry.value.value === true;
};

function settingIn(mapping: Mapping, path: readonly string[]): Lookup {
  const found = lookupAt(mapping, ['securityContext', ...path]);
  if (found.presence !== 'yes') return found;
  if (isNothing(found.entry?.value)) return { presence: 'no', entry: found.entry };
  return isUnknown(found.entry?.value) ? { ...found, presence: 'unknown' } : found;
}

/**
 * Whether all that is said of a pod stands in its spec: the containers of an Argo template or a Tekton task get more from
 * the workflow or run around them.
 */
const isWhole = ({ workload }: PodSpec): boolean =>
  workload.kind?.locations.some(({ holds }) => holds === 'podSpec') ?? true;

/** Whether the rules about Linux processes hold for a container: not on Windows, and not for one that debugs a running pod. */
export const isLinuxContainer = ({ placement, pod }: Container): boolean => placement !== 'ephemeral' && !pod.windows;

/** Where a container's security context is, else where the container is named: a place to say that something is missing. */
export function securityPlace({ node, nameNode }: Container): TextRange {
  const context = entryOf(node, 'securityContext');
  return context !== undefined && !context.merged ? context.key.range : (nameNode?.range ?? node.range);
}
