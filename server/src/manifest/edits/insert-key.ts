import type { TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Mapping } from '../model/nodes';
import { blockEntryOf } from './ancestors';
import { fillEntry } from './fill-entry';
import { hasPlace } from './has-place';
import { insertLinesAfter, insertLinesBefore } from './insert-lines';
import { columnOf } from './line';
import { keyOrderOf } from './mapping-kind';
import { entryNamed, isEmpty, isPlainBlock, type Neighbour, writtenEntries } from './members';
import { mayHoldMore } from './obstacles';
import { renderEntries } from './render-block';
import { renderFlowEntry } from './render-flow';
import { keyQuoteOf, styleAt } from './style';
import { together } from './together';
import { type BlockMapping, type BlockValue, entriesOf, nested, shapeOf } from './value';
import { insertIntoFlow } from './write-in-flow';

export interface InsertOptions {
  /** An entry that other edits take away at the same time: it is as good as not there. */
  readonly ignoring?: Entry;
}

/**
 * Inserts a key where keys of its kind stand in a mapping: behind the nearest key that goes before it, else before the
 * first that goes behind it, else at the end. A key that is there without a value gets it.
 * @returns `undefined` when the key has a value, or where the text cannot be edited safely
 */
export const insertKey = (
  document: ManifestDocument,
  mapping: Mapping,
  key: string,
  value: BlockValue,
  options: InsertOptions = {},
): readonly TextEdit[] | undefined => insertPath(document, mapping, [key], value, options);

/**
 * Inserts a value under a path of keys; mappings on the way that are missing or empty are made.
 * @returns `undefined` when something else is there, or where the text cannot be edited safely
 */
export function insertPath(
  document: ManifestDocument,
  mapping: Mapping,
  path: readonly string[],
  value: BlockValue,
  options: InsertOptions = {},
): readonly TextEdit[] | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return undefined;
  const entry = presentEntry(mapping, key, options);
  if (entry === undefined || isEmpty(entry.value))
    return insertMissing(document, mapping, new Map([[key, nested(rest, value)]]), options);
  if (rest.length === 0 || entry.value?.kind !== 'mapping') return undefined;
  return insertPath(document, entry.value, rest, value, options);
}

/**
 * Inserts everything of `value` that a mapping lacks, at any depth: what is there is left as it is.
 * @returns no edits when nothing is missing; `undefined` where the text cannot be edited safely, and where the result
 * would not be right
 */
export function insertMissing(
  document: ManifestDocument,
  mapping: Mapping,
  value: BlockMapping,
  options: InsertOptions = {},
): readonly TextEdit[] | undefined {
  const missing: (readonly [string, BlockValue])[] = [];
  const inside: (readonly TextEdit[] | undefined)[] = [];
  for (const [key, wanted] of entriesOf(value)) {
    const entry = presentEntry(mapping, key, options);
    if (isEmpty(entry?.value) && !hasPlace(document, mapping, key, wanted, options.ignoring)) return undefined;
    if (entry === undefined) missing.push([key, wanted]);
    else if (isEmpty(entry.value)) inside.push(fillEntry(document, mapping, entry, wanted));
    else inside.push(extended(document, entry, wanted, options));
  }
  return together(...inside, ...insertedEntries(document, mapping, missing, options));
}

const presentEntry = (mapping: Mapping, key: string, { ignoring }: InsertOptions): Entry | undefined => {
  const entry = entryNamed(mapping, key);
  return entry === ignoring ? undefined : entry;
};

function extended(
  document: ManifestDocument,
  entry: Entry,
  wanted: BlockValue,
  options: InsertOptions,
): readonly TextEdit[] | undefined {
  const shape = shapeOf(wanted);
  if (shape.kind !== 'mapping') return [];
  // Something else stands where the mapping belongs, as while it is being typed.
  if (entry.value?.kind !== 'mapping') return undefined;
  return insertMissing(document, entry.value, new Map(shape.entries), options);
}

/** Keys that are inserted at one place, in order. */
interface Group {
  readonly neighbour: Neighbour<Entry> | undefined;
  readonly entries: (readonly [string, BlockValue])[];
}

function insertedEntries(
  document: ManifestDocument,
  mapping: Mapping,
  missing: readonly (readonly [string, BlockValue])[],
  { ignoring }: InsertOptions,
): readonly (readonly TextEdit[] | undefined)[] {
  if (missing.length === 0) return [];
  if (mayHoldMore(document, mapping) || mapping.alias !== undefined) return [undefined];
  // Empty braces are opened as a block where they stand in one.
  const empty = isEmpty(mapping) ? blockEntryOf(document, mapping) : undefined;
  if (empty !== undefined) return [fillEntry(document, empty.mapping, empty.entry, new Map(missing))];
  const neighbours = writtenEntries(mapping).filter((entry) => entry !== ignoring);
  const groups = groupsOf(missing, neighbours, keyOrderOf(document, mapping));
  return groups.map((group) =>
    mapping.flow ? insertedInFlow(document, mapping, group) : insertedInBlock(document, mapping, group),
  );
}

function groupsOf(
  missing: readonly (readonly [string, BlockValue])[],
  neighbours: readonly Entry[],
  order: readonly string[],
): readonly Group[] {
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const groups = new Map<number, Group>();
  for (const entry of [...missing].sort(([one], [other]) => rank(one) - rank(other))) {
    const neighbour = neighbourOf(entry[0], neighbours, order);
    const place =
      neighbour === undefined ? 0 : 'after' in neighbour ? neighbour.after.range.end : neighbour.before.range.start;
    const group = groups.get(place);
    if (group === undefined) groups.set(place, { neighbour, entries: [entry] });
    else group.entries.push(entry);
  }
  return [...groups.values()];
}

function neighbourOf(key: string, entries: readonly Entry[], order: readonly string[]): Neighbour<Entry> | undefined {
  const rank = order.indexOf(key);
  const last = entries.at(-1);
  if (last === undefined) return undefined;
  if (rank === -1) return { after: last };
  let before: Entry | undefined;
  let successor: Entry | undefined;
  for (const entry of entries) {
    const other = entry.conditional ? -1 : order.indexOf(entry.name);
    if (other === -1) continue;
    if (other > rank) successor ??= entry;
    else if (before === undefined || other >= order.indexOf(before.name)) before = entry;
  }
  if (before !== undefined) return { after: before };
  return successor === undefined ? { after: last } : { before: successor };
}

function insertedInFlow(
  document: ManifestDocument,
  mapping: Mapping,
  { neighbour, entries }: Group,
): readonly TextEdit[] | undefined {
  if (neighbour === undefined && writtenEntries(mapping).length > 0) return undefined;
  return insertIntoFlow(document, mapping, neighbour, (place, style) =>
    entries.map(([key, value]) => renderFlowEntry(key, value, place, style)),
  );
}

function insertedInBlock(
  document: ManifestDocument,
  mapping: Mapping,
  { neighbour, entries }: Group,
): readonly TextEdit[] | undefined {
  if (neighbour === undefined || !isPlainBlock(document.text, mapping)) return undefined;
  const beside = 'after' in neighbour ? neighbour.after : neighbour.before;
  const column = columnOf(document.text, beside.range.start);
  const rendered = renderEntries(entries, column, styleAt(document, mapping), keyQuoteOf(mapping));
  if (rendered === undefined) return undefined;
  return 'after' in neighbour
    ? insertLinesAfter(document, mapping, beside, rendered)
    : insertLinesBefore(document, mapping, beside, rendered);
}
