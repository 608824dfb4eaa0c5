import { asMapping, asSequence, fieldOf, lookup, valueAt } from './lookup';
import type { Mapping, Workload } from './manifest';

/** A rule about where pods go that does not say which pods it counts, and counts none. */
export interface UnselectiveTerm {
  readonly node: Mapping;
  /** Whether it keeps pods of the same kind apart, so that these are the ones to count. */
  readonly apart: boolean;
}

const terms = 'requiredDuringSchedulingIgnoredDuringExecution';
const weighted = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Source: kubernetes/kubernetes pkg/api/pod/warnings.go: `a null labelSelector results in matching no pod`. */
export function unselectiveTerms({ pod }: Workload): readonly UnselectiveTerm[] {
  const affinity = fieldOf(pod.node, 'affinity');
  const apart = mappingsIn(valueAt(affinity, ['podAntiAffinity', terms]));
  const together = mappingsIn(valueAt(affinity, ['podAffinity', terms]));
  return [
    ...mappingsIn(fieldOf(pod.node, 'topologySpreadConstraints')).map((node) => ({ node, apart: true })),
    ...[...apart, ...weightedIn(valueAt(affinity, ['podAntiAffinity', weighted]))].map((node) => ({
      node,
      apart: true,
    })),
    ...[...together, ...weightedIn(valueAt(affinity, ['podAffinity', weighted]))].map((node) => ({
      node,
      apart: false,
    })),
  ].filter(
    ({ node }) => lookup(node, 'labelSelector').presence === 'no' && lookup(node, 'topologyKey').presence === 'yes',
  );
}

const weightedIn = (node: Mapping['entries'][number]['value']): readonly Mapping[] =>
  mappingsIn(node).flatMap((term) => asMapping(fieldOf(term, 'podAffinityTerm')) ?? []);

const mappingsIn = (node: Mapping['entries'][number]['value']): readonly Mapping[] =>
  (asSequence(node)?.items ?? []).flatMap(({ value }) => asMapping(value) ?? []);
