import type { TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Item, Mapping, Sequence } from '../model/nodes';
import { blockEntryOf } from './ancestors';
import { fillEntry } from './fill-entry';
import { type InsertOptions, insertPath } from './insert-key';
import { insertLinesAfter, insertLinesBefore } from './insert-lines';
import { columnOf } from './line';
import { entryNamed, isEmpty, isPlainBlock, type Neighbour } from './members';
import { mayHoldMore } from './obstacles';
import { renderItems } from './render-block';
import { renderFlow } from './render-flow';
import { itemQuoteOf, styleAt } from './style';
import type { BlockValue } from './value';
import { insertIntoFlow } from './write-in-flow';

/**
 * Inserts an item into a list, in the list's own style.
 * @param neighbour where it goes; the end by default
 * @returns `undefined` where the text cannot be edited safely
 */
export const insertItem = (
  document: ManifestDocument,
  sequence: Sequence,
  value: BlockValue,
  neighbour?: Neighbour<Item>,
): readonly TextEdit[] | undefined => insertItems(document, sequence, [value], neighbour);

/** Inserts several items at one place of a list. */
export function insertItems(
  document: ManifestDocument,
  sequence: Sequence,
  values: readonly BlockValue[],
  neighbour: Neighbour<Item> | undefined = behindLast(sequence),
): readonly TextEdit[] | undefined {
  if (values.length === 0) return [];
  if (mayHoldMore(document, sequence) || sequence.alias !== undefined) return undefined;
  // Empty brackets are opened as a block where they stand in one.
  const empty = isEmpty(sequence) ? blockEntryOf(document, sequence) : undefined;
  if (empty !== undefined) return fillEntry(document, empty.mapping, empty.entry, values);
  if (sequence.flow)
    return insertIntoFlow(document, sequence, neighbour, (place, style) =>
      values.map((value) => renderFlow(value, place, style)),
    );
  if (neighbour === undefined || !isPlainBlock(document.text, sequence)) return undefined;
  const beside = 'after' in neighbour ? neighbour.after : neighbour.before;
  const column = columnOf(document.text, beside.range.start);
  const rendered = renderItems(values, column, styleAt(document, sequence), itemQuoteOf(sequence));
  if (rendered === undefined) return undefined;
  return 'after' in neighbour
    ? insertLinesAfter(document, sequence, beside, rendered)
    : insertLinesBefore(document, sequence, beside, rendered);
}

/**
 * Inserts items at the end of the list under a key, which is made when it is missing or empty.
 * @returns `undefined` when something else is there, or where the text cannot be edited safely
 */
export function insertItemsUnder(
  document: ManifestDocument,
  mapping: Mapping,
  key: string,
  values: readonly BlockValue[],
  options: InsertOptions = {},
): readonly TextEdit[] | undefined {
  const entry = entryNamed(mapping, key);
  return entry?.value?.kind === 'sequence' && entry.value.items.length > 0
    ? insertItems(document, entry.value, values)
    : insertPath(document, mapping, [key], values, options);
}

const behindLast = (sequence: Sequence): Neighbour<Item> | undefined => {
  const last = sequence.items.at(-1);
  return last && { after: last };
};
