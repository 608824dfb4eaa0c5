import { removeVolume } from '../../edits/remove-volume';
import { hostPathsIn, isRuntimeSocket } from '../../model/host-paths';
import { isNodeAgent } from '../../model/node-agents';
import { manifestRule } from '../../rule';

const equals = ['kube-linter/docker-sock', 'trivy/KSV-0006', 'checkov/CKV_K8S_27', 'kubescape/C-0074'];

export default manifestRule({
  id: 'docker-socket-mount',
  chapter: 'security',
  variants: {
    mounted: {
      severity: 'warning',
      equals,
      message: '`{path}` is root on the node: whoever reaches this socket can start any container there',
    },
    agent: {
      severity: 'hint',
      equals,
      message: '`{path}` is root on the node, also for a node agent that only wants to read from it',
    },
  },
  fixes: {
    unmount: { title: 'Remove the volume `{volume}` and its mounts', safety: 'behaviour' },
  },
  check(document, report) {
    for (const { pod, volume, path, pathNode } of hostPathsIn(document)) {
      if (!isRuntimeSocket(path)) continue;
      const edits = removeVolume(document, pod, volume);
      report({
        variant: isNodeAgent(pod.workload) ? 'agent' : 'mounted',
        at: pathNode.range,
        values: { path, volume: volume.name ?? '' },
        fixes: edits === undefined ? [] : [{ id: 'unmount', edits: () => edits }],
      });
    }
  },
});
