/**
 * Fields of `metadata` that the API server fills in. Source: kubernetes/apimachinery pkg/apis/meta/v1/types.go ("Populated by the
 * system. Read-only."), kubernetes/apiserver pkg/registry/rest/create.go.
 */
export const filledIn: readonly string[] = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'selfLink',
];

/** Those that have to be what the cluster has, where they are given. */
export const compared: readonly string[] = ['resourceVersion', 'uid'];

/** Annotations that the cluster and its tools write. Source: kubernetes.io reference, well-known annotations. */
export const writtenAnnotations: readonly string[] = [
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
];
