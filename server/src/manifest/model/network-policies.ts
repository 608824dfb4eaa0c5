import { remembered } from '../../engine/remembered';
import { groupOf } from '../../knowledge/workload-kinds';
import { objectsOfKind, type PlacedObject } from './file-objects';
import { type FilePods, filePods } from './file-pods';
import { type Selection, selectionOf } from './label-index';
import { asMapping, asSequence, entryOf, fieldOf, lookup, lookupAt, mappingsAt } from './lookup';
import type { KubernetesObject, Manifest } from './manifest';
import { type Requirement, selectorRequirements } from './selectors';

/** A selector of a NetworkPolicy that names pods of its own namespace by their labels, seen beside the workloads of its file. */
export interface PolicySelector extends PlacedObject {
  /** The pods that the policy is for, or those that may talk to them. */
  readonly role: 'target' | 'peer';
  readonly requirements: readonly Requirement[];
  readonly selection: Selection<FilePods>;
}

interface ReadSelector {
  readonly role: PolicySelector['role'];
  readonly requirements: readonly Requirement[];
}

/** The NetworkPolicies of a file. */
export const networkPolicies = (manifest: Manifest): readonly PlacedObject[] =>
  objectsOfKind(manifest, 'NetworkPolicy').filter(({ object }) => groupOf(object.apiVersion) === 'networking.k8s.io');

/** The selectors of the NetworkPolicies of a file that ask for labels. */
export function policySelectors(manifest: Manifest): readonly PolicySelector[] {
  const policies = networkPolicies(manifest);
  return policies.flatMap(({ object, start }) =>
    readSelectors(object).map(({ role, requirements }) => ({
      object,
      start,
      role,
      requirements,
      selection: selectionOf(filePods(manifest), requirements, object.namespace),
    })),
  );
}

const readSelectors = remembered(({ node }: KubernetesObject): readonly ReadSelector[] => {
  const target = lookupAt(node, ['spec', 'podSelector']);
  const peers = (['ingress', 'egress'] as const).flatMap((direction) =>
    mappingsAt(node, ['spec', direction]).flatMap((rule) =>
      mappingsAt(rule, [direction === 'ingress' ? 'from' : 'to']),
    ),
  );
  return [
    ...(target.presence === 'yes' ? selectorAt('target', target.entry?.value) : []),
    // Pods of other namespaces may be those of other files.
    ...peers
      .filter((peer) => lookup(peer, 'namespaceSelector').presence === 'no')
      .flatMap((peer) => selectorAt('peer', entryOf(peer, 'podSelector')?.value)),
  ];
});

/** An empty selector selects all pods. */
function selectorAt(
  role: ReadSelector['role'],
  node: Parameters<typeof selectorRequirements>[0],
): readonly ReadSelector[] {
  const requirements = selectorRequirements(node);
  return requirements === undefined || requirements.length === 0 ? [] : [{ role, requirements }];
}

/** Whether a policy is surely, surely not or perhaps for all pods of its namespace. */
export function isForAll({ node }: KubernetesObject): 'yes' | 'no' | 'unknown' {
  const { presence, entry } = lookupAt(node, ['spec', 'podSelector']);
  // Since Kubernetes 1.34 what is missing is an empty selector.
  if (presence === 'no') return 'yes';
  const selector = asMapping(entry?.value);
  if (presence === 'unknown' || selector === undefined) return 'unknown';
  const requirements = selectorRequirements(selector);
  return requirements === undefined ? 'unknown' : requirements.length === 0 ? 'yes' : 'no';
}

/** Whether a policy says something about what reaches its pods: that is its type unless it says another. */
export function isAboutIngress({ node }: KubernetesObject): boolean {
  const types = asSequence(fieldOf(asMapping(fieldOf(node, 'spec')), 'policyTypes'));
  if (types === undefined) return true;
  return types.open || types.items.some(({ value }) => value?.kind !== 'scalar' || value.value === 'Ingress');
}
