import { deletion, rangeOf, type TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Mapping, Sequence } from '../model/nodes';
import { attachedCommentsStart, blockEnd } from './extent';
import { endsAt } from './known-end';
import { columnOf, lineBegin, startsLine } from './line';
import { isPlainBlock, writtenEntries, writtenMembers } from './members';
import { hasAction, hasComment, hasProblem } from './obstacles';

/**
 * Makes one value of two that have nothing in common and stand one right below the other, under the same key and at the same
 * column: only the key between them goes.
 * @returns `undefined` where something else stands between, or the text cannot be edited safely
 */
export function joinAdjacent(
  document: ManifestDocument,
  mapping: Mapping,
  earlier: Entry,
  later: Entry,
): readonly TextEdit[] | undefined {
  const { text } = document;
  const [one, other] = [earlier.value, later.value];
  if (!isBlock(text, one) || !isBlock(text, other) || one.kind !== other.kind) return undefined;
  if (!isPlainBlock(text, mapping) || nextOf(mapping, earlier) !== later || later.value?.anchor !== undefined)
    return undefined;
  const [last, first] = [writtenMembers(one).at(-1), writtenMembers(other)[0]];
  if (last === undefined || first === undefined) return undefined;
  if (columnOf(text, last.range.start) !== columnOf(text, first.range.start) || !startsLine(text, first.range.start))
    return undefined;
  const column = columnOf(text, earlier.range.start);
  const range = rangeOf(lineBegin(text, later.range.start), attachedCommentsStart(text, first.range.start));
  if (hasComment(document, range) || hasAction(document, range) || hasProblem(document, range)) return undefined;
  if (attachedCommentsStart(text, later.range.start) !== range.start) return undefined;
  return endsAt(document, { collection: mapping, member: earlier }, blockEnd(text, earlier, column))
    ? [deletion(range)]
    : undefined;
}

const isBlock = (text: string, value: Entry['value']): value is Mapping | Sequence =>
  value !== undefined && value.kind !== 'scalar' && value.alias === undefined && isPlainBlock(text, value);

function nextOf(mapping: Mapping, entry: Entry): Entry | undefined {
  const entries = writtenEntries(mapping);
  return entries[entries.indexOf(entry) + 1];
}
