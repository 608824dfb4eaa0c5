import { asMapping, asScalar, fieldOf, lookup, stringOf } from './lookup';
import type { ManifestDocument, PodSpec, Scalar, Volume } from './manifest';

/** A directory or file of the node that a pod mounts. */
export interface HostPath {
  readonly volume: Volume;
  readonly pod: PodSpec;
  readonly path: string;
  readonly pathNode: Scalar;
}

/** The `hostPath` volumes of a document's pods whose paths are written out; without slashes at the end. */
export const hostPathsIn = (document: ManifestDocument): readonly HostPath[] =>
  document.objects
    .flatMap(({ workloads }) => workloads.map(({ pod }) => pod))
    .filter(({ windows }) => !windows)
    .flatMap((pod) =>
      pod.volumes.flatMap((volume): readonly HostPath[] => {
        if (lookup(volume.node, 'hostPath').presence !== 'yes') return [];
        const pathNode = asScalar(fieldOf(asMapping(fieldOf(volume.node, 'hostPath')), 'path'));
        const path = stringOf(pathNode);
        if (pathNode === undefined || path === undefined || !path.startsWith('/')) return [];
        return [{ volume, pod, path: path.replace(/(?<!\/)\/+$/, '') || '/', pathNode }];
      }),
    );

/**
 * The socket of a container runtime: whoever can write to it starts containers on the node as they like.
 * Sources: docs.docker.com/engine/security; kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/find-out-runtime-you-use
 */
export const isRuntimeSocket = (path: string): boolean =>
  /^\/(?:var\/)?run\/(?:docker|cri-dockerd|crio\/crio|podman\/podman|(?:k3s\/)?containerd\/containerd|dockershim)\.sock$/.test(
    path,
  );

/** Whether every container that mounts a volume surely mounts it only for reading, and at least one does. */
export function isOnlyRead({ containers }: PodSpec, { name }: Volume): boolean {
  const mounts = containers.flatMap((container) => container.mounts.filter((mount) => mount.name === name));
  return (
    mounts.length > 0 &&
    mounts.every(({ node }) => {
      const value = fieldOf(node, 'readOnly');
      return value?.kind === 'scalar' && value.value === true;
    })
  );
}
