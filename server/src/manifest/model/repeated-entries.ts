import { fullName } from '../../image/full-name';
import { hostPortOf, isOnHostNetwork } from './host-ports';
import { asMapping, asScalar, asSequence, fieldOf, isUnknown, lookup, numberOf, stringOf } from './lookup';
import type { Container, KubernetesObject, Mapping, PodSpec, Scalar } from './manifest';
import type { Item, Node } from './nodes';
import { mostProblems } from './tree';

/** What such entries are, for a message. */
export const repeatedThings = [
  'container',
  'volume',
  'mount',
  'port',
  'pull secret',
  'host alias',
  'spread constraint',
  'node port',
  'port of the node',
] as const;

type Thing = (typeof repeatedThings)[number];

/**
 * An entry of a list that another one above has the key of. `name`, `path`, `hostPort`, `servicePort` and `constraint` are
 * refused (kubernetes/kubernetes pkg/apis/core/validation/validation.go); `declared`, `shared`, `portName` and `listed` are what the
 * API server warns of (pkg/api/pod/warnings.go).
 */
export interface RepeatedEntry {
  readonly kind:
    | 'name'
    | 'path'
    | 'hostPort'
    | 'servicePort'
    | 'constraint'
    | 'declared'
    | 'shared'
    | 'portName'
    | 'listed';
  readonly thing: Thing;
  readonly key: string;
  readonly first: Keyed;
  readonly again: Keyed;
  /** A name that is free, where another name would be enough. */
  readonly free: string | undefined;
}

/** An item of a list with the scalar that tells it from the others. */
export interface Keyed {
  readonly item: Item;
  readonly mapping: Mapping;
  readonly scalar: Scalar;
  /** Of the container that it belongs to. */
  readonly container: Container | undefined;
}

/** The entries of a pod's lists that are there already. */
export function repeatedInPod(pod: PodSpec): readonly RepeatedEntry[] {
  const containers = pod.containers.flatMap((container) => keyedName(container));
  return [
    ...repeats('name', 'container', containers, stringOf, containerName),
    ...repeats('name', 'volume', keyed(pod.node, 'volumes', 'name'), stringOf),
    ...pod.containers.flatMap((container) => [
      ...repeats('path', 'mount', keyed(container.node, 'volumeMounts', 'mountPath', container), stringOf),
      ...repeats('name', 'port', keyed(container.node, 'ports', 'name', container), stringOf, portName),
    ]),
    ...portsIn(pod),
    ...repeats('listed', 'pull secret', keyed(pod.node, 'imagePullSecrets', 'name'), stringOf),
    ...repeats('listed', 'host alias', keyed(pod.node, 'hostAliases', 'ip'), stringOf),
    ...repeatsBy(
      'constraint',
      'spread constraint',
      keyed(pod.node, 'topologySpreadConstraints', 'topologyKey'),
      ({ mapping, scalar }) => joinedKey([stringOf(scalar), stringOf(fieldOf(mapping, 'whenUnsatisfiable'))]),
    ),
  ];
}

/** The ports of a Service that are there already. */
export function repeatedInService({ kind, apiVersion, node }: KubernetesObject): readonly RepeatedEntry[] {
  if (kind !== 'Service' || apiVersion !== 'v1') return [];
  const spec = asMapping(fieldOf(node, 'spec'));
  if (spec === undefined) return [];
  return [
    ...repeats('name', 'port', keyed(spec, 'ports', 'name'), stringOf, portName),
    ...repeatsBy('servicePort', 'port', keyed(spec, 'ports', 'port'), withProtocol),
    ...repeatsBy('servicePort', 'node port', keyed(spec, 'ports', 'nodePort'), withProtocol),
  ];
}

/** What containers that run side by side have in common: their pod's network, and its node's. */
function portsIn(pod: PodSpec): readonly RepeatedEntry[] {
  const surely = pod.containers.filter(({ item }) => !item.conditional);
  const applications = surely.filter(({ placement }) => placement === 'app');
  // The order in which a port is looked up by its name.
  const running = [...applications, ...surely.filter(({ placement }) => placement === 'nativeSidecar')];
  const onHost = isOnHostNetwork(pod);
  const hostPorts = applications.flatMap((container) =>
    keyed(container.node, 'ports', 'containerPort', container).flatMap((port) => keyedHostPort(port, onHost)),
  );
  const refused = repeatsBy('hostPort', 'port of the node', hostPorts, withHostAddress);
  const declared = running.flatMap((container) => keyed(container.node, 'ports', 'containerPort', container));
  const numbers = repeatsBy('declared', 'port', declared, withProtocol).filter(isNew(refused));
  const named = running.flatMap((container) => keyed(container.node, 'ports', 'name', container));
  const names = repeats('portName', 'port', named, stringOf, portName).filter((each) => !isWithin(each));
  return [
    ...refused,
    ...numbers.map((each) => (isWithin(each) ? each : { ...each, kind: 'shared' as const })),
    ...names.filter(isNew([...refused, ...numbers])),
  ];
}

