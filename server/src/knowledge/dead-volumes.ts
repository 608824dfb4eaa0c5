/**
 * Volume plugins by the minor version of Kubernetes since which they do nothing: the pod waits for ever.
 * Sources: kubernetes/kubernetes pkg/api/pod/warnings.go; for gitRepo the feature gate GitRepoVolumeDriver, off since 1.33.
 */
const since: Readonly<Record<string, number>> = {
  photonPersistentDisk: 16,
  scaleIO: 22,
  flocker: 25,
  quobyte: 25,
  storageos: 25,
  glusterfs: 26,
  cephfs: 31,
  rbd: 31,
  gitRepo: 33,
};

/** The minor version without a plugin; `undefined` for those that work. */
export const volumeDeadSince = (source: string): number | undefined =>
  Object.hasOwn(since, source) ? since[source] : undefined;
