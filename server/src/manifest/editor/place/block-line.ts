import { lineEnd } from '../../../engine/text';
import { lineBegin } from '../../edits/line';

/** What opens a mapping's entry or a list's item on a line in block style. */
export type Opening =
  | { readonly kind: 'item'; readonly column: number; readonly offset: number }
  | {
      readonly kind: 'key';
      readonly name: string;
      readonly column: number;
      readonly offset: number;
      /** Behind the key, where its colon stands. */
      readonly end: number;
    };

/** One line, read by itself: what is wrong on others does not matter to it. */
export interface BlockLine {
  readonly start: number;
  /** Without its line ending. */
  readonly end: number;
  /** From left to right: dashes, then perhaps a key. */
  readonly openings: readonly Opening[];
  /** Where what is not opened begins: the value of the key, or the item, behind the blanks. */
  readonly rest: number;
}

/** A key is no longer than this, and a line with more in front of its colon holds none. */
const longestKey = 400;

const key =
  /(?:"((?:[^"\\\n]|\\.){0,398})"|'((?:[^'\n]|''){0,398})'|([^\s#&*!|>%@`"'{}[\],?][^\n]{0,398}?|[?][^\s][^\n]{0,398}?))[ \t]*:(?=[ \t\r\n]|$)/y;

/** Reads the line that holds an offset. */
export function readLine(text: string, offset: number): BlockLine {
  const start = lineBegin(text, offset);
  const end = lineEnd(text, start);
  const openings: Opening[] = [];
  let at = pastBlanks(text, start, end);
  while (text[at] === '-' && (at + 1 >= end || isBlank(text[at + 1]))) {
    openings.push({ kind: 'item', column: at - start, offset: at });
    at = pastBlanks(text, at + 1, end);
  }
  key.lastIndex = at;
  const match = at < end && !text.startsWith('{{', at) ? key.exec(text.slice(0, Math.min(end, at + longestKey))) : null;
  if (match === null) return { start, end, openings, rest: at };
  const colon = at + match[0].length - 1;
  const name = match[1] ?? match[2]?.replaceAll("''", "'") ?? match[3]?.trimEnd() ?? '';
  openings.push({ kind: 'key', name, column: at - start, offset: at, end: colon });
  return { start, end, openings, rest: pastBlanks(text, colon + 1, end) };
}

/** Whether a line holds nothing that has a place in the tree: blanks, a comment, a marker, an action of a template. */
export function isAside(text: string, { start, end }: BlockLine): boolean {
  const at = pastBlanks(text, start, end);
  return (
    at >= end ||
    text[at] === '#' ||
    text.startsWith('{{', at) ||
    (at === start && (text[at] === '%' || /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(at, at + 4))))
  );
}

/** Whether the value behind a key stands on its line; an anchor or a tag is none, and neither is a comment. */
export const hasValue = (text: string, { rest, end }: BlockLine): boolean =>
  !/^(?:[&!][^\s]*\s*)*(?:#|$)/.test(text.slice(rest, Math.min(end, rest + longestKey)).trimEnd());

function pastBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text[at])) at++;
  return at;
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
