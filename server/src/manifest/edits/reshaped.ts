import { fieldOfBareWord } from '../../knowledge/bare-values';
import { plainWords } from '../../shell/plain-words';
import type { Entry, ManifestDocument, Mapping, Node, Scalar, Sequence } from '../model/manifest';
import { acceptsScalar } from '../schema/accepted';
import type { FieldType, ListType, ObjectType } from '../schema/field-types';
import { fits } from '../schema/fitting';
import { sourceOf } from './source';
import type { BlockValue } from './value';

/** A value of the wrong shape, and the field that it stands in. */
export interface Misshapen {
  readonly document: ManifestDocument;
  readonly field: string;
  readonly expected: FieldType;
  readonly node: Node;
}

/**
 * What somebody means who wrote a value of another shape than its field has: a list of variables for a mapping of them, a
 * mapping with the name for the name alone.
 * @returns `undefined` where that is not clear, or where comments stand in the way
 */
export function reshaped(misshapen: Misshapen): BlockValue | undefined {
  const { expected } = misshapen;
  switch (expected.kind) {
    case 'list':
      return asList(misshapen, expected);
    case 'object':
      return asObject(misshapen, expected);
    case 'map':
      return misshapen.node.kind === 'sequence' ? asMap(misshapen.document, misshapen.node) : undefined;
    default:
      return undefined;
  }
}

function asList({ document, field, node }: Misshapen, { items }: ListType): BlockValue | undefined {
  if (node.kind === 'scalar') {
    if (items.kind === 'object') {
      const item = bareItem(node, items);
      return item && [item];
    }
    const text = textOf(node);
    if (field === 'command') return text === undefined ? undefined : commandOf(text);
    if (field === 'args') return text === undefined ? undefined : plainWords(`program ${text}`)?.slice(1);
    return acceptsScalar(items, node) && text !== undefined ? [text] : undefined;
  }
  if (items.kind !== 'object' || node.open) return undefined;
  if (node.kind === 'sequence') return bareItems(node, items);
  return namedItems(node, items) ?? onlyItem(document, node, items);
}

function bareItems(sequence: Sequence, items: ObjectType): BlockValue | undefined {
  const values = sequence.items.map(({ value }) => (value?.kind === 'scalar' ? bareItem(value, items) : undefined));
  const known = values.filter((value) => value !== undefined);
  return known.length < values.length || known.length === 0 ? undefined : known;
}

/** A program is started as it is; what a shell has to read goes to one. */
const commandOf = (text: string): BlockValue => plainWords(text) ?? ['sh', '-c', text];

/** `MODE: fast` as a variable, `http: 80` as a port: the key is the name, the value what matters most. */
const valueOfNamed: Readonly<Record<string, string>> = {
  EnvVar: 'value',
  ContainerPort: 'containerPort',
  ServicePort: 'port',
  HTTPHeader: 'value',
  Sysctl: 'value',
};

function namedItems(mapping: Mapping, items: ObjectType): BlockValue | undefined {
  const key = valueOfNamed[items.name];
  const type = key === undefined ? undefined : items.fields.get(key)?.type;
  if (key === undefined || type === undefined || mapping.entries.some(({ name }) => items.fields.has(name)))
    return undefined;
  const values = mapping.entries.map((entry): BlockValue | undefined => {
    const value = entry.value?.kind === 'scalar' && !entry.merged ? scalarFor(type, entry.value) : undefined;
    return value === undefined
      ? undefined
      : new Map([
          ['name', entry.name],
          [key, value],
        ]);
  });
  const known = values.filter((value) => value !== undefined);
  return known.length < values.length || known.length === 0 ? undefined : known;
}

/** A scalar as a field holds it, in quotes where that is what it lacks. */
function scalarFor(type: FieldType, scalar: Scalar): string | number | undefined {
  if (scalar.type === 'unknown' || scalar.type === 'null' || scalar.style === 'literal' || scalar.style === 'folded')
    return undefined;
  if (type.kind === 'scalar' && type.scalar === 'string') return scalar.source;
  const number = typeof scalar.value === 'number' ? scalar.value : undefined;
  return number !== undefined && acceptsScalar(type, scalar) ? number : undefined;
}

/** The fields of one item, without its dash. */
function onlyItem(document: ManifestDocument, mapping: Mapping, items: ObjectType): BlockValue | undefined {
  if (!mapping.entries.every(({ name, merged }) => items.fields.has(name) && !merged)) return undefined;
  const entries = sourcesOf(document, mapping, mapping.entries);
  return entries && [new Map(entries)];
}

