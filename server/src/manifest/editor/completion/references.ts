import { workloadKinds } from '../../../knowledge/workload-kinds';
import { objectsNamed, objectsOfKind } from '../../model/file-objects';
import { fileServices } from '../../model/file-services';
import { asMapping, asSequence, fieldOf, stringOf, valueAt } from '../../model/lookup';
import type { Container, ContainerPort, Mapping } from '../../model/manifest';
import { keysOf, namesOfKind } from './named-objects';
import type { Slot } from './slot';
import type { TypedPlace } from './typed-place';

/** Something in the file that a value may name. */
export interface Referable {
  readonly name: string | number;
  /** What it is, in a few words. */
  readonly detail?: string;
}

/** The kind of what a field names, by `Type.field`. */
const kinds: Readonly<Record<string, string>> = {
  'ConfigMapKeySelector.name': 'ConfigMap',
  'ConfigMapEnvSource.name': 'ConfigMap',
  'ConfigMapVolumeSource.name': 'ConfigMap',
  'ConfigMapProjection.name': 'ConfigMap',
  'SecretKeySelector.name': 'Secret',
  'SecretEnvSource.name': 'Secret',
  'SecretProjection.name': 'Secret',
  'SecretVolumeSource.secretName': 'Secret',
  'IngressTLS.secretName': 'Secret',
  'LocalObjectReference.name': 'Secret',
  'PersistentVolumeClaimVolumeSource.claimName': 'PersistentVolumeClaim',
  'PodSpec.serviceAccountName': 'ServiceAccount',
  'RbacV1Subject.name': 'ServiceAccount',
  'IngressServiceBackend.name': 'Service',
  'StatefulSetSpec.serviceName': 'Service',
  'IngressSpec.ingressClassName': 'IngressClass',
  'PersistentVolumeClaimSpec.storageClassName': 'StorageClass',
  'PodSpec.priorityClassName': 'PriorityClass',
  'PodSpec.runtimeClassName': 'RuntimeClass',
  'ObjectMeta.namespace': 'Namespace',
};

const scalable: readonly string[] = workloadKinds.filter(({ scales }) => scales === true).flatMap((row) => row.kinds);

/** The names of the file that a field may hold, by what it names alone; of keys, those of the first ConfigMap or Secret. */
export function namesForField(place: TypedPlace, holder: string, field: string): readonly string[] {
  const name = `${holder}.${field}`;
  const namespace = place.object?.namespace;
  if (name === 'ConfigMapKeySelector.key' || name === 'SecretKeySelector.key') {
    const data = holder === 'SecretKeySelector' ? 'Secret' : 'ConfigMap';
    const [first] = namesOfKind(place.model, data, namespace);
    return first === undefined ? [] : keysOf(place.model, data, first);
  }
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  return kind === undefined ? [] : namesOfKind(place.model, kind, namespace);
}

/** What of the file may be named at a place; `undefined` where names of the file have no place. */
export function referables(slot: Slot): readonly Referable[] | undefined {
  const { holder, field, place } = slot;
  const name = `${holder}.${field}`;
  const namespace = place.object?.namespace;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind !== undefined) return named(namesOfKind(place.model, kind, namespace), kind);
  switch (name) {
    case 'ConfigMapKeySelector.key':
      return keysFor(slot, 'ConfigMap', fieldOf(place.mapping, 'name'));
    case 'SecretKeySelector.key':
      return keysFor(slot, 'Secret', fieldOf(place.mapping, 'name'));
    case 'KeyToPath.key':
      return keysOfVolume(slot);
    case 'VolumeMount.name':
    case 'VolumeDevice.name':
      return volumes(slot);
    case 'HTTPGetAction.port':
    case 'TCPSocketAction.port':
      return ports(place.container?.ports ?? [], true);
    case 'GRPCAction.port':
      return ports(place.container?.ports ?? [], false);
    case 'ServicePort.targetPort':
      return targetPorts(slot);
    case 'ServiceBackendPort.name':
    case 'ServiceBackendPort.number':
      return servicePorts(slot, field);
    case 'ResourceFieldSelector.containerName':
      return containers(slot);
    case 'RoleRef.name':
      return named(namesOfKind(place.model, stringOf(fieldOf(place.mapping, 'kind')) ?? 'Role', namespace), undefined);
    case 'V2CrossVersionObjectReference.kind':
    case 'CrossVersionObjectReference.kind':
      return named(
        scalable.filter((each) => objectsOfKind(place.model, each).length > 0),
        undefined,
      );
    case 'V2CrossVersionObjectReference.name':
    case 'CrossVersionObjectReference.name':
      return scaled(slot);
    default:
      return undefined;
  }
}

