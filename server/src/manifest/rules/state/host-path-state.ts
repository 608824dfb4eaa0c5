import type { TextRange } from '../../../engine/text';
import { labelOf } from '../../model/every-container';
import { type HostPath, hostPathsIn } from '../../model/host-paths';
import { dataServerOf, isNamedForData, keepingOf } from '../../model/kept-data';
import { booleanOf, fieldOf, lookup, lookupAt, valueAt } from '../../model/lookup';
import type { Container, PodSpec, VolumeMount } from '../../model/manifest';
import { isNodeAgent } from '../../model/node-agents';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'host-path-state',
  chapter: 'state',
  variants: {
    server: {
      severity: 'warning',
      message: '`{image}` keeps its data in `{host}` of whichever node it is on: on another one it starts with nothing',
    },
    folder: {
      severity: 'warning',
      message: '`{path}` of `{container}` is `{host}` of whichever node it is on: on another one it finds nothing',
    },
  },
  check(document, report) {
    for (const host of hostPathsIn(document)) {
      const { pod, volume, path } = host;
      if (!moves(host)) continue;
      for (const container of pod.containers)
        for (const mount of container.mounts) {
          if (mount.name !== volume.name || mount.path === undefined || isReadOnly(mount)) continue;
          const variant = variantOf(container, mount);
          if (variant === undefined) continue;
          const values = { container: labelOf(container), image: container.image?.text ?? '', path: mount.path };
          report({ variant, at: placeOf(mount), values: { ...values, host: path } });
        }
    }
  },
});

/** Whether a pod may come to be on another node, and is not a part of its nodes. */
function moves({ pod }: HostPath): boolean {
  const { workload } = pod;
  if (workload.lifetime !== 'service' && workload.lifetime !== 'pod') return false;
  return !isNodeAgent(workload) && !isPinned(pod);
}

/** https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetesiohostname */
function isPinned({ node }: PodSpec): boolean {
  if (lookup(node, 'nodeName').presence !== 'no') return true;
  const selector = lookupAt(node, ['nodeSelector', 'kubernetes.io/hostname']);
  if (selector.presence !== 'no') return true;
  // What an affinity requires may be one node.
  const required = ['affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'];
  return lookupAt(node, required).presence === 'unknown' || valueAt(node, required) !== undefined;
}

const isReadOnly = ({ node }: VolumeMount): boolean => booleanOf(fieldOf(node, 'readOnly')) === true;

const placeOf = ({ node }: VolumeMount): TextRange => fieldOf(node, 'mountPath')?.range ?? node.range;

function variantOf(container: Container, mount: VolumeMount): 'server' | 'folder' | undefined {
  if (container.placement === 'init' || container.placement === 'ephemeral') return undefined;
  const server = dataServerOf(container);
  const keeping = server && keepingOf(container, server);
  if (keeping?.kind === 'kept') return keeping.mount === mount ? 'server' : undefined;
  return mount.path !== undefined && isNamedForData(mount.path) ? 'folder' : undefined;
}
