import type { TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Item, Sequence } from '../model/nodes';
import { endsInOpenScalar } from './block-scalar-end';
import { columnOf } from './line';
import { isPlainBlock } from './members';
import { replacedBy } from './minimal-edit';
import { hasAction, hasComment, hasProblem, isBroken, isExpendable } from './obstacles';
import { renderItems } from './render-block';
import { renderFlow } from './render-flow';
import { itemQuoteOf, styleAt } from './style';
import type { BlockValue } from './value';
import { replaceInFlow } from './write-in-flow';

/**
 * Puts another value in the place of an item of a list that is a scalar.
 * @returns `undefined` when comments stand in the item, where an alias elsewhere needs it, or where the text cannot be edited safely
 */
export function replaceItem(
  document: ManifestDocument,
  sequence: Sequence,
  item: Item,
  value: BlockValue,
): readonly TextEdit[] | undefined {
  const { text } = document;
  const { range } = item;
  if (sequence.alias !== undefined || item.conditional || isBroken(document, sequence)) return undefined;
  if (item.value?.kind !== 'scalar' || item.value.alias !== undefined) return undefined;
  if (hasAction(document, range) || hasProblem(document, range) || !isExpendable(document, range)) return undefined;
  if (sequence.flow) return replaceInFlow(document, sequence, item, (place, style) => renderFlow(value, place, style));
  if (!isPlainBlock(text, sequence) || hasComment(document, range) || endsInOpenScalar(text, item.value))
    return undefined;
  const column = columnOf(text, range.start);
  const rendered = renderItems([value], column, styleAt(document, sequence), itemQuoteOf(sequence));
  return rendered && replacedBy(document, range, rendered);
}
