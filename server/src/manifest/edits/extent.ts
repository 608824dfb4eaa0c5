import { lineEnd, nextLineStart } from '../../engine/text';
import type { Entry } from '../model/nodes';
import { trailingBlockScalarEnd } from './block-scalar-end';
import { columnOf, indentationAt, leadingBlanks, lineBegin, trimmedEnd } from './line';
import type { Member } from './members';

/** Offset of the colon of an entry; `undefined` for a key without one, or one that is not on the key's line. */
export function colonOf(text: string, entry: Entry): number | undefined {
  const gap = /^[ \t]*:/.exec(text.slice(entry.key.range.end, lineEnd(text, entry.key.range.end)));
  return gap === null ? undefined : entry.key.range.end + gap[0].length - 1;
}

/** Offset just after the last character of an entry's or item's content, without the comments behind and below it. */
export function contentEnd(text: string, member: Member): number {
  return trailingBlockScalarEnd(text, member.value) ?? trimmedEnd(text, member.range);
}

/**
 * Where the lines of an entry or item in block style end: the end of its last line of content with the comment that
 * follows on it, or of the comments below that stand deeper than it.
 * @param column of the key or the dash
 */
export function blockEnd(text: string, member: Member, column: number): number {
  let end = lineEnd(text, contentEnd(text, member));
  const flushList = isFlushList(text, member, column);
  let adjacent = true;
  for (let at = nextLineStart(text, end); at < text.length; at = nextLineStart(text, at)) {
    const stop = lineEnd(text, at);
    const comment = at + leadingBlanks(text, at, stop);
    if (comment === stop) {
      adjacent = false;
      continue;
    }
    if (text[comment] !== '#') break;
    const belongs =
      comment - at > column ||
      // A commented-out item, right below the items of a list that is not indented.
      (flushList && adjacent && comment - at === column && /^#+[ \t]*-[ \t]/.test(text.slice(comment, stop)));
    if (!belongs) break;
    end = stop;
  }
  return end;
}

/** The start of the first of the comment lines that stand directly above a line, at its own column; else that line's start. */
export function attachedCommentsStart(text: string, offset: number): number {
  let start = lineBegin(text, offset);
  const column = indentationAt(text, offset).length;
  while (start > 1) {
    const above = lineBegin(text, start - 1);
    if (leadingBlanks(text, above, start) !== column || text[above + column] !== '#') break;
    start = above;
  }
  return start;
}

const isFlushList = (text: string, member: Member, column: number): boolean =>
  member.value?.kind === 'sequence' &&
  !member.value.flow &&
  member.value.items[0] !== undefined &&
  columnOf(text, member.value.items[0].range.start) === column;
