import { asMapping, asSequence, booleanOf, fieldOf, lookup, lookupAt, stringOf } from './lookup';
import type { PodSpec } from './manifest';

/**
 * Whether a pod surely asks for each name with fewer than five dots in the cluster's domains first: it takes the cluster's
 * settings for DNS, and does not say otherwise.
 * Source: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export function searchesClusterFirst({ node, windows }: PodSpec): boolean {
  const policy = lookup(node, 'dnsPolicy');
  const network = lookup(node, 'hostNetwork');
  const name = policy.presence === 'no' ? 'ClusterFirst' : stringOf(policy.entry?.value);
  if (windows || policy.presence === 'unknown' || network.presence === 'unknown') return false;
  const onNode = booleanOf(network.entry?.value) === true;
  if (name !== 'ClusterFirstWithHostNet' && (name !== 'ClusterFirst' || onNode)) return false;
  const options = lookupAt(node, ['dnsConfig', 'options']);
  if (options.presence !== 'yes') return options.presence === 'no';
  const list = asSequence(options.entry?.value);
  return (
    list !== undefined &&
    !list.open &&
    list.items.every((item) => {
      const option = stringOf(fieldOf(asMapping(item.value), 'name'));
      return option !== undefined && option !== 'ndots';
    })
  );
}
