import { soleFix } from '../../../engine/sole-fix';
import { removeEntry } from '../../edits/remove';
import { booleanOf, lookup } from '../../model/lookup';
import { isNodeAgent } from '../../model/node-agents';
import { manifestRule } from '../../rule';

interface HostNamespace {
  /** What the node shares, and what a pod can do with it. */
  readonly power: string;
  readonly peers: readonly string[];
}

const namespaces: Readonly<Record<string, HostNamespace>> = {
  hostNetwork: {
    power: "listen on the node's own addresses and read its traffic, past every NetworkPolicy",
    peers: [
      'kube-linter/host-network',
      'polaris/hostNetworkSet',
      'trivy/KSV-0009',
      'checkov/CKV_K8S_19',
      'kubescape/C-0041',
    ],
  },
  hostPID: {
    power: 'see and signal every process of the node, and read their environment',
    peers: [
      'kube-linter/host-pid',
      'polaris/hostPIDSet',
      'trivy/KSV-0010',
      'checkov/CKV_K8S_17',
      'kubescape/C-0038',
      'kubescape/C-0275',
    ],
  },
  hostIPC: {
    power: 'read and change the shared memory of every process of the node',
    peers: [
      'kube-linter/host-ipc',
      'polaris/hostIPCSet',
      'trivy/KSV-0008',
      'checkov/CKV_K8S_18',
      'kubescape/C-0038',
      'kubescape/C-0276',
    ],
  },
};

const equals = [...new Set(Object.values(namespaces).flatMap(({ peers }) => peers))];

export default manifestRule({
  id: 'host-namespaces',
  chapter: 'security',
  variants: {
    shared: { severity: 'warning', equals, message: '`{key}` lets the pod {power}' },
    agent: { severity: 'hint', equals, message: '`{key}` lets this node agent {power}: keep it only if it needs to' },
  },
  fixes: {
    // A probe of the node's own address is right only for as long as the pod shares it.
    own: { title: 'Remove `{key}`: the pod gets a namespace of its own', safety: 'behaviour', revealing: true },
  },
  phrases: { power: Object.values(namespaces).map(({ power }) => power) },
  check(document, report) {
    for (const workload of document.objects.flatMap(({ workloads }) => workloads)) {
      const { node } = workload.pod;
      for (const [key, { power, peers }] of Object.entries(namespaces)) {
        const { presence, entry } = lookup(node, key);
        if (presence !== 'yes' || entry === undefined || booleanOf(entry.value) !== true) continue;
        // A pod of Windows processes has to be on its host's network.
        if (workload.pod.windows) continue;
        report({
          variant: isNodeAgent(workload) ? 'agent' : 'shared',
          at: entry.range,
          values: { key, power },
          equals: peers,
          fixes: soleFix('own', () => removeEntry(document, node, entry)),
        });
      }
    }
  },
});