/** One word about an entry is enough. */
function isNew(told: readonly RepeatedEntry[]): (repeated: RepeatedEntry) => boolean {
  const mappings = new Set(told.map(({ again }) => again.mapping));
  return ({ again }) => !mappings.has(again.mapping);
}

const isWithin = ({ first, again }: RepeatedEntry): boolean => first.container?.node === again.container?.node;

const keyedName = (container: Container): readonly Keyed[] =>
  container.nameNode === undefined || container.item.conditional
    ? []
    : [{ item: container.item, mapping: container.node, scalar: container.nameNode, container }];

/** The port of the node that a port is given: on the node's own network, its own number. */
function keyedHostPort(port: Keyed, onHost: boolean): readonly Keyed[] {
  const scalar = asScalar(hostPortOf(port.mapping)?.entry.value) ?? (onHost ? port.scalar : undefined);
  return scalar === undefined ? [] : [{ ...port, scalar }];
}

/** The items of a list that is surely there, of which no template decides, with what tells them apart. */
function keyed(holder: Mapping, list: string, key: string, container?: Container): readonly Keyed[] {
  const { presence, entry } = lookup(holder, list);
  return (presence === 'yes' ? (asSequence(entry?.value)?.items ?? []) : []).flatMap((item) => {
    const mapping = asMapping(item.value);
    const scalar = asScalar(fieldOf(mapping, key));
    return mapping === undefined || scalar === undefined || item.conditional
      ? []
      : [{ item, mapping, scalar, container }];
  });
}

const repeats = (
  kind: RepeatedEntry['kind'],
  thing: Thing,
  entries: readonly Keyed[],
  keyOf: (node: Node) => string | undefined,
  freeName?: FreeName,
): readonly RepeatedEntry[] => repeatsBy(kind, thing, entries, ({ scalar }) => keyOf(scalar), freeName);

/** @param count how many have had the name before, this one included */
type FreeName = (entry: Keyed, taken: ReadonlySet<string>, count: number) => string;

function repeatsBy(
  kind: RepeatedEntry['kind'],
  thing: Thing,
  entries: readonly Keyed[],
  keyOf: (entry: Keyed) => string | undefined,
  freeName?: FreeName,
): readonly RepeatedEntry[] {
  if (entries.length < 2) return [];
  const seen = new Map<string, Keyed>();
  const names = new Set(entries.map(({ scalar }) => String(scalar.value)));
  const counts = new Map<string, number>();
  const found: RepeatedEntry[] = [];
  for (const again of entries) {
    const key = keyOf(again);
    if (key === undefined || key === '' || again.scalar.alias !== undefined) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, again);
    if (first === undefined || found.length >= mostProblems) continue;
    const count = (counts.get(key) ?? 1) + 1;
    counts.set(key, count);
    const free = freeName?.(again, names, count);
    if (free !== undefined) names.add(free);
    found.push({ kind, thing, key: String(again.scalar.value), first, again, free });
  }
  return found;
}

/** A list entry's key of several parts; `undefined` when one of them cannot be known. */
const joinedKey = (parts: readonly (string | undefined)[]): string | undefined =>
  parts.includes(undefined) ? undefined : JSON.stringify(parts);

function withProtocol({ mapping, scalar }: Keyed): string | undefined {
  const number = numberOf(scalar);
  const protocol = fieldOf(mapping, 'protocol');
  if (number === undefined || number === 0 || isUnknown(protocol)) return undefined;
  return joinedKey([String(number), stringOf(protocol) ?? 'TCP']);
}

function withHostAddress(entry: Keyed): string | undefined {
  const address = fieldOf(entry.mapping, 'hostIP');
  return isUnknown(address) ? undefined : joinedKey([withProtocol(entry), stringOf(address) ?? '']);
}

/** What the image is called, else the name with a number. */
function containerName({ container, scalar }: Keyed, taken: ReadonlySet<string>, count: number): string {
  const image = container?.image;
  const called = image === undefined || image.variable ? '' : fullName(image).replace(/^.*\//, '');
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(called) && !taken.has(called)
    ? called
    : numbered(String(scalar.value), taken, count, 63);
}

/** The name with the port's number, else counted on: 15 characters at most (apimachinery, IsValidPortName). */
function portName({ mapping, scalar }: Keyed, taken: ReadonlySet<string>, count: number): string {
  const name = String(scalar.value);
  const number = numberOf(fieldOf(mapping, 'containerPort')) ?? numberOf(fieldOf(mapping, 'port'));
  const wanted = `${name}-${number}`;
  return number !== undefined && wanted.length <= 15 && !taken.has(wanted) ? wanted : numbered(name, taken, count, 15);
}

function numbered(name: string, taken: ReadonlySet<string>, from: number, longest: number): string {
  for (let count = from; ; count++) {
    const end = `-${count}`;
    const candidate = name.slice(0, longest - end.length).replace(/-+$/, '') + end;
    if (!taken.has(candidate)) return candidate;
  }
}
