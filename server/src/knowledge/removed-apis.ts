/** A version of a kind that the API server serves no more, or will stop serving. */
export interface RemovedApi {
  readonly kinds: readonly string[];
  readonly apiVersion: string;
  /** Minor version of Kubernetes 1.x without it; `undefined` while it is only deprecated. */
  readonly removedIn?: number;
  /** Minor version since which it is deprecated, where that is known. */
  readonly deprecatedIn?: number;
  /** What to write instead; `undefined` when there is no successor. */
  readonly replacement?: string;
  /** Kind of the successor, when it has another name. */
  readonly replacementKind?: string;
  /** Minor version since which the replacement is served. */
  readonly since?: number;
  /** Whether changing `apiVersion` is enough. */
  readonly sameShape: boolean;
  /** What else has to change, for a message. */
  readonly migration?: string;
}

const row = (
  kinds: string,
  apiVersion: string,
  removedIn: number,
  replacement: string,
  since: number,
  migration?: string,
): RemovedApi => ({
  kinds: kinds.split(' '),
  apiVersion,
  removedIn,
  replacement,
  since,
  sameShape: migration === undefined,
  ...(migration !== undefined && { migration }),
});

const selector = '`spec.selector` is required';
const ingress = 'backends name `service.name` and `service.port`, and every path has a `pathType`';
const autoscaler = 'metrics have a `target` with `type` and a value';
const admission = '`sideEffects` and `admissionReviewVersions` are required';

/**
 * Removed and deprecated versions. Sources: kubernetes/website deprecation guide; FairwindsOps/pluto:versions.yaml;
 * aquasecurity/trivy-checks KSV-0107.
 */
