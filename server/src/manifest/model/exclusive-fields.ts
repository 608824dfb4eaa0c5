import {
  backendTargets,
  budgetBounds,
  environmentSources,
  handlerFields,
  projectedSources,
  subPaths,
  variableSources,
  volumeSources,
} from '../../knowledge/exclusive-fields';
import { groupOf } from '../../knowledge/workload-kinds';
import { hookOf } from './hooks';
import { asMapping, asSequence, booleanOf, fieldOf, isNothing, isUnknown, lookup } from './lookup';
import type {
  Container,
  Entry,
  Item,
  KubernetesObject,
  ManifestDocument,
  Mapping,
  PodSpec,
  Sequence,
} from './manifest';

/** What holds such fields, for a message. */
export const holders = [
  'a probe',
  'a hook',
  'a variable',
  'an item of `envFrom`',
  'a mount',
  'a pod',
  'a volume',
  'a source',
  'a disruption budget',
  'a backend',
  'a peer',
] as const;

type Holder = (typeof holders)[number];

/** Fields of one mapping of which it may have one. */
export interface ExclusiveFields {
  readonly mapping: Mapping;
  readonly holder: Holder;
  /** Those that are there, two at least, the one to keep first where somebody has to choose coming first. */
  readonly entries: readonly Entry[];
  /** The list item that it is, where two items would say both. */
  readonly listed: { readonly sequence: Sequence; readonly item: Item } | undefined;
}

/** Every place of a document where fields stand together that exclude each other, whatever their values. */
export const exclusiveFields = (document: ManifestDocument): readonly ExclusiveFields[] =>
  document.objects.flatMap((object) => [
    ...inObject(object),
    ...object.workloads.flatMap(({ pod }) => [
      ...sharedProcesses(pod),
      ...inVolumes(pod),
      ...pod.containers.flatMap(inContainer),
    ]),
  ]);

function inContainer(container: Container): readonly ExclusiveFields[] {
  const { node, readinessProbe, livenessProbe, startupProbe, environment } = container;
  const probes = [startupProbe, livenessProbe, readinessProbe].flatMap((probe) => probe?.node ?? []);
  const hooks = (['postStart', 'preStop'] as const).flatMap((kind) => hookOf(container, kind)?.node ?? []);
  return [
    ...probes.flatMap((probe) => among(probe, 'a probe', handlerFields)),
    ...hooks.flatMap((hook) => among(hook, 'a hook', handlerFields)),
    ...environment.flatMap((variable) => [
      ...among(variable.node, 'a variable', ['valueFrom', 'value']),
      ...(variable.valueFrom === undefined ? [] : among(variable.valueFrom, 'a variable', variableSources)),
    ]),
    ...inItems(fieldOf(node, 'envFrom'), 'an item of `envFrom`', environmentSources, true),
    ...inItems(fieldOf(node, 'volumeMounts'), 'a mount', subPaths, false),
  ];
}

/** A pod sees the processes of its node, or those of its own containers. */
const sharedProcesses = ({ node }: PodSpec): readonly ExclusiveFields[] =>
  among(node, 'a pod', ['shareProcessNamespace', 'hostPID']).filter(({ entries }) =>
    entries.every(({ value }) => booleanOf(value) === true),
  );

const inVolumes = ({ volumes }: PodSpec): readonly ExclusiveFields[] =>
  volumes.flatMap(({ node }) => [
    ...among(node, 'a volume', volumeSources),
    ...inItems(fieldOf(asMapping(fieldOf(node, 'projected')), 'sources'), 'a source', projectedSources, true),
  ]);

function inObject({ kind, apiVersion, node }: KubernetesObject): readonly ExclusiveFields[] {
  const spec = asMapping(fieldOf(node, 'spec'));
  if (spec === undefined) return [];
  switch (`${groupOf(apiVersion)}/${kind}`) {
    case '/PersistentVolume':
      return among(spec, 'a volume', volumeSources);
    case 'policy/PodDisruptionBudget':
      return among(spec, 'a disruption budget', budgetBounds);
    case 'networking.k8s.io/Ingress':
      return backendsOf(spec).flatMap((backend) => among(backend, 'a backend', backendTargets));
    case 'networking.k8s.io/NetworkPolicy':
      return peersOf(spec);
    default:
      return [];
  }
}

function backendsOf(spec: Mapping): readonly Mapping[] {
  const paths = mappingsIn(fieldOf(spec, 'rules')).flatMap((rule) =>
    mappingsIn(fieldOf(asMapping(fieldOf(rule, 'http')), 'paths')),
  );
  return [fieldOf(spec, 'defaultBackend'), ...paths.map((path) => fieldOf(path, 'backend'))].flatMap(
    (backend) => asMapping(backend) ?? [],
  );
}

/** Of a peer's fields, `ipBlock` goes with no other; the selectors go together. */
function peersOf(spec: Mapping): readonly ExclusiveFields[] {
  const lists = [
    ...mappingsIn(fieldOf(spec, 'ingress')).map((rule) => fieldOf(rule, 'from')),
    ...mappingsIn(fieldOf(spec, 'egress')).map((rule) => fieldOf(rule, 'to')),
  ];
  return lists
    .flatMap((list) => inItems(list, 'a peer', ['ipBlock', 'podSelector', 'namespaceSelector'], true))
    .filter(({ entries }) => entries[0]?.name === 'ipBlock');
}

const mappingsIn = (node: Entry['value']): readonly Mapping[] =>
  (asSequence(node)?.items ?? []).flatMap(({ value }) => asMapping(value) ?? []);

/** @param several whether two items would say both */
function inItems(
  node: Entry['value'],
  holder: Holder,
  names: readonly string[],
  several: boolean,
): readonly ExclusiveFields[] {
  const sequence = asSequence(node);
  return (sequence?.items ?? []).flatMap((item) => {
    const mapping = asMapping(item.value);
    const found = mapping === undefined ? [] : among(mapping, holder, names);
    return several && sequence !== undefined ? found.map((each) => ({ ...each, listed: { sequence, item } })) : found;
  });
}

function among(mapping: Mapping, holder: Holder, names: readonly string[]): readonly ExclusiveFields[] {
  const entries = names.flatMap((name) => {
    const { presence, entry } = lookup(mapping, name);
    return presence === 'yes' && entry !== undefined && counts(entry) ? [entry] : [];
  });
  return entries.length < 2 ? [] : [{ mapping, holder, entries, listed: undefined }];
}

/** Nothing, `null` and the empty string are as good as not written; what a template prints may be any of them. */
const counts = ({ value }: Entry): boolean =>
  !isNothing(value) && !isUnknown(value) && !(value?.kind === 'scalar' && value.value === '');
