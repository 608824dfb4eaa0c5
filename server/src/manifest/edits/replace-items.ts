import { nextLineStart, type TextEdit, type TextRange } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Sequence } from '../model/nodes';
import { blockEnd, colonOf } from './extent';
import { endsAt } from './known-end';
import { columnOf, lineBegin } from './line';
import { isPlainBlock, isPlainFlow } from './members';
import { commentsIn, hasComment, hasProblem, isBroken, isSelfContained } from './obstacles';
import { renderItems } from './render-block';
import { renderFlow } from './render-flow';
import { editOf, joined } from './rendered';
import { keyQuoteOf, styleAt } from './style';
import type { BlockValue } from './value';

/**
 * Where the items of a list under a key stand, with all comments among them and those on lines of their own above the first.
 * @returns `undefined` where they cannot be taken out of the text
 */
export function stretchOf(document: ManifestDocument, entry: Entry, list: Sequence): TextRange | undefined {
  const { text } = document;
  const [first, last] = [list.items[0], list.items.at(-1)];
  if (first === undefined || last === undefined || list.alias !== undefined) return undefined;
  if (list.flow) return isPlainFlow(text, list) && !hasComment(document, list.range) ? list.range : undefined;
  const colon = colonOf(text, entry);
  const end = blockEnd(text, last, columnOf(text, first.range.start));
  if (colon === undefined || !isPlainBlock(text, list)) return undefined;
  if (!endsAt(document, { collection: list, member: last }, end)) return undefined;
  const [comment] = commentsIn(document, { start: nextLineStart(text, colon), end: first.range.start });
  return { start: comment === undefined ? first.range.start : lineBegin(text, comment.start), end };
}

/**
 * Puts one item in the place of all items of a list, and of the comments among them.
 * @returns `undefined` where an alias elsewhere needs one, or where the text cannot be edited safely
 */
export function replaceItems(
  document: ManifestDocument,
  entry: Entry,
  list: Sequence,
  value: BlockValue,
): readonly TextEdit[] | undefined {
  const range = stretchOf(document, entry, list);
  if (range === undefined || isBroken(document, list)) return undefined;
  if (hasProblem(document, range) || !isSelfContained(document, range)) return undefined;
  const style = styleAt(document, list);
  const first = list.items[0];
  if (!list.flow) {
    const column = columnOf(document.text, first?.range.start ?? range.start);
    const rendered = renderItems([value], column, style);
    const indentation = range.start === first?.range.start ? '' : ' '.repeat(column);
    return rendered && [editOf(range, joined([indentation, rendered]))];
  }
  const keyQuote = first?.value?.kind === 'mapping' ? keyQuoteOf(first.value) : undefined;
  const rendered = renderFlow(
    [value],
    { surroundings: 'flow', keyQuote, itemQuote: undefined, indentation: undefined },
    style,
  );
  return rendered && [editOf(range, rendered)];
}
