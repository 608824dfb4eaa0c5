import { deletion, lineEnd, nextLineStart, type TextEdit, type TextRange } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import { commaAfter } from './flow-commas';
import { lineBegin, startsLine } from './line';
import { type Collection, isPlainFlow, type Member, writtenMembers } from './members';
import { commentsIn, hasComment, hasProblem } from './obstacles';

/**
 * Takes a member out of a collection in flow style that holds others, with its comma and, where it has one, its line.
 * Comments stay.
 */
export function removeFromFlow(
  document: ManifestDocument,
  collection: Collection,
  member: Member,
): readonly TextEdit[] | undefined {
  if (!isPlainFlow(document.text, collection)) return undefined;
  if (hasProblem(document, collection.range) || hasComment(document, member.range)) return undefined;
  const members = writtenMembers(collection);
  const index = members.findIndex((each) => each.range.start === member.range.start);
  const [previous, next] = [members[index - 1], members[index + 1]];
  if (index === -1 || (previous === undefined && next === undefined)) return undefined;
  const gap = next !== undefined ? between(member, next) : previous && between(previous, member);
  if (gap === undefined) return undefined;
  if (!hasComment(document, gap)) {
    const whole: TextRange =
      next !== undefined ? { start: member.range.start, end: gap.end } : { start: gap.start, end: member.range.end };
    return [deletion(whole)];
  }
  return removeBesideComments(document, collection, member, previous, next);
}

const between = (one: Member, other: Member): TextRange => ({ start: one.range.end, end: other.range.start });

function removeBesideComments(
  document: ManifestDocument,
  collection: Collection,
  member: Member,
  previous: Member | undefined,
  next: Member | undefined,
): readonly TextEdit[] | undefined {
  const comma = commaAfter(document, member.range.end);
  const end = comma === undefined ? member.range.end : comma + 1;
  if (hasComment(document, { start: member.range.end, end })) return undefined;
  const edits: TextEdit[] = [deletion(besideComments(document, collection, { start: member.range.start, end }))];
  if (next !== undefined || comma !== undefined || previous === undefined) return edits;
  const before = commaAfter(document, previous.range.end);
  return before === undefined ? undefined : [deletion({ start: before, end: before + 1 }), ...edits];
}

/** A stretch without comments, up to the comment that follows on its line, or with its whole line. */
function besideComments(document: ManifestDocument, collection: Collection, range: TextRange): TextRange {
  const { text } = document;
  const end = lineEnd(text, range.end);
  const [comment] = commentsIn(document, { start: range.end, end });
  if (comment !== undefined && text.slice(range.end, comment.start).trim() === '')
    return { start: range.start, end: comment.start };
  const wholeLine =
    startsLine(text, range.start) &&
    lineBegin(text, range.start) > collection.range.start &&
    text.slice(range.end, end).trim() === '';
  return wholeLine ? { start: lineBegin(text, range.start), end: nextLineStart(text, end) } : range;
}