function asObject({ document, node }: Misshapen, type: ObjectType): BlockValue | undefined {
  if (node.kind === 'scalar') return bareItem(node, type);
  if (node.kind !== 'sequence' || node.open) return undefined;
  return bareList(document, node, type) ?? mergedItems(document, node, (name) => type.fields.has(name));
}

/** A word for the object that it names: `regcred`, `8080`, `MODE=fast`. */
function bareItem(scalar: Scalar, type: ObjectType): BlockValue | undefined {
  const text = textOf(scalar) ?? (scalar.type === 'integer' ? scalar.source : undefined);
  if (text === undefined || text.includes('\n')) return undefined;
  switch (type.name) {
    case 'EnvVar':
      return variableOf(text);
    case 'ContainerPort':
      return portOf(text);
    case 'Toleration':
      return { key: text, operator: 'Exists' };
    case 'ServiceBackendPort':
      return /^\d+$/.test(text) ? { number: Number(text) } : { name: text };
  }
  const key = fieldOfBareWord[type.name];
  const field = key === undefined ? undefined : type.fields.get(key);
  if (key === undefined || field === undefined) return undefined;
  if (field.type.kind === 'list') return key === 'command' ? { command: commandOf(text) } : undefined;
  if (field.type.kind !== 'scalar') return undefined;
  const { values } = field.type;
  return values.length > 0 && !values.includes(text) ? undefined : { [key]: text };
}

function variableOf(text: string): BlockValue | undefined {
  const [, name, value] = /^([A-Za-z_][\w.-]*)=(.*)$/.exec(text) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** A port as Compose writes it, `[host:]container[/protocol]`. What the host's is, a Service or the cluster decides. */
function portOf(text: string): BlockValue | undefined {
  const [, port, protocol] = /^(?:\d+:)?(\d{1,5})(?:\/(tcp|udp|sctp))?$/i.exec(text) ?? [];
  if (port === undefined) return undefined;
  const upper = protocol?.toUpperCase();
  return { containerPort: Number(port), protocol: upper === 'TCP' ? undefined : upper };
}

/** A list for the object whose one field it is: `exec: [ls]`. */
function bareList(document: ManifestDocument, sequence: Sequence, type: ObjectType): BlockValue | undefined {
  const key = fieldOfBareWord[type.name];
  const field = key === undefined ? undefined : type.fields.get(key);
  if (key === undefined || field?.type.kind !== 'list') return undefined;
  const { items } = field.type;
  if (!sequence.items.every(({ value }) => value !== undefined && fits(items, value))) return undefined;
  const values = sequence.items.map((item) => sourceOf(document, { collection: sequence, member: item }));
  const known = values.filter((value) => value !== undefined);
  return known.length < values.length ? undefined : { [key]: known };
}

/** A list of labels, each in a mapping or as `key=value`. */
function asMap(document: ManifestDocument, sequence: Sequence): BlockValue | undefined {
  const pairs = sequence.items.map(({ value }) => /^([\w./-]+)=(.*)$/.exec(textOf(value) ?? ''));
  if (pairs.length > 0 && pairs.every((pair) => pair !== null))
    return new Map(pairs.map((pair): [string, string] => [pair?.[1] ?? '', pair?.[2] ?? '']));
  return mergedItems(document, sequence, () => true);
}

/** The keys of all items in one mapping. */
function mergedItems(
  document: ManifestDocument,
  sequence: Sequence,
  isField: (name: string) => boolean,
): BlockValue | undefined {
  const merged = new Map<string, BlockValue>();
  for (const { value } of sequence.items) {
    if (value?.kind !== 'mapping' || value.open || value.alias !== undefined) return undefined;
    if (!value.entries.every((entry) => !entry.merged && isField(entry.name) && !merged.has(entry.name)))
      return undefined;
    const entries = sourcesOf(document, value, value.entries);
    if (entries === undefined) return undefined;
    for (const [name, source] of entries) merged.set(name, source);
  }
  return merged.size === 0 ? undefined : merged;
}

/** Entries of a mapping in their own words. */
export function sourcesOf(
  document: ManifestDocument,
  mapping: Mapping,
  entries: readonly Entry[],
): readonly (readonly [string, BlockValue])[] | undefined {
  const found: (readonly [string, BlockValue])[] = [];
  for (const entry of entries) {
    const source = sourceOf(document, { collection: mapping, member: entry });
    if (source === undefined) return undefined;
    found.push([entry.name, source]);
  }
  return found;
}

const textOf = (node: Node | undefined): string | undefined =>
  node?.kind === 'scalar' && node.type === 'string' && typeof node.value === 'string' ? node.value : undefined;
