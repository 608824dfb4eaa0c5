import type { TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Item, Sequence } from '../model/nodes';
import { insertItem } from './insert-item';
import { commentsIn } from './obstacles';
import { cut } from './remove';
import { extentOf, sourceOf } from './source';
import { together } from './together';

/**
 * Moves an item of a list right before one that stands above it.
 * @returns `undefined` where comments belong to it, and where the text cannot be edited safely
 */
export function moveItemBefore(
  document: ManifestDocument,
  sequence: Sequence,
  item: Item,
  before: Item,
): readonly TextEdit[] | undefined {
  const held = { collection: sequence, member: item };
  const source = sourceOf(document, held);
  if (source === undefined || commentsIn(document, extentOf(document.text, held)).length > 0) return undefined;
  return together(insertItem(document, sequence, source, { before }), cut(document, held, true));
}
