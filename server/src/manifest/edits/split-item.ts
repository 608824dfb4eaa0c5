import { insertion, replacement, type TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Item, Mapping, Sequence } from '../model/nodes';
import { columnOf, lineBegin, startsLine } from './line';
import { isPlainBlock, isPlainFlow, writtenEntries } from './members';
import { hasAction, hasProblem } from './obstacles';

/**
 * Makes two items of a list of one: an entry of it and what stands below go to an item of their own.
 * @param at not the first entry of the item
 * @returns `undefined` where the text cannot be edited safely
 */
export function splitItem(
  document: ManifestDocument,
  sequence: Sequence,
  item: Item,
  at: Entry,
): readonly TextEdit[] | undefined {
  const { value } = item;
  if (value?.kind !== 'mapping' || value.alias !== undefined || sequence.alias !== undefined) return undefined;
  if (value.anchor !== undefined || hasAction(document, item.range) || hasProblem(document, item.range))
    return undefined;
  const entries = writtenEntries(value);
  const before = entries[entries.indexOf(at) - 1];
  if (before === undefined) return undefined;
  return value.flow
    ? splitFlow(document, sequence, item, value, before, at)
    : splitBlock(document, sequence, item, value, at);
}

/** The blank below the dash becomes a dash. */
function splitBlock(
  { text }: ManifestDocument,
  sequence: Sequence,
  item: Item,
  mapping: Mapping,
  at: Entry,
): readonly TextEdit[] | undefined {
  if (!isPlainBlock(text, sequence) || !isPlainBlock(text, mapping) || !startsLine(text, at.range.start))
    return undefined;
  const dash = columnOf(text, item.range.start);
  if (columnOf(text, at.range.start) < dash + 2) return undefined;
  const start = lineBegin(text, at.range.start) + dash;
  return [replacement({ start, end: start + 1 }, '-')];
}

function splitFlow(
  { text, lineEnding }: ManifestDocument,
  sequence: Sequence,
  item: Item,
  mapping: Mapping,
  before: Entry,
  at: Entry,
): readonly TextEdit[] | undefined {
  if (!isPlainFlow(text, mapping) || !/^[ \t]*,[ \t]*$/.test(text.slice(before.range.end, at.range.start)))
    return undefined;
  const padding = /^\{([ \t]*)/.exec(text.slice(mapping.range.start))?.[1] ?? '';
  const comma = text.indexOf(',', before.range.end);
  const close = insertion(before.range.end, `${padding}}`);
  if (sequence.flow) {
    if (!isPlainFlow(text, sequence)) return undefined;
    return [close, insertion(at.range.start, `{${padding}`)];
  }
  if (!isPlainBlock(text, sequence)) return undefined;
  const indentation = ' '.repeat(columnOf(text, item.range.start));
  const range = { start: before.range.end, end: at.range.start };
  return comma === -1 ? undefined : [replacement(range, `${padding}}${lineEnding}${indentation}- {${padding}`)];
}
