import type { OutlineEntry } from '../../engine/editor';
import { presentable, rendered, templates } from '../../engine/message';
import { rangeOf, shifted } from '../../engine/text';
import { trimmedEnd } from '../edits/line';
import { asMapping, entryOf, fieldOf } from '../model/lookup';
import type {
  Container,
  DocumentPlace,
  Entry,
  KubernetesObject,
  Manifest,
  Mapping,
  PodSpec,
  Probe,
} from '../model/manifest';
import { roleWord } from './container-words';
import { outcomeOf } from './probe-words';

const texts = templates({
  object: '{kind} {name}',
  container: '{name}',
  unnamed: 'container',
  noted: '{image} ({role})',
  volume: 'volume {name}',
  port: 'port {port}',
});

/** The objects of a file, with their containers, probes and volumes, and the keys of what holds data. */
export const outline = (manifest: Manifest): readonly OutlineEntry[] =>
  manifest.documents.flatMap((place) => place.document.objects.map((object) => objectEntry(place, object)));

function objectEntry(place: DocumentPlace, object: KubernetesObject): OutlineEntry {
  const { kind, name = '', namespace, node, kindNode, metadata } = object;
  const nameNode = fieldOf(metadata, 'name') ?? kindNode ?? node;
  const pods = object.workloads.flatMap(({ pod }) => podEntries(place, pod));
  const data = ['data', 'stringData', 'binaryData'].flatMap((field) =>
    dataEntries(place, asMapping(fieldOf(node, field))),
  );
  const ports = kind === 'Service' ? portEntries(place, node) : [];
  return {
    name: presentable(rendered(texts.object, { kind, name }).trimEnd()),
    ...(namespace !== undefined && { detail: namespace }),
    kind: 'object',
    ...ranges(place, node.range, nameNode.range),
    children: [...pods, ...(kind === 'ConfigMap' || kind === 'Secret' ? data : []), ...ports],
  };
}

type Range = Entry['range'];

/** A range may end with the line end of its last line, which is not shown. */
function ranges(
  { document, start }: DocumentPlace,
  whole: Range,
  name: Range,
): Pick<OutlineEntry, 'range' | 'nameRange'> {
  const end = Math.max(trimmedEnd(document.text, whole), name.end);
  return { range: shifted(rangeOf(Math.min(whole.start, name.start), end), start), nameRange: shifted(name, start) };
}

const podEntries = (place: DocumentPlace, pod: PodSpec): readonly OutlineEntry[] => [
  ...pod.containers.map((container) => containerEntry(place, container)),
  ...pod.volumes.flatMap(({ name, node, source }) => {
    const entry = entryOf(node, 'name') ?? node.entries[0];
    if (entry === undefined || node.alias !== undefined) return [];
    return [fieldEntry(place, rendered(texts.volume, { name: name ?? '' }), source, node.range, entry)];
  }),
];

function containerEntry(place: DocumentPlace, container: Container): OutlineEntry {
  const { name, image, imageNode, nameNode, item, node } = container;
  const role = roleWord(container);
  const source = image?.text ?? '';
  const named = nameNode ?? imageNode ?? node;
  const probes = [container.startupProbe, container.readinessProbe, container.livenessProbe];
  return {
    name: presentable(name ?? (source || rendered(texts.unnamed, {}))),
    detail: presentable(role === undefined ? source : rendered(texts.noted, { image: source, role })),
    kind: 'container',
    ...ranges(place, item.range, named.range),
    children: probes
      .filter((probe) => probe !== undefined)
      .sort((one, other) => one.entry.range.start - other.entry.range.start)
      .map((probe) => probeEntry(place, probe)),
  };
}

const probeEntry = (place: DocumentPlace, probe: Probe): OutlineEntry =>
  fieldEntry(
    place,
    probe.kind,
    [probe.handler?.kind, outcomeOf(probe)].filter((part) => part !== undefined).join(', '),
    probe.entry.range,
    probe.entry,
  );

const fieldEntry = (
  place: DocumentPlace,
  name: string,
  detail: string | undefined,
  whole: Range,
  { key, range }: Entry,
): OutlineEntry => ({
  name: presentable(name),
  ...(detail !== undefined && detail !== '' && { detail: presentable(detail) }),
  kind: 'field',
  ...ranges(place, rangeOf(Math.min(whole.start, range.start), Math.max(whole.end, range.end)), key.range),
  children: [],
});

const dataEntries = (place: DocumentPlace, data: Mapping | undefined): readonly OutlineEntry[] =>
  (data?.entries ?? [])
    .filter(({ merged }) => !merged)
    .map((entry) => fieldEntry(place, entry.name, undefined, entry.range, entry));

function portEntries(place: DocumentPlace, service: Mapping): readonly OutlineEntry[] {
  const ports = fieldOf(asMapping(fieldOf(service, 'spec')), 'ports');
  if (ports?.kind !== 'sequence') return [];
  return ports.items.flatMap(({ value, range }) => {
    const port = asMapping(value);
    const entry = entryOf(port, 'name') ?? entryOf(port, 'port');
    const shown = entry?.value?.kind === 'scalar' ? String(entry.value.value) : '';
    return entry === undefined || port?.alias !== undefined
      ? []
      : [fieldEntry(place, rendered(texts.port, { port: shown }), undefined, range, entry)];
  });
}
