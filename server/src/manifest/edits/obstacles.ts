import { lineEnd, nextLineStart, type TextEdit, type TextRange, textOf } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Mapping, Sequence } from '../model/nodes';
import { lineBegin } from './line';

/** The lines that a range stands on, wholly. */
const linesOf = (text: string, range: TextRange): TextRange => ({
  start: lineBegin(text, range.start),
  end: lineEnd(text, range.end),
});

/** Whether a template action stands on the lines of a range: what is there is not what will be there. */
export function hasAction(document: ManifestDocument, range: TextRange): boolean {
  if (document.mode !== 'template') return false;
  const { start, end } = linesOf(document.text, range);
  return /\{\{|\{%/.test(document.text.slice(start, end));
}

/** Whether a tag stands before a value, on its line: `!!str 8080`. An anchor may stand between them. */
export const isTagged = (text: string, offset: number): boolean =>
  /(?:^|[\s[{,:])!\S*(?:[ \t]+&\S+)?[ \t]*$/.test(text.slice(lineBegin(text, offset), offset));

/** Problems of one place: what stands elsewhere is what it seems to be. */
const local: ReadonlySet<string> = new Set([
  'ALIAS_LIMIT',
  'BAD_MERGE',
  'COMPLEX_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'NBSP',
  'RECURSIVE_ALIAS',
  'SMART_QUOTE',
  'UNKNOWN_ALIAS',
]);

/**
 * Whether the reader stumbled, so that the lines of a range may not mean what they seem to: on them or on the next line,
 * where an error often shows first; or anywhere over a quote or bracket that may reach to this place.
 */
export function hasProblem(document: ManifestDocument, range: TextRange): boolean {
  const { text } = document;
  const start = lineBegin(text, Math.max(0, lineBegin(text, range.start) - 1));
  const end = lineEnd(text, nextLineStart(text, range.end));
  return document.problems.some(({ code, range: problem }) => {
    if (code === 'DUPLICATE_KEY') return false;
    return !local.has(code) || (problem.start <= end && problem.end >= start);
  });
}

/**
 * Whether a collection may hold more than what is written, so that what is inserted may be there twice. In a patch it
 * surely does, but elsewhere.
 */
export const mayHoldMore = (document: ManifestDocument, collection: Mapping | Sequence): boolean =>
  collection.open && (document.mode !== 'patch' || hasProblem(document, collection.range));

/** Whether what a collection holds may be other than it seems, because of a syntax error somewhere in it. */
export const isBroken = (document: ManifestDocument, collection: Mapping | Sequence): boolean =>
  collection.open && document.problems.some(({ code }) => code !== 'DUPLICATE_KEY');

/** Whether comments stand in a range, wholly or in part. */
export function hasComment(document: ManifestDocument, range: TextRange): boolean {
  const first = firstCommentFrom(document, range.start);
  const before = document.comments[first - 1];
  return (before !== undefined && before.range.end > range.start) || commentsIn(document, range).length > 0;
}

/** The comments that start in a range, in order. */
export function commentsIn(document: ManifestDocument, range: TextRange): readonly TextRange[] {
  const found: TextRange[] = [];
  for (let index = firstCommentFrom(document, range.start); index < document.comments.length; index++) {
    const comment = document.comments[index];
    if (comment === undefined || comment.range.start >= range.end) break;
    found.push(comment.range);
  }
  return found;
}

/** Whether a comment would have to leave its place for an edit. */
export const movesComment = (document: ManifestDocument, { range, newText }: TextEdit): boolean =>
  commentsIn(document, range).some((comment) => !newText.includes(textOf(document.text, comment)));

/** The index of the first comment that starts at an offset or behind it. */
function firstCommentFrom({ comments }: ManifestDocument, offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((comments[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a stretch of text can be done without: no anchor in it is used elsewhere. */
export const isExpendable = (document: ManifestDocument, range: TextRange): boolean =>
  !crosses(document, range, '&', '*');

/** Whether a stretch of text means the same in another place: no alias or anchor in it has its other end elsewhere. */
export const isSelfContained = (document: ManifestDocument, range: TextRange): boolean =>
  isExpendable(document, range) && !crosses(document, range, '*', '&');

/** Whether a name behind one mark in a range stands behind the other elsewhere. Whatever looks like either counts, so that none is missed. */
function crosses({ text }: ManifestDocument, { start, end }: TextRange, inside: Mark, outside: Mark): boolean {
  const names = namesIn(text.slice(start, end), inside);
  if (names.size === 0) return false;
  const others = [text.slice(0, start), text.slice(end)].flatMap((part) => [...namesIn(part, outside)]);
  return others.some((name) => names.has(name));
}

type Mark = '&' | '*';

const marked: Readonly<Record<Mark, RegExp>> = { '&': /&([^\s,[\]{}:]+)/g, '*': /\*([^\s,[\]{}:]+)/g };

/** The names behind all such marks of a text, up to the first colon: readers differ in whether one may be in a name. */
const namesIn = (text: string, mark: Mark): ReadonlySet<string> =>
  new Set([...text.matchAll(marked[mark])].map((match) => match[1] ?? ''));
