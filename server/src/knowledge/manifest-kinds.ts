/** A kind of the Kubernetes API itself. */
export interface BuiltInKind {
  /** The stable version to write. */
  readonly apiVersion: string;
  readonly namespaced: boolean;
}

const groups: readonly { readonly apiVersion: string; readonly namespaced: string; readonly cluster?: string }[] = [
  {
    apiVersion: 'v1',
    namespaced:
      'Pod Service ConfigMap Secret ServiceAccount PersistentVolumeClaim Endpoints Event LimitRange ResourceQuota PodTemplate ReplicationController Binding',
    cluster: 'Namespace Node PersistentVolume ComponentStatus',
  },
  { apiVersion: 'apps/v1', namespaced: 'Deployment StatefulSet DaemonSet ReplicaSet ControllerRevision' },
  { apiVersion: 'batch/v1', namespaced: 'Job CronJob' },
  { apiVersion: 'autoscaling/v2', namespaced: 'HorizontalPodAutoscaler' },
  { apiVersion: 'policy/v1', namespaced: 'PodDisruptionBudget' },
  {
    apiVersion: 'networking.k8s.io/v1',
    namespaced: 'Ingress NetworkPolicy',
    cluster: 'IngressClass IPAddress ServiceCIDR',
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    namespaced: 'Role RoleBinding',
    cluster: 'ClusterRole ClusterRoleBinding',
  },
  {
    apiVersion: 'storage.k8s.io/v1',
    namespaced: 'CSIStorageCapacity',
    cluster: 'StorageClass CSIDriver CSINode VolumeAttachment VolumeAttributesClass',
  },
  { apiVersion: 'scheduling.k8s.io/v1', namespaced: '', cluster: 'PriorityClass' },
  { apiVersion: 'apiextensions.k8s.io/v1', namespaced: '', cluster: 'CustomResourceDefinition' },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    namespaced: '',
    cluster:
      'MutatingWebhookConfiguration ValidatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
  },
  { apiVersion: 'apiregistration.k8s.io/v1', namespaced: '', cluster: 'APIService' },
  { apiVersion: 'discovery.k8s.io/v1', namespaced: 'EndpointSlice' },
  { apiVersion: 'node.k8s.io/v1', namespaced: '', cluster: 'RuntimeClass' },
  { apiVersion: 'coordination.k8s.io/v1', namespaced: 'Lease' },
  { apiVersion: 'certificates.k8s.io/v1', namespaced: '', cluster: 'CertificateSigningRequest' },
  { apiVersion: 'flowcontrol.apiserver.k8s.io/v1', namespaced: '', cluster: 'FlowSchema PriorityLevelConfiguration' },
  {
    apiVersion: 'resource.k8s.io/v1',
    namespaced: 'ResourceClaim ResourceClaimTemplate',
    cluster: 'DeviceClass ResourceSlice',
  },
  { apiVersion: 'authentication.k8s.io/v1', namespaced: '', cluster: 'TokenReview SelfSubjectReview' },
  {
    apiVersion: 'authorization.k8s.io/v1',
    namespaced: 'LocalSubjectAccessReview',
    cluster: 'SubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview',
  },
];

const split = (names: string): string[] => names.split(' ').filter((name) => name !== '');

/** Built-in kinds and where they belong. Source: kubernetes/api of release 1.36, register.go of each group. */
export const builtInKinds: ReadonlyMap<string, BuiltInKind> = new Map(
  groups.flatMap(({ apiVersion, namespaced, cluster = '' }) => [
    ...split(namespaced).map((kind): [string, BuiltInKind] => [kind, { apiVersion, namespaced: true }]),
    ...split(cluster).map((kind): [string, BuiltInKind] => [kind, { apiVersion, namespaced: false }]),
  ]),
);

/** The built-in kind of this name in any spelling (`deployment`), for "did you mean". */
export function builtInKindLike(name: string): string | undefined {
  const lower = name.toLowerCase();
  return [...builtInKinds.keys()].find((kind) => kind.toLowerCase() === lower);
}

/**
 * Files that look like Kubernetes objects and are read by a program, not by a cluster. Matched against `apiVersion` and kind.
 * Source: each program's documentation.
 */
const notForTheCluster: readonly { readonly apiVersion: RegExp; readonly kind?: RegExp; readonly reader: string }[] = [
  { apiVersion: /^kustomize\.config\.k8s\.io\//, reader: 'kustomize' },
  { apiVersion: /^skaffold\//, reader: 'skaffold' },
  { apiVersion: /^kind\.x-k8s\.io\//, reader: 'kind' },
  { apiVersion: /^k3d\.io\//, reader: 'k3d' },
  {
    apiVersion:
      /^(?:kubeadm|kubelet|kubeproxy|kubescheduler|kubecontrollermanager)\.(?:config\.)?k8s\.io\/|^kube(?:scheduler|let|proxy|controllermanager)\.config\.k8s\.io\//,
    reader: 'a Kubernetes component',
  },
  { apiVersion: /^v1$/, kind: /^Config$/, reader: 'kubectl' },
  { apiVersion: /^client\.authentication\.k8s\.io\//, reader: 'kubectl' },
  { apiVersion: /^audit\.k8s\.io\//, reader: 'the API server' },
  {
    apiVersion:
      /^(?:apiserver|eventratelimit\.admission|pod-security\.admission)\.(?:config\.)?k8s\.io\/|^apiserver\.k8s\.io\//,
    reader: 'the API server',
  },
  { apiVersion: /^backstage\.io\//, reader: 'Backstage' },
  { apiVersion: /^v[12]$/, kind: /^$/, reader: 'Helm' },
  { apiVersion: /^helm\.sh\//, reader: 'Helm' },
  { apiVersion: /^tilt\.dev\//, reader: 'Tilt' },
  { apiVersion: /^eksctl\.io\//, reader: 'eksctl' },
  { apiVersion: /^(?:kops|kops\.k8s\.io)\//, reader: 'kops' },
  { apiVersion: /^config\.(?:istio|linkerd|karmada)\.io\//, reader: 'its own command line' },
  { apiVersion: /^kcl\.dev\//, reader: 'kcl' },
  { apiVersion: /^krew\.googlecontainertools\.github\.com\//, reader: 'krew' },
  { apiVersion: /^score\.dev\//, reader: 'score' },
  { apiVersion: /^testkube|^kuttl\.dev\//, kind: /^Test(?:Suite|Step|Assert)$/, reader: 'a test runner' },
];

/** Who reads such a document instead of a cluster. `kind` is empty when there is none. */
export function readerOutsideCluster(apiVersion: string, kind: string): string | undefined {
  return notForTheCluster.find(
    (row) => row.apiVersion.test(apiVersion) && (row.kind === undefined || row.kind.test(kind)),
  )?.reader;
}

/** What `apiVersion` and `kind` must look like for a document to be a Kubernetes object. */
export const apiVersionPattern: RegExp = /^(?:[a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?v\d+(?:(?:alpha|beta)\d+)?$/;
export const kindPattern: RegExp = /^[A-Z]\w*$/;
