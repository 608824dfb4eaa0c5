import { deletion, lineEnd, nextLineStart, type TextEdit, type TextRange } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import { keepsBlankLines } from './block-scalar-end';
import { attachedCommentsStart, blockEnd, contentEnd } from './extent';
import { endsAt } from './known-end';
import { columnOf, leadingBlanks, lineBegin, startsLine } from './line';
import { type Held, isPlainBlock, writtenMembers } from './members';
import { commentsIn } from './obstacles';
import { together } from './together';

/**
 * Removes the lines of a member in block style. Its comments stay, each at the column that it had or, when it stood
 * deeper, at the member's.
 */
export function removeLines(document: ManifestDocument, held: Held): readonly TextEdit[] | undefined {
  const { text } = document;
  if (!isPlainBlock(text, held.collection)) return undefined;
  const { start } = held.member.range;
  const column = columnOf(text, start);
  const end = contentEnd(text, held.member);
  const extent = { start, end: blockEnd(text, held.member, column) };
  if (!endsAt(document, held, extent.end)) return undefined;
  const comments = commentsIn(document, extent);
  const ownLine = startsLine(text, start);
  if (comments.length === 0 && !ownLine) return [deletion(upToNext(text, start, end))];
  const ranges: (TextRange | undefined)[] = [];
  let from = ownLine ? lineBegin(text, start) : start;
  for (const comment of comments) {
    const line = lineBegin(text, comment.start);
    if (line <= start || from === start) ranges.push({ start, end: comment.start });
    else {
      if (from <= end) ranges.push({ start: from, end: Math.min(line, nextLineStart(text, end)) });
      const kept = Math.min(column, leadingBlanks(text, line, comment.start));
      ranges.push({ start: line + kept, end: comment.start });
    }
    from = nextLineStart(text, comment.end);
  }
  if (from <= end && from < text.length) ranges.push(wholeLines(text, held, from, end));
  return deletions(ranges);
}

/**
 * Cuts a member in block style out with all comments behind and inside it.
 * @param above whether the comments right above it go too
 */
export function cutLines(document: ManifestDocument, held: Held, above: boolean): readonly TextEdit[] | undefined {
  const { text } = document;
  if (!isPlainBlock(text, held.collection)) return undefined;
  const { start } = held.member.range;
  const end = blockEnd(text, held.member, columnOf(text, start));
  if (!endsAt(document, held, end)) return undefined;
  if (!startsLine(text, start)) return [deletion(upToNext(text, start, end))];
  return deletions([wholeLines(text, held, above ? attachedCommentsStart(text, start) : lineBegin(text, start), end)]);
}

function deletions(ranges: readonly (TextRange | undefined)[]): readonly TextEdit[] | undefined {
  return together(...ranges.map((range) => range && (range.start < range.end ? [deletion(range)] : [])));
}

/** What stands behind a dash moves up to it. */
function upToNext(text: string, start: number, end: number): TextRange {
  const visible = /\S/g;
  visible.lastIndex = end;
  return { start, end: visible.exec(text)?.index ?? end };
}

/**
 * Lines from the start of one to the end of another. With the last lines of a text that ends without a line end goes the
 * line end before them, and blank lines that would be the last ones now.
 * @returns `undefined` where a block scalar keeps those
 */
function wholeLines(text: string, { collection, member }: Held, start: number, end: number): TextRange | undefined {
  const previous = writtenMembers(collection).findLast((each) => each.range.end <= member.range.start);
  const next = nextLineStart(text, end);
  if (next < text.length || text.endsWith('\n'))
    return { start, end: keepsBlankLines(text, previous?.value) ? afterBlankLines(text, next) : next };
  const lineBreak = lineBreakBefore(text, start);
  return previous !== undefined && contentEnd(text, previous) > lineBreak ? undefined : { start: lineBreak, end: next };
}

/** A block scalar that keeps the blank lines below it must not get more of them. */
function afterBlankLines(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.slice(at, lineEnd(text, at)).trim() === '') at = nextLineStart(text, at);
  return at;
}

/** Where the line end before a line begins, and before the blank lines above that one. */
function lineBreakBefore(text: string, start: number): number {
  let at = start;
  for (;;) {
    const end = text.startsWith('\r\n', at - 2) ? at - 2 : Math.max(0, at - 1);
    const line = lineBegin(text, end);
    if (line === 0 || line >= at || leadingBlanks(text, line, end) < end - line) return end;
    at = line;
  }
}
