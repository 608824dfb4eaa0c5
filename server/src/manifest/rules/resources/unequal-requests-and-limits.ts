import { copyQuantity } from '../../edits/copy-quantity';
import { everyContainer, labelOf } from '../../model/every-container';
import { statesResources } from '../../model/requested-resources';
import { higherLimit } from '../../model/resource-pairs';
import { manifestRule } from '../../rule';

const both = 'kube-score/container-resource-requests-equal-limits';
const peers = {
  cpu: [both, 'kube-score/container-cpu-requests-equal-limits'],
  memory: [both, 'kube-score/container-memory-requests-equal-limits'],
};

export default manifestRule({
  id: 'unequal-requests-and-limits',
  chapter: 'resources',
  enabled: false,
  variants: {
    unequal: {
      severity: 'information',
      equals: [...new Set([...peers.cpu, ...peers.memory])],
      message:
        '`{container}` is promised {request} of {resource} and may take {limit}: what is between may not be there',
    },
  },
  fixes: {
    raise: { title: 'Request as much as the limit: {limit}', safety: 'behaviour' },
    lower: { title: 'Limit to what is requested: {request}', safety: 'behaviour' },
  },
  notes: { limit: 'The limit' },
  phrases: { resource: ['CPU', 'memory'] },
  check(document, report) {
    for (const container of everyContainer(document).filter(statesResources)) {
      for (const resource of ['cpu', 'memory'] as const) {
        const pair = higherLimit(container, resource);
        if (pair === undefined) continue;
        const { request, limit } = pair;
        report({
          variant: 'unequal',
          at: request.range,
          values: {
            container: labelOf(container),
            resource: resource === 'cpu' ? 'CPU' : resource,
            request: request.source,
            limit: limit.source,
          },
          equals: peers[resource],
          related: [{ at: limit.range, note: 'limit' }],
          fixes: () => {
            const raised = copyQuantity(document, limit, request);
            const lowered = copyQuantity(document, request, limit);
            return [
              ...(raised === undefined ? [] : [{ id: 'raise', edits: () => raised } as const]),
              ...(lowered === undefined ? [] : [{ id: 'lower', edits: () => lowered } as const]),
            ];
          },
        });
      }
    }
  },
});
