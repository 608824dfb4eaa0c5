import { capabilities, restrictedCapabilities } from '../../../knowledge/capabilities';

/**
 * What is usually written where the API lets anything stand, by `Type.field`. Sources: kubernetes.io, the pages on each of the types;
 * `fieldPath` and `resource` by kubernetes/kubernetes pkg/apis/core/validation/validation.go, validEnvDownwardAPIFieldPathExpressions and
 * validContainerResourceFieldPathExpressions; types of Secrets by core/v1 types.go.
 */
const known: Readonly<Record<string, readonly string[]>> = {
  'PersistentVolumeClaimSpec.accessModes': ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany', 'ReadWriteMany'],
  'PersistentVolumeSpec.accessModes': ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany', 'ReadWriteMany'],
  'Capabilities.drop': ['ALL', ...capabilities],
  'Capabilities.add': [
    ...restrictedCapabilities,
    ...capabilities.filter((name) => !restrictedCapabilities.includes(name)),
  ],
  'Secret.type': [
    'Opaque',
    'kubernetes.io/tls',
    'kubernetes.io/dockerconfigjson',
    'kubernetes.io/basic-auth',
    'kubernetes.io/ssh-auth',
    'kubernetes.io/service-account-token',
  ],
  'ObjectFieldSelector.fieldPath': [
    'metadata.name',
    'metadata.namespace',
    'metadata.uid',
    "metadata.labels['app.kubernetes.io/name']",
    'spec.nodeName',
    'spec.serviceAccountName',
    'status.hostIP',
    'status.podIP',
    'status.podIPs',
  ],
  'ResourceFieldSelector.resource': [
    'limits.cpu',
    'limits.memory',
    'limits.ephemeral-storage',
    'requests.cpu',
    'requests.memory',
    'requests.ephemeral-storage',
  ],
  'TopologySpreadConstraint.topologyKey': ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'],
  'PodAffinityTerm.topologyKey': ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'],
  'CronJobSpec.schedule': ['0 3 * * *', '*/15 * * * *', '0 * * * *', '0 3 * * 1', '0 3 1 * *'],
  'CronJobSpec.timeZone': ['Etc/UTC'],
  'PodSpec.priorityClassName': ['system-cluster-critical', 'system-node-critical'],
  'V2MetricSpec.type': ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'],
  'V2MetricTarget.type': ['Utilization', 'AverageValue', 'Value'],
  'V2ResourceMetricSource.name': ['cpu', 'memory'],
  'EmptyDirVolumeSource.medium': ['Memory'],
  'PodOS.name': ['linux', 'windows'],
  'NodeSelectorRequirement.key': ['kubernetes.io/arch', 'kubernetes.io/os', 'topology.kubernetes.io/zone'],
  'IngressClassParametersReference.scope': ['Cluster', 'Namespace'],
  'Lifecycle.stopSignal': ['SIGTERM', 'SIGQUIT', 'SIGINT'],
  'NetworkPolicySpec.policyTypes': ['Ingress', 'Egress'],
};

export const knownValues = (holder: string, field: string): readonly string[] =>
  Object.hasOwn(known, `${holder}.${field}`) ? (known[`${holder}.${field}`] ?? []) : [];

/** What people ask for, by what it is of. */
const quantities: Readonly<Record<string, readonly string[]>> = {
  cpu: ['100m', '250m', '500m', '1', '2'],
  memory: ['64Mi', '128Mi', '256Mi', '512Mi', '1Gi', '2Gi'],
  'ephemeral-storage': ['100Mi', '500Mi', '1Gi', '5Gi'],
  storage: ['1Gi', '5Gi', '10Gi', '50Gi', '100Gi'],
  sizeLimit: ['64Mi', '256Mi', '1Gi'],
};

export const usualQuantities = (name: string): readonly string[] =>
  Object.hasOwn(quantities, name) ? (quantities[name] ?? []) : [];

/**
 * Keys of maps whose keys are the user's own, by `Type.field`. Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels
 */
const keys: Readonly<Record<string, readonly string[]>> = {
  'ObjectMeta.labels': [
    'app.kubernetes.io/name',
    'app.kubernetes.io/instance',
    'app.kubernetes.io/version',
    'app.kubernetes.io/component',
    'app.kubernetes.io/part-of',
    'app.kubernetes.io/managed-by',
  ],
  'ObjectMeta.annotations': ['kubectl.kubernetes.io/default-container'],
  'ResourceRequirements.requests': ['cpu', 'memory', 'ephemeral-storage'],
  'ResourceRequirements.limits': ['memory', 'cpu', 'ephemeral-storage'],
  'VolumeResourceRequirements.requests': ['storage'],
  'PodSpec.nodeSelector': ['kubernetes.io/arch', 'kubernetes.io/os', 'topology.kubernetes.io/zone'],
};

export const knownKeys = (holder: string, field: string): readonly string[] =>
  Object.hasOwn(keys, `${holder}.${field}`) ? (keys[`${holder}.${field}`] ?? []) : [];

const keyValues: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/arch': ['amd64', 'arm64'],
  'kubernetes.io/os': ['linux', 'windows'],
};

/** What the value of a key of the user's own usually is. */
export const usualValues = (key: string): readonly string[] =>
  Object.hasOwn(keyValues, key) ? (keyValues[key] ?? []) : [];
