import { imageBasename } from '../../knowledge/image-basename';
import { builtInKinds } from '../../knowledge/manifest-kinds';
import { asMapping, asScalar, asSequence, fieldOf, numberOf, stringOf, valueAt } from '../model/lookup';
import type { KubernetesObject, Mapping, Node } from '../model/manifest';
import { typeAt } from '../schema/field-path';
import type { FieldType } from '../schema/field-types';
import { kindsOf, typeOfKind } from '../schema/kubernetes-types';
import type { TypedPlace } from '../schema/mismatches';
import { type BlockValue, placeholder } from './value';

/** What can be written for a field that is missing, and whether it is sure to be right. */
export interface NeededValue {
  readonly value: BlockValue;
  readonly sure: boolean;
}

/** The value of a field that an object cannot do without; `undefined` where there is no telling. */
export function neededValue(place: TypedPlace, path: readonly string[]): NeededValue | undefined {
  const name = path.join('.');
  const own = Object.hasOwn(values, `${place.type.name}.${name}`) ? values[`${place.type.name}.${name}`] : undefined;
  const value = own?.(place) ?? (place.outer === undefined ? ofObject(place, name) : undefined);
  if (value !== undefined) return isNeeded(value) ? value : guess(value);
  const type = typeAt(place.type, path);
  const generic = type && genericValue(type, path.at(-1) ?? '');
  return generic === undefined ? undefined : guess(generic);
}

/** What to choose of several fields of which one has to be there; `undefined` where nothing is more likely than the rest. */
export function neededChoice(place: TypedPlace): { readonly field: string; readonly value: BlockValue } | undefined {
  if (place.type.name !== 'Probe') return undefined;
  return { field: 'httpGet', value: { path: placeholder('/healthz'), port: containerPort(place) } };
}

const guess = (value: BlockValue): NeededValue => ({ value, sure: false });

const isNeeded = (value: BlockValue | NeededValue): value is NeededValue =>
  typeof value === 'object' && value !== null && 'sure' in value;

function ofObject({ object }: TypedPlace, name: string): BlockValue | NeededValue | undefined {
  const { kind } = object;
  if (name === 'metadata.name') return placeholder(kind.toLowerCase());
  if (name === 'kind') return likelyKind(object);
  const { apiVersion } = builtInKinds.get(kind) ?? {};
  return name === 'apiVersion' && apiVersion !== undefined ? { value: apiVersion, sure: true } : undefined;
}

/** The kinds of the version that have everything that the object has. */
function likelyKind({ apiVersion, node }: KubernetesObject): BlockValue | undefined {
  const spec = asMapping(fieldOf(node, 'spec'));
  const likely = kindsOf(apiVersion).filter((kind) => {
    const type = typeOfKind(apiVersion, kind);
    const inside = type?.fields.get('spec')?.type;
    if (!node.entries.every(({ name }) => type?.fields.has(name) === true)) return false;
    return (
      spec === undefined || (inside?.kind === 'object' && spec.entries.every(({ name }) => inside.fields.has(name)))
    );
  });
  const [first] = likely;
  return first === undefined ? undefined : placeholder(first, likely.length > 1 ? likely : []);
}

/** An enumerated value, a number or a word to start from; of objects and lists nothing can be said. */
function genericValue(type: FieldType, name: string): BlockValue | undefined {
  if (type.kind !== 'scalar') return undefined;
  const [first] = type.values;
  if (first !== undefined) return placeholder(first, type.values);
  switch (type.scalar) {
    case 'string':
      return placeholder(name);
    case 'integer':
    case 'number':
      return placeholder(1);
    default:
      return undefined;
  }
}

