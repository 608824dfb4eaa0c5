import { insertPath } from '../edits/insert-key';
import { isOnHostNetwork } from '../model/host-ports';
import { entryOf, lookup, stringOf, stringsOf, valueAt } from '../model/lookup';
import type { Workload } from '../model/manifest';
import { idleConstraints } from '../model/spreading';
import { type UnselectiveTerm, unselectiveTerms } from '../model/unselective-terms';
import { wholePods } from '../model/whole-pods';
import { type Ignored, type Mend, removal } from './ignored';

/** Settings of a pod that need another one to have an effect. */
export const ignoredPodSettings = (workload: Workload): readonly Ignored[] => [
  ...unselectiveTerms(workload)
    .filter(({ node }) => !isIdle(workload, node))
    .map(
      (term): Ignored => ({
        variant: 'noSelector',
        at: entryOf(term.node, 'topologyKey')?.range ?? term.node.range,
        values: { kind: workload.object.kind },
        mends: selection(workload, term),
      }),
    ),
  ...idleAddresses(workload),
];

/** Of constraints that do not spread the pods `missing-spread` speaks. */
const isIdle = (workload: Workload, node: UnselectiveTerm['node']): boolean =>
  wholePods(workload.object.document).includes(workload) && idleConstraints(workload).includes(node);

function selection({ object, labels }: Workload, term: UnselectiveTerm): readonly Mend[] {
  const selected = stringsOf(valueAt(object.node, ['spec', 'selector', 'matchLabels']));
  const wanted = Object.keys(selected).length > 0 ? selected : labels;
  if (!term.apart || Object.keys(wanted).length === 0) return [];
  const edits = insertPath(object.document, term.node, ['labelSelector', 'matchLabels'], wanted);
  return edits === undefined ? [] : [{ id: 'select', edits: () => edits }];
}

/** Source: kubernetes/kubernetes pkg/api/pod/warnings.go: `hostIP set without hostPort`. */
function idleAddresses({ pod, object }: Workload): readonly Ignored[] {
  // On the node's network every port has a port of the node.
  if (lookup(pod.node, 'hostNetwork').presence === 'unknown' || isOnHostNetwork(pod)) return [];
  return pod.containers.flatMap(({ ports }) =>
    ports.flatMap(({ node }): readonly Ignored[] => {
      const { presence, entry } = lookup(node, 'hostIP');
      const written = presence === 'yes' && (stringOf(entry?.value) ?? '') !== '';
      if (!written || entry === undefined || lookup(node, 'hostPort').presence !== 'no') return [];
      return [{ variant: 'hostAddress', at: entry.range, values: {}, mends: removal(object.document, node, entry) }];
    }),
  );
}