const named = (names: readonly string[], detail: string | undefined): readonly Referable[] =>
  names.map((name) => ({ name, ...(detail !== undefined && { detail }) }));

function keysFor(
  { place }: Slot,
  kind: 'ConfigMap' | 'Secret',
  nameNode: Mapping['entries'][number]['value'],
): readonly Referable[] {
  const name = stringOf(nameNode);
  const names = name === undefined ? namesOfKind(place.model, kind, place.object?.namespace) : [name];
  return names.flatMap((each) => named(keysOf(place.model, kind, each), `${kind} ${each}`));
}

/** `items` of a volume, or of a source of a projected one. */
function keysOfVolume(slot: Slot): readonly Referable[] {
  const [source, holder] = slot.place.outer;
  const kind = fieldOf(holder, 'secret') === source ? 'Secret' : 'ConfigMap';
  return keysFor(slot, kind, fieldOf(source, 'secretName') ?? fieldOf(source, 'name'));
}

function volumes({ place }: Slot): readonly Referable[] {
  const { workload } = place;
  const claims = asSequence(valueAt(workload?.object.node, ['spec', 'volumeClaimTemplates']))?.items ?? [];
  return [
    ...(workload?.pod.volumes ?? []).flatMap(({ name, source }) =>
      name === undefined ? [] : [{ name, ...(source !== undefined && { detail: source }) }],
    ),
    ...claims.flatMap(({ value }) => {
      const name = stringOf(valueAt(value, ['metadata', 'name']));
      return name === undefined ? [] : [{ name, detail: 'volumeClaimTemplates' }];
    }),
  ];
}

const ports = (declared: readonly ContainerPort[], byName: boolean): readonly Referable[] => [
  ...declared.flatMap(({ name, number }) =>
    byName && name !== undefined ? [{ name, ...(number !== undefined && { detail: String(number) }) }] : [],
  ),
  ...declared.flatMap(({ name, number }) =>
    number === undefined ? [] : [{ name: number, ...(name !== undefined && { detail: name }) }],
  ),
];

/** The ports of the pods that the Service selects, or of all while it selects none. */
function targetPorts({ place }: Slot): readonly Referable[] {
  const service = fileServices(place.model).find(({ object }) => object === place.object);
  const selected = service?.selection.selected.map(({ workload }) => workload) ?? [];
  const all = place.model.documents.flatMap(({ document }) => document.objects.flatMap(({ workloads }) => workloads));
  const found = (selected.length > 0 ? selected : all).flatMap(({ pod }) => pod.containers);
  return distinct(
    ports(
      found.filter(isServing).flatMap((container) => container.ports),
      true,
    ),
  );
}

const isServing = ({ placement }: Container): boolean => placement === 'app' || placement === 'nativeSidecar';

function servicePorts({ place }: Slot, field: string): readonly Referable[] {
  const service = stringOf(fieldOf(place.outer[0], 'name'));
  const found = service === undefined ? [] : objectsNamed(place.model, 'Service', service);
  return found.flatMap(({ object }) =>
    (asSequence(valueAt(object.node, ['spec', 'ports']))?.items ?? []).flatMap((item): readonly Referable[] => {
      const port = asMapping(item.value);
      const value = fieldOf(port, field === 'name' ? 'name' : 'port');
      const name = value?.kind === 'scalar' ? value.value : undefined;
      return typeof name === 'string' || typeof name === 'number' ? [{ name, detail: `Service ${service}` }] : [];
    }),
  );
}

const containers = ({ place }: Slot): readonly Referable[] =>
  named(
    (place.workload?.pod.containers ?? []).flatMap(({ name }) => name ?? []),
    undefined,
  );

function scaled({ place }: Slot): readonly Referable[] {
  const kind = stringOf(fieldOf(place.mapping, 'kind'));
  const wanted = kind === undefined ? scalable : [kind];
  return wanted.flatMap((each) => named(namesOfKind(place.model, each, place.object?.namespace), each));
}

function distinct(found: readonly Referable[]): readonly Referable[] {
  return [...new Map(found.map((each) => [each.name, each])).values()];
}
