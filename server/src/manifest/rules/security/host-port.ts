import { soleFix } from '../../../engine/sole-fix';
import { removeEntry } from '../../edits/remove';
import { everyContainer, labelOf } from '../../model/every-container';
import { lookup, numberOf } from '../../model/lookup';
import { isNodeAgent } from '../../model/node-agents';
import { manifestRule } from '../../rule';

const equals = ['polaris/hostPortSet', 'trivy/KSV-0024', 'checkov/CKV_K8S_26', 'kubescape/C-0044'];

export default manifestRule({
  id: 'host-port',
  chapter: 'security',
  variants: {
    taken: {
      severity: 'warning',
      equals,
      message: "`{container}` takes port {port} of its node: one replica fits on each, on the node's own address",
    },
    everyNode: {
      severity: 'hint',
      equals,
      message: "`{container}` takes port {port} of every node: whoever reaches a node's address reaches it",
    },
  },
  fixes: {
    release: { title: 'Remove `hostPort`: a Service reaches the container port', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document)) {
      const { workload } = container.pod;
      const everywhere = workload.lifetime === 'daemon' || isNodeAgent(workload);
      for (const { node } of container.ports) {
        const { presence, entry } = lookup(node, 'hostPort');
        const port = numberOf(entry?.value) ?? 0;
        if (presence !== 'yes' || entry === undefined || port === 0) continue;
        report({
          variant: everywhere ? 'everyNode' : 'taken',
          at: entry.range,
          values: { container: labelOf(container), port: String(port) },
          fixes: soleFix('release', () => removeEntry(document, node, entry)),
        });
      }
    }
  },
});