const values: Readonly<Record<string, (place: TypedPlace) => BlockValue | NeededValue | undefined>> = {
  'DeploymentSpec.selector': ownLabels,
  'StatefulSetSpec.selector': ownLabels,
  'DaemonSetSpec.selector': ownLabels,
  'ReplicaSetSpec.selector': ownLabels,
  'CronJobSpec.schedule': () => placeholder('0 3 * * *'),
  'Container.name': containerName,
  'Container.image': () => placeholder('registry.example.com/app:1.0.0'),
  'PodSpec.containers': () => [{ name: placeholder('app'), image: placeholder('registry.example.com/app:1.0.0') }],
  'ContainerPort.containerPort': () => placeholder(8080),
  'HTTPGetAction.port': containerPort,
  'TCPSocketAction.port': containerPort,
  'GRPCAction.port': (place) => containerPort(place, true),
  'ServiceSpec.ports': () => [{ port: placeholder(80) }],
  'ServicePort.port': () => placeholder(80),
  'ServicePort.name': portName,
  'ServiceSpec.externalName': () => placeholder('service.example.com'),
  'VolumeMount.name': volumeName,
  'VolumeMount.mountPath': () => placeholder('/data'),
  'HTTPIngressPath.pathType': () => placeholder('Prefix', ['Prefix', 'Exact', 'ImplementationSpecific']),
  'TopologySpreadConstraint.topologyKey': () => placeholder('kubernetes.io/hostname', zones),
  'TopologySpreadConstraint.whenUnsatisfiable': () =>
    placeholder('ScheduleAnyway', ['ScheduleAnyway', 'DoNotSchedule']),
  'PodAffinityTerm.topologyKey': () => placeholder('kubernetes.io/hostname', zones),
  'PersistentVolumeClaimSpec.accessModes': () => [
    placeholder('ReadWriteOnce', ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany', 'ReadWriteMany']),
  ],
  'PersistentVolumeClaimSpec.resources.requests.storage': () => placeholder('1Gi'),
  'V2HorizontalPodAutoscalerSpec.maxReplicas': () => placeholder(10),
  'MutatingWebhook.sideEffects': () => placeholder('None', ['None', 'NoneOnDryRun']),
  'ValidatingWebhook.sideEffects': () => placeholder('None', ['None', 'NoneOnDryRun']),
  'MutatingWebhook.admissionReviewVersions': () => [placeholder('v1')],
  'ValidatingWebhook.admissionReviewVersions': () => [placeholder('v1')],
};

const zones = ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'];

/** The labels that say which application it is, before those that change with each version of it. */
const lasting = ['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app', 'k8s-app'];

/** A selector of the template's own labels. */
function ownLabels({ mapping }: TypedPlace): BlockValue | undefined {
  const labels = asMapping(valueAt(mapping, ['template', 'metadata', 'labels']));
  const texts = (labels?.entries ?? []).flatMap(({ name, value }): readonly (readonly [string, string])[] => {
    const text = stringOf(value);
    return text === undefined ? [] : [[name, text]];
  });
  const chosen = texts.filter(([name]) => lasting.includes(name));
  const [first] = texts;
  if (first === undefined) return undefined;
  const wanted = chosen.length > 0 ? chosen : [first];
  return { matchLabels: new Map(wanted.map(([name, text]) => [name, placeholder(text)])) };
}

function containerName({ mapping }: TypedPlace): BlockValue | undefined {
  const image = stringOf(fieldOf(mapping, 'image'));
  const name = image === undefined ? '' : imageBasename(image);
  return placeholder(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name) ? name : 'app');
}

/** What the container around a probe or a hook says that it listens on. */
function containerPort(place: TypedPlace, numbers = false): BlockValue {
  let container: TypedPlace | undefined = place;
  while (container !== undefined && container.type.name !== 'Container') container = container.outer?.place;
  const [port] = asSequence(fieldOf(container?.mapping, 'ports'))?.items ?? [];
  const described = asMapping(port?.value);
  const name = numbers ? undefined : stringOf(fieldOf(described, 'name'));
  return placeholder(name ?? numberOf(fieldOf(described, 'containerPort')) ?? 8080);
}

function portName({ mapping }: TypedPlace): BlockValue {
  const target: Node | undefined = fieldOf(mapping, 'targetPort');
  const named = stringOf(target);
  if (named !== undefined && !/^\d+$/.test(named)) return placeholder(named);
  const port = numberOf(fieldOf(mapping, 'port')) ?? 0;
  return placeholder(wellKnown[port] ?? `port-${port}`);
}

const wellKnown: Readonly<Record<number, string>> = {
  80: 'http',
  443: 'https',
  8080: 'http',
  8443: 'https',
  9090: 'metrics',
};

/** The volumes of the pod that a mount may be meant to mount. */
function volumeName(place: TypedPlace): BlockValue | undefined {
  let pod: TypedPlace | undefined = place;
  while (pod !== undefined && pod.type.name !== 'PodSpec') pod = pod.outer?.place;
  const volumes: Mapping['entries'][number]['value'] = fieldOf(pod?.mapping, 'volumes');
  const names = (asSequence(volumes)?.items ?? []).flatMap(
    ({ value }) => stringOf(asScalar(fieldOf(asMapping(value), 'name'))) ?? [],
  );
  const [first] = names;
  return first === undefined ? undefined : placeholder(first, names.length > 1 ? names : []);
}
