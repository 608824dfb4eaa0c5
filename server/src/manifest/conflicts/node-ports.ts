import { labelOf } from '../model/every-container';
import { hostPortOf, isOnHostNetwork } from '../model/host-ports';
import type { Container } from '../model/manifest';
import { type Conflict, removal } from './conflict';

/** On the node's own network a port is that of the node: it cannot be another there. */
export const nodePortConflicts = (container: Container): readonly Conflict[] =>
  !isOnHostNetwork(container.pod)
    ? []
    : container.ports.flatMap(({ node, number }): readonly Conflict[] => {
        const host = hostPortOf(node);
        if (host === undefined || number === undefined || host.number === number) return [];
        return [
          {
            variant: 'hostPort',
            at: host.entry.range,
            values: { port: String(number), host: String(host.number), container: labelOf(container) },
            mends: removal(container.pod.workload.object.document, node, host.entry),
          },
        ];
      });
