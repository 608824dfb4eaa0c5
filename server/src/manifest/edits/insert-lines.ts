import type { TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import { endsInOpenScalar } from './block-scalar-end';
import { attachedCommentsStart, blockEnd } from './extent';
import { endsAt } from './known-end';
import { columnOf, startsLine } from './line';
import type { Collection, Member } from './members';
import { hasProblem } from './obstacles';
import { insertionOf, joined, type Rendered } from './rendered';

/**
 * Inserts lines in block style behind a member of a collection and the comments that belong to it.
 * @param rendered without the indentation of its first line, which is that of the member
 * @returns `undefined` where a template action or a broken line stands in the way
 */
export function insertLinesAfter(
  document: ManifestDocument,
  collection: Collection,
  member: Member,
  rendered: Rendered,
): readonly TextEdit[] | undefined {
  const { text, lineEnding } = document;
  const column = columnOf(text, member.range.start);
  const at = blockEnd(text, member, column);
  const passed = { start: member.range.start, end: at };
  if (member.conditional || hasProblem(document, passed) || endsInOpenScalar(text, member.value)) return undefined;
  if (!isSteady(document, member, at) || !endsAt(document, { collection, member }, at)) return undefined;
  const indentation = ' '.repeat(column);
  // Only blank lines that a block scalar keeps reach to the very end of a text that ends with a line end.
  const behindLineEnd = at === text.length && text.endsWith('\n');
  return [
    insertionOf(
      at,
      behindLineEnd ? joined([indentation, rendered, lineEnding]) : joined([lineEnding, indentation, rendered]),
    ),
  ];
}

/**
 * Inserts lines in block style before a member of a collection: before the comments right above it, if it has a line of
 * its own.
 * @param rendered without the indentation of its first line, which is that of the member
 */
export function insertLinesBefore(
  document: ManifestDocument,
  collection: Collection,
  member: Member,
  rendered: Rendered,
): readonly TextEdit[] | undefined {
  const { text, lineEnding } = document;
  if (member.conditional || hasProblem(document, { start: member.range.start, end: member.range.start }))
    return undefined;
  const indentation = ' '.repeat(columnOf(text, member.range.start));
  // What stands above a document's first key is about the document.
  if (collection === document.root || !startsLine(text, member.range.start))
    return [insertionOf(member.range.start, joined([rendered, lineEnding, indentation]))];
  const at = attachedCommentsStart(text, member.range.start);
  return [insertionOf(at, joined([indentation, rendered, lineEnding]))];
}

/** Whether no template action prints lines, or decides about lines, between a member and what is written behind it. */
function isSteady(document: ManifestDocument, member: Member, at: number): boolean {
  if (document.mode !== 'template') return true;
  const passed = document.text.slice(member.range.start, at);
  if (/\n[ \t]*\{[{%]|-[}%]\}[ \t]*(?:\r?\n|$)/.test(passed)) return false;
  if (member.value !== undefined && (member.value.kind === 'scalar' || member.value.flow)) return true;
  const action = /\s*\{[{%]/y;
  action.lastIndex = at;
  return !action.test(document.text);
}
