import { lineEnd, textOf } from '../../engine/text';
import type { EnvironmentVariable, ManifestDocument, Sequence } from '../model/manifest';
import { contentEnd } from './extent';
import { entryNamed, type Held } from './members';
import { commentsIn, isSelfContained } from './obstacles';
import { extentOf, sourceOf } from './source';
import { type SourceValue, sourceValue } from './value';

/** What stands on several lines in flow style cannot stand under a key in block style. */
function movableSource(document: ManifestDocument, held: Held): SourceValue | undefined {
  const source = sourceOf(document, held);
  return source?.origin.style === 'flow' && source.text.includes('\n') ? undefined : source;
}

/**
 * The value of a variable in its own words, without comments, to be written under a key elsewhere.
 * @returns `undefined` where its text does not say all that it is
 */
export function bareSource(document: ManifestDocument, { node, item }: EnvironmentVariable): SourceValue | undefined {
  const entry = entryNamed(node, 'value');
  const held: Held | undefined = entry && { collection: node, member: entry };
  const source = held && isSelfContained(document, item.range) ? movableSource(document, held) : undefined;
  if (entry === undefined || held === undefined || source === undefined) return undefined;
  const behind = extentOf(document.text, held).end - contentEnd(document.text, entry);
  const text = source.text.slice(0, source.text.length - behind);
  return sourceValue({ text, origin: source.origin, commented: false, above: [] });
}

/**
 * The value of a variable in its own words, with the comments of the variable: those behind and below the value stay there, all
 * others go above the key. What stands behind the braces of a variable on one line stands behind the value then.
 * @param from where the comments begin that belong to the variable
 */
export function commentedSource(
  document: ManifestDocument,
  list: Sequence,
  { node, item, valueNode }: EnvironmentVariable,
  from: number,
): SourceValue | undefined {
  const { text } = document;
  const entry = entryNamed(node, 'value');
  if (entry === undefined || valueNode === undefined || !isSelfContained(document, item.range)) return undefined;
  const held: Held = { collection: node, member: entry };
  const source = movableSource(document, held);
  const { end } = extentOf(text, held);
  const comments = commentsIn(document, { start: from, end: extentOf(text, { collection: list, member: item }).end });
  const line = lineEnd(text, item.range.end);
  const behind = comments.filter(({ start }) => node.flow && start >= item.range.end && start < line);
  const above = comments.filter(
    (comment) => !behind.includes(comment) && (comment.start < valueNode.range.start || comment.start >= end),
  );
  return (
    source &&
    sourceValue({
      text: [source.text, ...behind.map((comment) => textOf(text, comment))].join(' '),
      origin: source.origin,
      commented: comments.length > 0,
      above: above.map((comment) => textOf(text, comment)),
    })
  );
}
