import type { TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Mapping } from '../model/nodes';
import { endsInOpenScalar } from './block-scalar-end';
import { blockEnd, contentEnd } from './extent';
import { endsAt } from './known-end';
import { columnOf } from './line';
import { entryNamed, isPlainBlock } from './members';
import { replacedBy } from './minimal-edit';
import { hasAction, hasComment, hasProblem, isBroken, isExpendable } from './obstacles';
import { renderEntry } from './render-block';
import { renderFlowEntry } from './render-flow';
import { keyQuoteOf, styleAt } from './style';
import type { BlockValue } from './value';
import { replaceInFlow } from './write-in-flow';

/**
 * Puts another key with a value of its own in the place of an entry.
 * @returns `undefined` when the mapping has such a key, when comments stand in the entry, where an alias elsewhere needs it,
 * or where the text cannot be edited safely
 */
export function replaceEntry(
  document: ManifestDocument,
  mapping: Mapping,
  entry: Entry,
  key: string,
  value: BlockValue,
): readonly TextEdit[] | undefined {
  if (!isReplaceable(document, mapping, entry)) return undefined;
  if (key !== entry.name && entryNamed(mapping, key) !== undefined) return undefined;
  return mapping.flow
    ? replaceInFlow(document, mapping, entry, (place, style) => renderFlowEntry(key, value, place, style))
    : replaceInBlock(document, mapping, entry, key, value);
}

function isReplaceable(document: ManifestDocument, mapping: Mapping, entry: Entry): boolean {
  if (mapping.alias !== undefined || entry.merged || entry.conditional || isBroken(document, mapping)) return false;
  if (hasAction(document, entry.range) || hasProblem(document, entry.range)) return false;
  return isExpendable(document, entry.range) && entry.range.start === entry.key.range.start;
}

function replaceInBlock(
  document: ManifestDocument,
  mapping: Mapping,
  entry: Entry,
  key: string,
  value: BlockValue,
): readonly TextEdit[] | undefined {
  const { text } = document;
  const { start } = entry.range;
  const column = columnOf(text, start);
  const range = { start, end: contentEnd(text, entry) };
  if (!isPlainBlock(text, mapping) || hasComment(document, range) || endsInOpenScalar(text, entry.value))
    return undefined;
  if (!endsAt(document, { collection: mapping, member: entry }, blockEnd(text, entry, column))) return undefined;
  const rendered = renderEntry(key, value, column, styleAt(document, mapping), keyQuoteOf(mapping));
  return rendered && replacedBy(document, range, rendered);
}
