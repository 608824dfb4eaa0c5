/** A version of a kind that the API server serves no more, or will stop serving. */
export interface RemovedApi {
  readonly kinds: readonly string[];
  readonly apiVersion: string;
  /** Minor version of Kubernetes 1.x since which it is deprecated. */
  readonly deprecatedIn: number;
  /** Minor version without it; `undefined` while its end is not set. */
  readonly removedIn?: number;
  /** What to write instead; `undefined` when there is no successor. */
  readonly replacement?: string;
  /** Kind of the successor, when it has another name. */
  readonly replacementKind?: string;
  /** Minor version since which the replacement is served. */
  readonly since?: number;
  /** Whether changing `apiVersion` is enough. */
  readonly sameShape: boolean;
  /** What else has to change, or may have to. */
  readonly migration?: ApiMigration;
}

/**
 * What changes besides `apiVersion`. `workload`: the selector is required, and defaults differ; `ingress`: backends and
 * path types; `autoscaler`: metrics have targets; `budget`: an empty selector means all pods, no longer none; `webhooks`:
 * `sideEffects` and `admissionReviewVersions` are required, and defaults differ; `priorityLevel`: shares are nominal;
 * `accessReview`: `group` is `groups`; `endpointSlice`: no `topology`; `signingRequest`: signer and usages are required;
 * `person`: more than a tool should decide.
 */
export type ApiMigration =
  | 'workload'
  | 'ingress'
  | 'autoscaler'
  | 'budget'
  | 'webhooks'
  | 'priorityLevel'
  | 'accessReview'
  | 'endpointSlice'
  | 'signingRequest'
  | 'person';

/** The same shape for most objects: those that it concerns are told by what they hold. */
const mostlySame: ReadonlySet<ApiMigration> = new Set(['budget']);

/** @param span the minor versions in which it is deprecated: since when, and that of its removal */
const row = (
  kinds: string,
  apiVersion: string,
  span: readonly [deprecatedIn: number, removedIn?: number],
  replacement: readonly [apiVersion: string, since: number] | undefined,
  migration?: ApiMigration,
): RemovedApi => ({
  kinds: kinds.split(' '),
  apiVersion,
  deprecatedIn: span[0],
  ...(span[1] !== undefined && { removedIn: span[1] }),
  ...(replacement !== undefined && { replacement: replacement[0], since: replacement[1] }),
  sameShape: migration === undefined || mostlySame.has(migration),
  ...(migration !== undefined && { migration }),
});

const apps = ['apps/v1', 9] as const;
const ingress = ['networking.k8s.io/v1', 19] as const;
const rbac = ['rbac.authorization.k8s.io/v1', 8] as const;
const flowControl = ['flowcontrol.apiserver.k8s.io/v1', 29] as const;
const autoscaling = ['autoscaling/v2', 23] as const;
const priority = ['scheduling.k8s.io/v1', 14] as const;
const admission = ['admissionregistration.k8s.io/v1', 30] as const;
const resource = ['resource.k8s.io/v1', 34] as const;
const roles = 'Role RoleBinding ClusterRole ClusterRoleBinding';
const claims = 'ResourceClaim ResourceClaimTemplate DeviceClass ResourceSlice';
const policies = 'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding';

/**
 * Removed and deprecated versions. Sources: kubernetes/website reference/using-api/deprecation-guide.md; kubernetes/api
 * zz_generated.prerelease-lifecycle.go of each group, whose generator sets a beta's end to six minor versions after it
 * came; FairwindsOps/pluto versions.yaml; aquasecurity/trivy-checks outdated_api.rego. That versions without an end are
 * still there in 1.36 is in the OpenAPI models of that release.
 */
