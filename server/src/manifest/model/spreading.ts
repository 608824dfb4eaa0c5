import { remembered } from '../../engine/remembered';
import { asMapping, asSequence, booleanOf, fieldOf, isNothing, lookup, lookupAt, valueAt } from './lookup';
import type { Mapping, PodSpec, Workload } from './manifest';
import type { Node, Presence } from './nodes';
import { podLabels } from './pod-labels';
import { meets, selectorRequirements } from './selectors';

/**
 * Whether something in a pod says how its like are spread over nodes, or that they are not to be: constraints, affinities, a
 * node by its name, ports of the node.
 */
export function saysWhere({ pod }: Workload): Presence {
  const answers = [
    ['topologySpreadConstraints'],
    ['affinity', 'podAntiAffinity'],
    ['affinity', 'podAffinity'],
    ['nodeName'],
    ['nodeSelector', 'kubernetes.io/hostname'],
  ].map((path) => {
    const { presence, entry } = lookupAt(pod.node, path);
    return presence === 'yes' && isEmpty(entry?.value) ? 'no' : presence;
  });
  if (answers.includes('yes') || holdsNodePorts(pod)) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** Two pods with one port of the node cannot be on the same one. */
const holdsNodePorts = ({ containers, node }: PodSpec): boolean =>
  booleanOf(fieldOf(node, 'hostNetwork')) === true ||
  containers.some(({ ports }) => ports.some((port) => fieldOf(port.node, 'hostPort') !== undefined));

const isEmpty = (node: Node | undefined): boolean =>
  isNothing(node) ||
  (node?.kind === 'sequence' && node.items.length === 0 && !node.open) ||
  (node?.kind === 'mapping' && node.entries.length === 0 && !node.open);

/** Constraints of a workload's pods that surely do not count those pods, and so do not spread them. */
export const idleConstraints = remembered(({ pod, object }: Workload): readonly Mapping[] => {
  const holder = asMapping(valueAt(object.node, ['spec', 'template']));
  if (holder === undefined || fieldOf(holder, 'spec') !== pod.node) return [];
  const { labels, open } = podLabels(holder);
  return (asSequence(fieldOf(pod.node, 'topologySpreadConstraints'))?.items ?? []).flatMap(({ value }) => {
    const constraint = asMapping(value);
    if (constraint === undefined || lookup(constraint, 'topologyKey').presence !== 'yes') return [];
    const { presence, entry } = lookup(constraint, 'labelSelector');
    // No selector is one that finds nothing, unlike an empty one (kubernetes/apimachinery meta/v1 LabelSelectorAsSelector).
    if (presence === 'no' || (presence === 'yes' && isNothing(entry?.value))) return [constraint];
    const requirements = presence === 'yes' ? selectorRequirements(entry?.value) : undefined;
    return requirements?.some((each) => meets(labels, open, each) === 'no') ? [constraint] : [];
  });
});
