import { soleFix } from '../../../engine/sole-fix';
import { removePath } from '../../edits/remove';
import { everyContainer, labelOf } from '../../model/every-container';
import { asMapping, booleanOf, entryOf, fieldOf, lookupAt } from '../../model/lookup';
import type { Mapping } from '../../model/manifest';
import { isNodeAgent } from '../../model/node-agents';
import { manifestRule } from '../../rule';

const equals = ['polaris/hostProcess', 'trivy/KSV-0103'];
const path = ['securityContext', 'windowsOptions', 'hostProcess'];

export default manifestRule({
  id: 'host-process',
  chapter: 'security',
  variants: {
    process: {
      severity: 'warning',
      equals,
      message: '`{name}` runs as a process of its Windows node: whoever gets into it has the node and every pod there',
    },
    agent: {
      severity: 'hint',
      equals,
      message: '`{name}` runs as a process of its Windows node: a node agent may have to, but it has the whole node',
    },
  },
  fixes: {
    contain: { title: 'Remove `hostProcess: true`', safety: 'behaviour' },
  },
  check(document, report) {
    const pods = document.objects.flatMap(({ workloads }) => workloads.map(({ pod, object }) => ({ pod, object })));
    const holders = [
      ...pods.map(({ pod, object }) => ({ node: pod.node, pod, name: object.name ?? object.kind })),
      ...everyContainer(document).map((container) => ({
        node: container.node,
        pod: container.pod,
        name: labelOf(container),
      })),
    ];
    for (const { node, pod, name } of holders) {
      const { presence, entry } = lookupAt(node, path);
      if (presence !== 'yes' || entry === undefined || booleanOf(entry.value) !== true) continue;
      report({
        variant: isNodeAgent(pod.workload) ? 'agent' : 'process',
        at: entry.range,
        values: { name },
        fixes: soleFix('contain', () => (isForced(node) ? undefined : removePath(document, node, path))),
      });
    }
  },
});

/** Accounts of the node, such as `NT AUTHORITY\SYSTEM`, which only a process of the node may have. */
const isForced = (node: Mapping): boolean =>
  entryOf(asMapping(fieldOf(asMapping(fieldOf(node, 'securityContext')), 'windowsOptions')), 'runAsUserName') !==
  undefined;
