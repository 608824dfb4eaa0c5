import { soleFix } from '../../../engine/sole-fix';
import { removeVolume } from '../../edits/remove-volume';
import { hostPathsIn, isOnlyRead, isRuntimeSocket } from '../../model/host-paths';
import { isNodeAgent } from '../../model/node-agents';
import { manifestRule } from '../../rule';

const own = ['kube-linter/docker-sock', 'trivy/KSV-0006', 'checkov/CKV_K8S_27', 'kubescape/C-0074'];
/** What other tools say of any path of the node, and of one that is not mounted to be read only. */
const any = ['polaris/hostPathSet', 'trivy/KSV-0023', 'kubescape/C-0048'];
const writable = ['kube-linter/writable-host-mount', 'kubescape/C-0045'];
const equals = [...own, ...any, ...writable];

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
      report({
        variant: isNodeAgent(pod.workload) ? 'agent' : 'mounted',
        at: pathNode.range,
        values: { path, volume: volume.name ?? '' },
        equals: [...own, ...any, ...(isOnlyRead(pod, volume) ? [] : writable)],
        fixes: soleFix('unmount', () => removeVolume(document, pod, volume)),
      });
    }
  },
});