export const removedApis: readonly RemovedApi[] = [
  row('Deployment DaemonSet ReplicaSet', 'extensions/v1beta1', 16, 'apps/v1', 9, selector),
  row('Deployment StatefulSet ReplicaSet', 'apps/v1beta1', 16, 'apps/v1', 9, selector),
  row('Deployment StatefulSet DaemonSet ReplicaSet', 'apps/v1beta2', 16, 'apps/v1', 9),
  row('NetworkPolicy', 'extensions/v1beta1', 16, 'networking.k8s.io/v1', 8),
  row('Ingress', 'extensions/v1beta1', 22, 'networking.k8s.io/v1', 19, ingress),
  row('Ingress', 'networking.k8s.io/v1beta1', 22, 'networking.k8s.io/v1', 19, ingress),
  row('IngressClass', 'networking.k8s.io/v1beta1', 22, 'networking.k8s.io/v1', 19),
  row('PriorityClass', 'scheduling.k8s.io/v1alpha1', 17, 'scheduling.k8s.io/v1', 14),
  row('PriorityClass', 'scheduling.k8s.io/v1beta1', 22, 'scheduling.k8s.io/v1', 14),
  row(
    'CustomResourceDefinition',
    'apiextensions.k8s.io/v1beta1',
    22,
    'apiextensions.k8s.io/v1',
    16,
    'every version needs a schema of its own',
  ),
  row(
    'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
    'admissionregistration.k8s.io/v1beta1',
    22,
    'admissionregistration.k8s.io/v1',
    16,
    admission,
  ),
  row(
    'Role RoleBinding ClusterRole ClusterRoleBinding',
    'rbac.authorization.k8s.io/v1alpha1',
    22,
    'rbac.authorization.k8s.io/v1',
    8,
  ),
  row(
    'Role RoleBinding ClusterRole ClusterRoleBinding',
    'rbac.authorization.k8s.io/v1beta1',
    22,
    'rbac.authorization.k8s.io/v1',
    8,
  ),
  row('StorageClass', 'storage.k8s.io/v1beta1', 22, 'storage.k8s.io/v1', 6),
  row('CSIDriver', 'storage.k8s.io/v1beta1', 22, 'storage.k8s.io/v1', 18),
  row('CSINode', 'storage.k8s.io/v1beta1', 22, 'storage.k8s.io/v1', 17),
  row('VolumeAttachment', 'storage.k8s.io/v1beta1', 22, 'storage.k8s.io/v1', 13),
  row('APIService', 'apiregistration.k8s.io/v1beta1', 22, 'apiregistration.k8s.io/v1', 10),
  row('TokenReview', 'authentication.k8s.io/v1beta1', 22, 'authentication.k8s.io/v1', 6),
  row(
    'SubjectAccessReview LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview',
    'authorization.k8s.io/v1beta1',
    22,
    'authorization.k8s.io/v1',
    6,
    '`spec.group` became `spec.groups`',
  ),
  row(
    'CertificateSigningRequest',
    'certificates.k8s.io/v1beta1',
    22,
    'certificates.k8s.io/v1',
    19,
    '`signerName` and `usages` are required',
  ),
  row('Lease', 'coordination.k8s.io/v1beta1', 22, 'coordination.k8s.io/v1', 14),
  row('CronJob', 'batch/v2alpha1', 21, 'batch/v1', 21),
  row('CronJob', 'batch/v1beta1', 25, 'batch/v1', 21),
  // An empty selector selects every pod of the namespace now, and none before.
  row('PodDisruptionBudget', 'policy/v1beta1', 25, 'policy/v1', 21),
  {
    kinds: ['PodSecurityPolicy'],
    apiVersion: 'extensions/v1beta1',
    removedIn: 16,
    sameShape: false,
    migration: 'Pod Security Standards are set by labels of the namespace',
  },
  {
    kinds: ['PodSecurityPolicy'],
    apiVersion: 'policy/v1beta1',
    removedIn: 25,
    sameShape: false,
    migration: 'Pod Security Standards are set by labels of the namespace',
  },
  row(
    'EndpointSlice',
    'discovery.k8s.io/v1beta1',
    25,
    'discovery.k8s.io/v1',
    21,
    '`topology` became `nodeName` and `zone`',
  ),
  row('Event', 'events.k8s.io/v1beta1', 25, 'events.k8s.io/v1', 19, 'several fields are required'),
  row('RuntimeClass', 'node.k8s.io/v1beta1', 25, 'node.k8s.io/v1', 20),
  row('HorizontalPodAutoscaler', 'autoscaling/v2beta1', 25, 'autoscaling/v2', 23, autoscaler),
  row('HorizontalPodAutoscaler', 'autoscaling/v2beta2', 26, 'autoscaling/v2', 23),
  row('CSIStorageCapacity', 'storage.k8s.io/v1beta1', 27, 'storage.k8s.io/v1', 24),
  row(
    'FlowSchema PriorityLevelConfiguration',
    'flowcontrol.apiserver.k8s.io/v1beta1',
    26,
    'flowcontrol.apiserver.k8s.io/v1',
    29,
    '`assuredConcurrencyShares` became `nominalConcurrencyShares`',
  ),
  row(
    'FlowSchema PriorityLevelConfiguration',
    'flowcontrol.apiserver.k8s.io/v1beta2',
    29,
    'flowcontrol.apiserver.k8s.io/v1',
    29,
    '`assuredConcurrencyShares` became `nominalConcurrencyShares`',
  ),
  row(
    'FlowSchema PriorityLevelConfiguration',
    'flowcontrol.apiserver.k8s.io/v1beta3',
    32,
    'flowcontrol.apiserver.k8s.io/v1',
    29,
  ),
  row(
    'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
    'admissionregistration.k8s.io/v1alpha1',
    33,
    'admissionregistration.k8s.io/v1',
    30,
  ),
  row(
    'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
    'admissionregistration.k8s.io/v1beta1',
    34,
    'admissionregistration.k8s.io/v1',
    30,
  ),
  row(
    'ResourceClaim ResourceClaimTemplate DeviceClass ResourceSlice',
    'resource.k8s.io/v1alpha3',
    34,
    'resource.k8s.io/v1',
    34,
    'requests were restructured',
  ),
  row(
    'ResourceClaim ResourceClaimTemplate DeviceClass ResourceSlice',
    'resource.k8s.io/v1beta1',
    36,
    'resource.k8s.io/v1',
    34,
    'requests were restructured',
  ),
  row('VolumeAttributesClass', 'storage.k8s.io/v1alpha1', 35, 'storage.k8s.io/v1', 34),
  {
    kinds: ['VolumeAttributesClass'],
    apiVersion: 'storage.k8s.io/v1beta1',
    deprecatedIn: 34,
    replacement: 'storage.k8s.io/v1',
    since: 34,
    sameShape: true,
  },
  {
    kinds: ['Endpoints'],
    apiVersion: 'v1',
    deprecatedIn: 33,
    replacement: 'discovery.k8s.io/v1',
    replacementKind: 'EndpointSlice',
    since: 21,
    sameShape: false,
    migration: 'an EndpointSlice holds its addresses differently',
  },
];

/** The row for an object, whether removed or only deprecated. */
export function removedApi(apiVersion: string, kind: string): RemovedApi | undefined {
  return removedApis.find((api) => api.apiVersion === apiVersion && api.kinds.includes(kind));
}
