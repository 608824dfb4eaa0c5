import type { FixOffer } from '../../../engine/rule';
import { replaceEntry } from '../../edits/replace-entry';
import { placeholder } from '../../edits/value';
import { mayHoldData } from '../../model/data-volumes';
import { type HostPath, hostPathsIn, isOnlyRead, isRuntimeSocket } from '../../model/host-paths';
import { lookup } from '../../model/lookup';
import type { ManifestDocument } from '../../model/manifest';
import { isNodeAgent } from '../../model/node-agents';
import { manifestRule } from '../../rule';

const any = ['polaris/hostPathSet', 'trivy/KSV-0023', 'kubescape/C-0048'];
const sensitive = 'kube-linter/sensitive-host-mounts';
const writable = ['kube-linter/writable-host-mount', 'kubescape/C-0045'];

export default manifestRule({
  id: 'host-path',
  chapter: 'security',
  variants: {
    sensitive: {
      severity: 'warning',
      equals: [...any, sensitive, ...writable],
      message: "`{path}` belongs to the node's own system: whoever gets into the pod can {do} what the node depends on",
    },
    mounted: {
      severity: 'warning',
      equals: [...any, ...writable],
      message:
        '`{path}` is a directory of whichever node the pod is on: data stays behind, and pods share it unguarded',
    },
    timeZone: {
      severity: 'hint',
      equals: any,
      message:
        '`{path}` comes from the node: the Pod Security Standards refuse it, and `TZ` or an image with zones will do',
    },
    agent: {
      severity: 'hint',
      equals: [...any, sensitive, ...writable],
      message: '`{path}` of the node is open to this agent: keep it read-only and as narrow as it can be',
    },
  },
  fixes: {
    claim: { title: 'Mount a PersistentVolumeClaim in its place, for you to name', safety: 'placeholder' },
    scratch: { title: 'Mount an empty directory in its place', safety: 'behaviour' },
  },
  phrases: { do: ['read', 'change'] },
  check(document, report) {
    for (const host of hostPathsIn(document)) {
      const { pod, volume, path, pathNode } = host;
      if (isRuntimeSocket(path)) continue;
      const read = isOnlyRead(pod, volume);
      const variant = variantOf(host);
      report({
        variant,
        at: pathNode.range,
        values: { path, do: read ? 'read' : 'change' },
        equals: [...any, ...(isSystem(path) ? [sensitive] : []), ...(read ? [] : writable)],
        fixes: () => (variant === 'mounted' ? replaced(document, host) : []),
      });
    }
  },
});

function variantOf({ pod, path }: HostPath): 'sensitive' | 'mounted' | 'timeZone' | 'agent' {
  if (isNodeAgent(pod.workload)) return 'agent';
  if (/^\/etc\/(?:localtime|timezone)$|^\/usr\/share\/zoneinfo(?:\/|$)/.test(path)) return 'timeZone';
  return isSystem(path) ? 'sensitive' : 'mounted';
}

/** What a node cannot do without, and what shows what runs on it. kube-linter's list, and the folders of the kubelet and its pods. */
const isSystem = (path: string): boolean =>
  path === '/' ||
  /^\/(?:boot|dev|etc|lib|lib64|proc|root|run|sbin|bin|sys|usr|var|var\/run|var\/log)$/.test(path) ||
  /^\/(?:etc\/kubernetes|var\/lib\/(?:kubelet|docker|containerd|etcd)|proc|sys|dev)(?:\/|$)/.test(path);

function replaced(document: ManifestDocument, { pod, volume }: HostPath): readonly FixOffer<'claim' | 'scratch'>[] {
  const { entry } = lookup(volume.node, 'hostPath');
  if (entry === undefined || volume.name === undefined) return [];
  const claimName = placeholder(volume.name);
  const claim = replaceEntry(document, volume.node, entry, 'persistentVolumeClaim', { claimName });
  const scratch = mayHoldData(pod, volume) ? undefined : replaceEntry(document, volume.node, entry, 'emptyDir', {});
  return [
    ...(claim === undefined ? [] : [{ id: 'claim', edits: () => claim } as const]),
    ...(scratch === undefined ? [] : [{ id: 'scratch', edits: () => scratch } as const]),
  ];
}
