import { statefulImage } from '../../knowledge/stateful-images';
import { lookup } from './lookup';
import type { Lookup, PodSpec, Workload } from './manifest';
import { servedPorts } from './probe-suggestion';

/** Volumes that each pod gets for itself, or only reads. */
const shareable: ReadonlySet<string> = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'projected',
  'secret',
]);

/**
 * Whether a second pod of a workload that serves clients can surely run beside the first: nothing that it holds is there only
 * once, be it a claim, a directory or port of the node, or data of a server that must be alone with them.
 */
export const runsSideBySide = ({ pod }: Workload): boolean =>
  pod.containers.some((container) => container.placement === 'app' && servedPorts(container).length > 0) &&
  pod.containers.every(
    ({ image, ports }) =>
      ports.every(({ node }) => lookup(node, 'hostPort').presence === 'no') &&
      (image === undefined || statefulImage(image.text) === undefined),
  ) &&
  lookup(pod.node, 'hostNetwork').presence === 'no' &&
  sharesVolumes(pod);

/** Whether a pod surely mounts nothing that is there only once. */
export const sharesVolumes = (pod: PodSpec): boolean =>
  isWhole(lookup(pod.node, 'volumes')) &&
  pod.volumes.every(({ source, node }) => !node.open && source !== undefined && shareable.has(source));

/** Whether a list is surely all that there is. */
const isWhole = ({ presence, entry }: Lookup): boolean =>
  presence === 'no' || (presence === 'yes' && entry?.value?.kind === 'sequence' && !entry.value.open);
