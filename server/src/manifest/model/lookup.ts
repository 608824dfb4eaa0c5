import { contains, type TextRange } from '../../engine/text';
import type { Lookup } from './manifest';
import type { Entry, Mapping, Node, Scalar, Sequence } from './nodes';

/** The entry that counts for a key: of several the last one, and what is written before what a merge brings. */
export function entryOf(mapping: Mapping | undefined, name: string): Entry | undefined {
  let merged: Entry | undefined;
  if (mapping === undefined) return undefined;
  for (let index = mapping.entries.length - 1; index >= 0; index--) {
    const entry = mapping.entries[index];
    if (entry?.name !== name) continue;
    if (!entry.merged) return entry;
    merged = entry;
  }
  return merged;
}

/** Whether a mapping has a key. What an open mapping lacks, and what a template's condition decides, is unknown. */
export function lookup(mapping: Mapping, name: string): Lookup {
  const entry = entryOf(mapping, name);
  if (entry === undefined) return { presence: mapping.open ? 'unknown' : 'no', entry };
  return { presence: entry.conditional ? 'unknown' : 'yes', entry };
}

/** Like `lookup`, down a path of keys; a value of a type that a template decides may hold anything. */
export function lookupAt(mapping: Mapping, path: readonly string[]): Lookup {
  let inside: Mapping = mapping;
  let unknown = false;
  for (const [index, name] of path.entries()) {
    const found = lookup(inside, name);
    unknown ||= found.presence === 'unknown';
    if (index === path.length - 1) return unknown ? { ...found, presence: 'unknown' } : found;
    const value = found.entry?.value;
    if (value?.kind !== 'mapping') {
      const printed = value?.kind === 'scalar' && value.type === 'unknown';
      return { presence: unknown || printed ? 'unknown' : 'no', entry: undefined };
    }
    inside = value;
  }
  return { presence: 'no', entry: undefined };
}

/** The value at a path of keys and indexes. */
export function valueAt(node: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  let value = node;
  for (const step of path) {
    if (value?.kind === 'mapping') value = entryOf(value, String(step))?.value;
    else if (value?.kind === 'sequence' && typeof step === 'number') value = value.items[step]?.value;
    else return undefined;
  }
  return value;
}

/** The mappings in the list at a path of keys. */
export const mappingsAt = (node: Node | undefined, path: readonly string[]): readonly Mapping[] =>
  (asSequence(valueAt(node, path))?.items ?? []).flatMap((item) => asMapping(item.value) ?? []);

/** The value of a key. */
export const fieldOf = (mapping: Mapping | undefined, name: string): Node | undefined => entryOf(mapping, name)?.value;

export const asMapping = (node: Node | undefined): Mapping | undefined => (node?.kind === 'mapping' ? node : undefined);

export const asSequence = (node: Node | undefined): Sequence | undefined =>
  node?.kind === 'sequence' ? node : undefined;

export const asScalar = (node: Node | undefined): Scalar | undefined => (node?.kind === 'scalar' ? node : undefined);

/** A string; `undefined` for everything else, also for what a template prints. */
export const stringOf = (node: Node | undefined): string | undefined =>
  node?.kind === 'scalar' && node.type === 'string' && typeof node.value === 'string' ? node.value : undefined;

/** A whole or broken number, not one in quotes. */
export const numberOf = (node: Node | undefined): number | undefined =>
  node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;

export const booleanOf = (node: Node | undefined): boolean | undefined =>
  node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined;

/** Nothing is there, or an explicit null. */
export const isNothing = (node: Node | undefined): boolean =>
  node === undefined || (node.kind === 'scalar' && node.type === 'null');

/** A scalar whose type and text a template or a substitution decides. */
export const isUnknown = (node: Node | undefined): boolean => node?.kind === 'scalar' && node.type === 'unknown';

/** One step on the way from a document's root to an offset. */
export type PathStep = string | number;

/** The keys and indexes that lead to what stands at a range: the deepest value or key that contains it. */
export function nodePath(root: Node | undefined, range: TextRange): readonly PathStep[] {
  const path: PathStep[] = [];
  let node = root;
  while (node !== undefined) {
    if (node.kind === 'mapping') {
      const entry: Entry | undefined = node.entries.find((each) => !each.merged && contains(each.range, range));
      if (entry === undefined) break;
      path.push(entry.name);
      node = contains(entry.key.range, range) ? undefined : entry.value;
    } else if (node.kind === 'sequence') {
      const index = node.items.findIndex((item) => contains(item.range, range));
      if (index === -1) break;
      path.push(index);
      node = node.items[index]?.value;
    } else break;
  }
  return path;
}

/** A mapping's string values by name; for what may be there beside them, see `open`. */
export function stringsOf(node: Node | undefined): Readonly<Record<string, string>> {
  const strings: Record<string, string> = Object.create(null);
  if (node?.kind !== 'mapping') return strings;
  for (const entry of node.entries) {
    const value = stringOf(entry.value);
    if (value !== undefined) strings[entry.name] = value;
  }
  return strings;
}
