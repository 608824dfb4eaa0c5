import { objectsOfKind } from './file-objects';
import { type FilePods, filePods } from './file-pods';
import { booleanOf, fieldOf } from './lookup';
import type { Manifest } from './manifest';
import { isAboutIngress, isForAll, networkPolicies, policySelectors } from './network-policies';

/** Other ways to say who may talk to whom (Cilium, Calico, sig-network's network-policy-api). */
const otherPolicies: readonly string[] = [
  'CiliumNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
  'GlobalNetworkPolicy',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
];

/** The workloads of a file whose pods surely no policy of it is for, so that everything may talk to them. */
export function unprotectedPods(manifest: Manifest): readonly FilePods[] {
  if (otherPolicies.some((kind) => objectsOfKind(manifest, kind).length > 0)) return [];
  const policies = networkPolicies(manifest)
    .map(({ object }) => object)
    .filter(isAboutIngress);
  const about = new Set(policies);
  // Namespaces in which a policy is, or may be, for every pod.
  const covered = new Set(policies.filter((each) => isForAll(each) !== 'no').map(({ namespace }) => namespace));
  const found = new Set<FilePods>();
  for (const { role, object, selection } of policySelectors(manifest)) {
    if (role !== 'target' || !about.has(object)) continue;
    if (selection.unsure) covered.add(object.namespace);
    for (const pods of selection.selected) found.add(pods);
  }
  const isCovered = (namespace: string | undefined): boolean =>
    covered.has(namespace) || covered.has(undefined) || (namespace === undefined && covered.size > 0);
  return filePods(manifest).items.filter(
    (pods) => isExposed(pods) && !found.has(pods) && !isCovered(pods.object.namespace),
  );
}

/** Policies are not for pods that take their node's network. */
const isExposed = ({ workload, labels, object }: FilePods): boolean =>
  labels !== undefined &&
  workload.kind?.completeness === 'full' &&
  object.document.mode === 'plain' &&
  booleanOf(fieldOf(workload.pod.node, 'hostNetwork')) !== true;
