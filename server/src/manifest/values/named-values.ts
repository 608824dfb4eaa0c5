import { builtInKinds } from '../../knowledge/manifest-kinds';
import type { TypedScalar } from '../schema/typed-scalars';
import { type InvalidValue, isFilledIn, type Mending, writing } from './invalid-value';
import {
  isIngressHost,
  isLabel,
  isLabelValue,
  isPortName,
  isQualifiedName,
  isSubdomain,
  isVariableName,
  longestLabel,
  longestSubdomain,
  slugOf,
  slugsOf,
} from './names';
import { declaredPortNamed, renamedPort, renamedVolume } from './renaming';

/** Fields that hold a part of a host name. */
const labels: ReadonlySet<string> = new Set([
  'Container.name',
  'EphemeralContainer.name',
  'Volume.name',
  'ServicePort.name',
  'ObjectMeta.namespace',
  'PodSpec.hostname',
  'PodSpec.subdomain',
]);

/** Fields that hold the name of an object. */
const subdomains: ReadonlySet<string> = new Set(['PodSpec.serviceAccountName', 'PodSpec.serviceAccount']);

const portNames: ReadonlySet<string> = new Set([
  'ContainerPort.name',
  'HTTPGetAction.port',
  'TCPSocketAction.port',
  'ServicePort.targetPort',
  'ServiceBackendPort.name',
  'NetworkPolicyPort.port',
]);

/** In capitals these are no words that something else replaces. */
const usualPortNames = /^(?:HTTPS?|GRPC|TCP|UDP|DNS|SSH|METRICS|ADMIN|HEALTH)$/;

/** Maps of labels. */
const labelMaps: ReadonlySet<string> = new Set([
  'ObjectMeta.labels',
  'LabelSelector.matchLabels',
  'ServiceSpec.selector',
  'PodSpec.nodeSelector',
  'ReplicationControllerSpec.selector',
]);

const checked: ReadonlySet<string> = new Set([
  ...labels,
  ...subdomains,
  ...portNames,
  ...labelMaps,
  'EnvVar.name',
  'IngressRule.host',
  'ObjectMeta.name',
]);

/** A name that the API server does not take where it stands. */
export function invalidName(scalar: TypedScalar, minor: number): InvalidValue | undefined {
  const { name, field, node, object } = scalar;
  const { value } = node;
  if (typeof value !== 'string' || value === '' || !checked.has(name)) return undefined;
  if (isFilledIn(value) && !(portNames.has(name) && usualPortNames.test(value))) return undefined;
  const values = { value, field };
  if (labels.has(name)) return isLabel(value) ? undefined : invalidLabel(scalar, value);
  if (subdomains.has(name)) return isSubdomain(value) ? undefined : { variant: 'subdomain', at: node.range, values };
  if (portNames.has(name)) return isPortName(value) ? undefined : invalidPortName(scalar, value);
  if (labelMaps.has(name)) return invalidLabelOf(scalar, value);
  if (name === 'EnvVar.name')
    return isVariableName(value, minor) ? undefined : { variant: 'variableName', at: node.range, values };
  if (name === 'IngressRule.host' && !isIngressHost(value)) return invalidHost(scalar, value);
  if (name === 'ObjectMeta.name' && scalar.holder === object.metadata) return invalidObjectName(scalar, value);
  return undefined;
}

function invalidLabelOf({ entry, node }: TypedScalar, value: string): InvalidValue | undefined {
  if (!isQualifiedName(entry.name) && !isFilledIn(entry.name))
    return { variant: 'key', at: entry.key.range, values: { value: entry.name } };
  return isLabelValue(value)
    ? undefined
    : { variant: 'labelValue', at: node.range, values: { value, key: entry.name } };
}

function invalidLabel(scalar: TypedScalar, value: string): InvalidValue {
  const wanted = slugOf(value);
  const usable = value.length <= longestLabel && wanted !== '';
  return {
    variant: 'label',
    at: scalar.node.range,
    values: { value, field: scalar.field },
    mending: usable
      ? scalar.type === 'Volume'
        ? renamedVolume(scalar, wanted)
        : writing(scalar.object.document, scalar.node, wanted, wanted, 'behaviour')
      : undefined,
  };
}

function invalidPortName(scalar: TypedScalar, value: string): InvalidValue | undefined {
  // What it refers to is renamed together with it.
  if (/^(?:HTTPGet|TCPSocket)Action$/.test(scalar.type) && declaredPortNamed(scalar, value)) return undefined;
  const wanted = slugOf(value);
  const { document } = scalar.object;
  let mending: Mending | undefined;
  if (isPortName(wanted))
    mending =
      scalar.type === 'ContainerPort'
        ? renamedPort(scalar, wanted)
        : writing(document, scalar.node, wanted, wanted, 'behaviour');
  return { variant: 'portName', at: scalar.node.range, values: { value, field: scalar.field }, mending };
}

function invalidHost({ object, node }: TypedScalar, value: string): InvalidValue {
  const wanted = value
    .slice(0, longestSubdomain)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/(?::\d+)?(?:\/.*)?$/, '');
  return {
    variant: 'host',
    at: node.range,
    values: { value },
    mending:
      value.length <= longestSubdomain && isIngressHost(wanted)
        ? writing(object.document, node, wanted, wanted, 'behaviour')
        : undefined,
  };
}

/** Kinds whose names may be nearly anything. Source: ValidatePathSegmentName and its users in kubernetes/kubernetes. */
const freelyNamed: ReadonlySet<string> = new Set([
  'Role',
  'RoleBinding',
  'ClusterRole',
  'ClusterRoleBinding',
  'APIService',
  'Event',
  'IPAddress',
  'CustomResourceDefinition',
  'CSIDriver',
  'CSINode',
]);

const labelled: ReadonlySet<string> = new Set(['Namespace', 'Service']);

/** A CronJob leaves room for what its Jobs add. Source: kubernetes/kubernetes:pkg/apis/batch/validation/validation.go. */
const longestCronJob = 52;

function invalidObjectName({ object, node }: TypedScalar, value: string): InvalidValue | undefined {
  const { kind, document } = object;
  if (!builtInKinds.has(kind) || freelyNamed.has(kind)) return undefined;
  const limit = labelled.has(kind) ? longestLabel : kind === 'CronJob' ? longestCronJob : longestSubdomain;
  const values = { value, field: 'name', kind };
  if (value.length > limit)
    return {
      variant: 'long',
      at: node.range,
      values: { field: 'name', kind, length: String(value.length), limit: String(limit) },
    };
  const valid = labelled.has(kind) ? isLabel(value) : isSubdomain(value);
  if (valid) return undefined;
  const wanted = labelled.has(kind) ? slugOf(value) : slugsOf(value);
  return {
    variant: labelled.has(kind) ? 'label' : 'subdomain',
    at: node.range,
    values,
    mending: wanted === '' ? undefined : writing(document, node, wanted, wanted, 'behaviour'),
  };
}
