import { isNothing, lookup, stringOf } from './lookup';
import type { Container, Entry, Workload } from './manifest';

/** A restart policy that the pods of a kind cannot have. */
export type RefusedRestartPolicy =
  | { readonly kind: 'refused'; readonly entry: Entry; readonly value: string; readonly allowed: readonly string[] }
  /** None is written, and the default is not allowed. */
  | { readonly kind: 'missing'; readonly allowed: readonly string[] };

const all = ['Always', 'OnFailure', 'Never'];

/**
 * Judges the restart policy of a workload's pods. What is no policy at all is a matter of spelling.
 * Source: kubernetes/kubernetes pkg/apis/{apps,batch}/validation
 */
export function refusedRestartPolicy({ kind, pod }: Workload): RefusedRestartPolicy | undefined {
  const allowed = kind?.restartPolicies;
  if (allowed === undefined) return undefined;
  const { presence, entry } = lookup(pod.node, 'restartPolicy');
  if (presence === 'unknown') return undefined;
  if (entry === undefined || isNothing(entry.value)) {
    // Without an image it may be a patch that nothing else tells from a whole manifest.
    const whole = entry === undefined && pod.containers.some(({ imageNode }) => imageNode !== undefined);
    return kind?.restartPolicyRequired === true && whole ? { kind: 'missing', allowed } : undefined;
  }
  const value = stringOf(entry.value);
  return value !== undefined && all.includes(value) && !allowed.includes(value)
    ? { kind: 'refused', entry, value, allowed }
    : undefined;
}

/**
 * A container's own restart policy that clusters do not have yet: before containers could have any, init containers could have
 * `Always`.
 */
export function earlyRestartPolicy({ node, placement }: Container): Entry | undefined {
  const { presence, entry } = lookup(node, 'restartPolicy');
  const value = stringOf(entry?.value) ?? '';
  if (presence !== 'yes' || !all.includes(value) || placement === 'nativeSidecar' || placement === 'ephemeral')
    return undefined;
  return entry;
}