export const removedApis: readonly RemovedApi[] = [
  row('Deployment DaemonSet ReplicaSet', 'extensions/v1beta1', [9, 16], apps, 'workload'),
  row('Deployment StatefulSet ReplicaSet', 'apps/v1beta1', [9, 16], apps, 'workload'),
  row('Deployment StatefulSet DaemonSet ReplicaSet', 'apps/v1beta2', [9, 16], apps),
  row('ControllerRevision', 'apps/v1beta1', [8, 16], apps),
  row('ControllerRevision', 'apps/v1beta2', [9, 16], apps),
  row('NetworkPolicy', 'extensions/v1beta1', [9, 16], ['networking.k8s.io/v1', 8]),
  row('Ingress', 'extensions/v1beta1', [14, 22], ingress, 'ingress'),
  row('Ingress', 'networking.k8s.io/v1beta1', [19, 22], ingress, 'ingress'),
  row('IngressClass', 'networking.k8s.io/v1beta1', [19, 22], ingress),
  row('IPAddress ServiceCIDR', 'networking.k8s.io/v1beta1', [34, 37], ['networking.k8s.io/v1', 33]),
  row('PriorityClass', 'scheduling.k8s.io/v1alpha1', [14, 17], priority),
  row('PriorityClass', 'scheduling.k8s.io/v1beta1', [14, 22], priority),
  row('CustomResourceDefinition', 'apiextensions.k8s.io/v1beta1', [16, 22], ['apiextensions.k8s.io/v1', 16], 'person'),
  row(
    'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
    'admissionregistration.k8s.io/v1beta1',
    [16, 22],
    ['admissionregistration.k8s.io/v1', 16],
    'webhooks',
  ),
  row(roles, 'rbac.authorization.k8s.io/v1alpha1', [17, 22], rbac),
  row(roles, 'rbac.authorization.k8s.io/v1beta1', [17, 22], rbac),
  row('StorageClass', 'storage.k8s.io/v1beta1', [19, 22], ['storage.k8s.io/v1', 6]),
  row('CSIDriver', 'storage.k8s.io/v1beta1', [19, 22], ['storage.k8s.io/v1', 19]),
  row('CSINode', 'storage.k8s.io/v1beta1', [17, 22], ['storage.k8s.io/v1', 17]),
  row('VolumeAttachment', 'storage.k8s.io/v1alpha1', [21, 24], ['storage.k8s.io/v1', 13]),
  row('VolumeAttachment', 'storage.k8s.io/v1beta1', [19, 22], ['storage.k8s.io/v1', 13]),
  row('CSIStorageCapacity', 'storage.k8s.io/v1alpha1', [21, 24], ['storage.k8s.io/v1', 24]),
  row('CSIStorageCapacity', 'storage.k8s.io/v1beta1', [24, 27], ['storage.k8s.io/v1', 24]),
  row('VolumeAttributesClass', 'storage.k8s.io/v1alpha1', [32, 35], ['storage.k8s.io/v1', 34]),
  row('VolumeAttributesClass', 'storage.k8s.io/v1beta1', [34, 37], ['storage.k8s.io/v1', 34]),
  row('APIService', 'apiregistration.k8s.io/v1beta1', [19, 22], ['apiregistration.k8s.io/v1', 10]),
  row('TokenReview', 'authentication.k8s.io/v1beta1', [19, 22], ['authentication.k8s.io/v1', 6]),
  row('SelfSubjectReview', 'authentication.k8s.io/v1beta1', [30, 33], ['authentication.k8s.io/v1', 28]),
  row(
    'SubjectAccessReview LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview',
    'authorization.k8s.io/v1beta1',
    [19, 22],
    ['authorization.k8s.io/v1', 6],
    'accessReview',
  ),
  row(
    'CertificateSigningRequest',
    'certificates.k8s.io/v1beta1',
    [19, 22],
    ['certificates.k8s.io/v1', 19],
    'signingRequest',
  ),
  row('Lease', 'coordination.k8s.io/v1beta1', [19, 22], ['coordination.k8s.io/v1', 14]),
  row('CronJob', 'batch/v2alpha1', [8, 21], ['batch/v1', 21]),
  row('CronJob', 'batch/v1beta1', [21, 25], ['batch/v1', 21]),
  row('PodDisruptionBudget', 'policy/v1beta1', [21, 25], ['policy/v1', 21], 'budget'),
  row('PodSecurityPolicy', 'extensions/v1beta1', [10, 16], undefined, 'person'),
  row('PodSecurityPolicy', 'policy/v1beta1', [21, 25], undefined, 'person'),
  row('PodPreset', 'settings.k8s.io/v1alpha1', [19, 20], undefined, 'person'),
  row('EndpointSlice', 'discovery.k8s.io/v1beta1', [21, 25], ['discovery.k8s.io/v1', 21], 'endpointSlice'),
  row('Event', 'events.k8s.io/v1beta1', [19, 25], ['events.k8s.io/v1', 19], 'person'),
  row('RuntimeClass', 'node.k8s.io/v1beta1', [22, 25], ['node.k8s.io/v1', 20]),
  row('HorizontalPodAutoscaler', 'autoscaling/v2beta1', [22, 25], autoscaling, 'autoscaler'),
  row('HorizontalPodAutoscaler', 'autoscaling/v2beta2', [23, 26], autoscaling),
  row('FlowSchema', 'flowcontrol.apiserver.k8s.io/v1beta1', [23, 26], flowControl),
  row('FlowSchema', 'flowcontrol.apiserver.k8s.io/v1beta2', [26, 29], flowControl),
  row('FlowSchema', 'flowcontrol.apiserver.k8s.io/v1beta3', [29, 32], flowControl),
  row('PriorityLevelConfiguration', 'flowcontrol.apiserver.k8s.io/v1beta1', [23, 26], flowControl, 'priorityLevel'),
  row('PriorityLevelConfiguration', 'flowcontrol.apiserver.k8s.io/v1beta2', [26, 29], flowControl, 'priorityLevel'),
  row('PriorityLevelConfiguration', 'flowcontrol.apiserver.k8s.io/v1beta3', [29, 32], flowControl, 'priorityLevel'),
  row(policies, 'admissionregistration.k8s.io/v1alpha1', [30, 33], admission, 'person'),
  row(policies, 'admissionregistration.k8s.io/v1beta1', [31, 34], admission),
  row(claims, 'resource.k8s.io/v1alpha3', [34, 34], resource, 'person'),
  row(claims, 'resource.k8s.io/v1beta1', [35, 38], resource, 'person'),
  row(claims, 'resource.k8s.io/v1beta2', [36, 39], resource),
  { ...row('Endpoints', 'v1', [33], ['discovery.k8s.io/v1', 21], 'person'), replacementKind: 'EndpointSlice' },
];

const rows: ReadonlyMap<string, RemovedApi> = new Map(
  removedApis.flatMap((api) => api.kinds.map((kind): [string, RemovedApi] => [`${api.apiVersion} ${kind}`, api])),
);

/** The row for an object, whether removed or only deprecated. */
export const removedApi = (apiVersion: string, kind: string): RemovedApi | undefined =>
  rows.get(`${apiVersion} ${kind}`);
