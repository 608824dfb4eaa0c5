import { everyContainer } from '../../model/every-container';
import { booleanOf, fieldOf, lookupAt, numberOf } from '../../model/lookup';
import { isLinuxContainer } from '../../model/security-context';
import { manifestRule } from '../../rule';

const peers: Readonly<Record<string, readonly string[]>> = {
  runAsUser: ['kube-score/container-security-context-user-group-id', 'trivy/KSV-0020', 'checkov/CKV_K8S_40'],
  runAsGroup: ['kube-score/container-security-context-user-group-id', 'trivy/KSV-0021'],
};

export default manifestRule({
  id: 'low-user-id',
  chapter: 'security',
  enabled: false,
  variants: {
    low: {
      severity: 'information',
      equals: [...new Set(Object.values(peers).flat())],
      message:
        '`{key}: {id}` may be an account of the node as well: whoever breaks out of the container is that account',
    },
  },
  options: {
    minimum: {
      type: 'integer',
      default: 10_000,
      minimum: 1,
      description: 'The lowest number that no account of a node has.',
    },
  },
  check(document, report, { options }) {
    const pods = document.objects.flatMap(({ workloads }) => workloads.map(({ pod }) => pod));
    const holders = [
      ...pods.map((pod) => ({ pod, node: pod.node })),
      ...everyContainer(document)
        .filter(isLinuxContainer)
        .map(({ pod, node }) => ({ pod, node })),
    ];
    for (const { pod, node } of holders) {
      // Numbers of a pod with users of its own are others on the node.
      if (pod.windows || booleanOf(fieldOf(pod.node, 'hostUsers')) === false) continue;
      for (const [key, equals] of Object.entries(peers)) {
        const { presence, entry } = lookupAt(node, ['securityContext', key]);
        const id = numberOf(entry?.value);
        if (presence !== 'yes' || entry === undefined || id === undefined || id === 0 || id >= options.minimum)
          continue;
        report({ variant: 'low', at: entry.range, values: { key, id: String(id) }, equals });
      }
    }
  },
});
