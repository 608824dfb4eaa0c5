import { type TextEdit, textOf } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Item, Mapping, Node, Scalar, Sequence } from '../model/nodes';
import { sameValue } from '../model/same-value';
import { insertItems } from './insert-item';
import { insertMissing } from './insert-key';
import { joinAdjacent } from './join-adjacent';
import { entryNamed, type Held, isEmpty, writtenEntries } from './members';
import { minimalEdit } from './minimal-edit';
import { commentsIn } from './obstacles';
import { cut, removeEntry } from './remove';
import { extentOf, sourceOf } from './source';
import { together } from './together';
import type { SourceValue } from './value';

/**
 * Makes one of two entries of a mapping that have the same key. Two lists become one after the other, two mappings one
 * with the keys of both; of two scalars the later one stays, which is the one that counts.
 * @returns `undefined` when the two contradict each other in more than scalars, or where the text cannot be edited safely
 */
export function mergeDuplicate(
  document: ManifestDocument,
  mapping: Mapping,
  earlier: Entry,
  later: Entry,
): readonly TextEdit[] | undefined {
  if (earlier.merged || later.merged || earlier.conditional || later.conditional) return undefined;
  const [one, other] = [earlier.value, later.value];
  if (isEmpty(other)) return removeEntry(document, mapping, later);
  if (one === undefined || isEmpty(one) || one.kind === 'scalar' || one.kind !== other?.kind)
    return removeEntry(document, mapping, earlier);
  const taken: Held = { collection: mapping, member: later };
  const merge = mergeOf(document, one, other);
  if (merge === undefined) return undefined;
  const joined = merge.whole ? joinAdjacent(document, mapping, earlier, later) : undefined;
  if (joined !== undefined) return joined;
  if (merge.comments !== commentsWithin(document, taken)) return undefined;
  return together(...merge.edits, cut(document, taken, false));
}

/** How the later of two values goes into the earlier one. */
interface Merge {
  readonly edits: readonly (readonly TextEdit[] | undefined)[];
  /** How many comments go with it: none must be left behind. */
  readonly comments: number;
  /** All that the later one holds is new to the earlier one. */
  readonly whole: boolean;
}

const nothing: Merge = { edits: [], comments: 0, whole: false };

function mergeOf(document: ManifestDocument, one: Node, other: Node): Merge | undefined {
  if (one.alias !== undefined || other.alias !== undefined) return undefined;
  if (one.kind === 'mapping' && other.kind === 'mapping') return mergeOfMappings(document, one, other);
  if (one.kind === 'sequence' && other.kind === 'sequence') return mergeOfSequences(document, one, other);
  if (sameValue(one, other)) return nothing;
  return one.kind === 'scalar' && other.kind === 'scalar' ? mergeOfScalars(document, one, other) : undefined;
}

function mergeOfMappings(document: ManifestDocument, one: Mapping, other: Mapping): Merge | undefined {
  if (other.merges.length > 0) return undefined;
  const missing = new Map<string, SourceValue>();
  const merges: Merge[] = [];
  for (const entry of writtenEntries(other)) {
    const present = entryNamed(one, entry.name);
    if (present === undefined) {
      const held: Held = { collection: other, member: entry };
      const source = sourceOf(document, held);
      if (source === undefined || missing.has(entry.name)) return undefined;
      missing.set(entry.name, source);
      merges.push({ edits: [], comments: commentCount(document, held), whole: true });
      continue;
    }
    if (isEmpty(entry.value) && isEmpty(present.value)) continue;
    const merge =
      present.value === undefined || entry.value === undefined
        ? undefined
        : mergeOf(document, present.value, entry.value);
    if (merge === undefined) return undefined;
    merges.push(merge);
  }
  return {
    edits: [...merges.flatMap((merge) => merge.edits), insertMissing(document, one, missing)],
    comments: merges.reduce((sum, merge) => sum + merge.comments, 0),
    whole: missing.size === writtenEntries(other).length,
  };
}

function mergeOfSequences(document: ManifestDocument, one: Sequence, other: Sequence): Merge | undefined {
  const sources: SourceValue[] = [];
  let comments = 0;
  for (const item of other.items) {
    if (one.items.some((each) => sameValue(each.value, item.value))) continue;
    const held: Held = { collection: other, member: item };
    const source = sourceOf(document, held);
    if (source === undefined || one.items.some((each) => clash(each, item))) return undefined;
    sources.push(source);
    comments += commentCount(document, held);
  }
  return { edits: [insertItems(document, one, sources)], comments, whole: sources.length === other.items.length };
}

/** The later one's words in the place of the earlier one's. */
function mergeOfScalars(document: ManifestDocument, one: Scalar, other: Scalar): Merge | undefined {
  const [before, after] = [textOf(document.text, one.range), textOf(document.text, other.range)];
  if (/[\n{}[\],]/.test(before + after)) return undefined;
  return { edits: [minimalEdit(one.range, before, after)], comments: 0, whole: false };
}

/** The comments above the key stay where they are. */
const commentsWithin = (document: ManifestDocument, held: Held): number =>
  commentsIn(document, { start: held.member.range.start, end: extentOf(document.text, held).end }).length;

const commentCount = (document: ManifestDocument, held: Held): number =>
  commentsIn(document, extentOf(document.text, held)).length;

/** Whether two items of a list are about one thing and say different things of it. */
function clash(one: Item, other: Item): boolean {
  const names = [one, other].map((item) => identityOf(item.value));
  return names[0] !== undefined && names[0] === names[1];
}

/** What must differ between the items of a list in Kubernetes' API: its `patchMergeKey`. */
const identifyingKeys = ['mountPath', 'devicePath', 'containerPort', 'name', 'port', 'topologyKey', 'ip'];

function identityOf(value: Node | undefined): string | undefined {
  if (value?.kind !== 'mapping') return undefined;
  for (const key of identifyingKeys) {
    const identity = entryNamed(value, key)?.value;
    if (identity?.kind === 'scalar') return `${key} ${String(identity.value)}`;
  }
  return undefined;
}
