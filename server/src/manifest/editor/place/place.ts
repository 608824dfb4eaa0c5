import { rangeOf, type TextRange } from '../../../engine/text';
import { trimmedEnd } from '../../edits/line';
import type { Manifest, ManifestDocument } from '../../model/manifest';
import { type BlockLine, isAside, type Opening, readLine } from './block-line';
import { type Surroundings, surroundingsOf } from './surroundings';

/** Where somebody types, found by indentation, so that it is right while the tree is broken. Offsets are the file's. */
export interface Place extends Surroundings {
  readonly manifest: Manifest;
  readonly document: ManifestDocument;
  /** Where the document starts in the file. */
  readonly start: number;
  /** `key`: the first word of a line, or what follows its dashes; `value`: behind a colon. */
  readonly kind: 'key' | 'value';
  /** The key that a value is of. */
  readonly key: string | undefined;
  /** Of the word: it holds the offset. */
  readonly range: TextRange;
  readonly column: number;
  /** What of the word stands in front of the offset. */
  readonly typed: string;
  /** What stands behind the word on its line: of a key, the colon and its value. */
  readonly isFollowed: boolean;
  /** The offset stands directly behind a colon or dash, where a blank has to follow. */
  readonly needsBlank: boolean;
  /** The word is the first of a list's item, on the line of its dash. */
  readonly followsDash: boolean;
}

/** @returns `undefined` in comments, in actions of a template, in flow style and inside of scalars of several lines */
export function placeAt(manifest: Manifest, offset: number): Place | undefined {
  if (manifest.format === 'json') return undefined;
  const line = readLine(manifest.text, offset);
  const found = manifest.documents.findLast(({ start }) => start <= line.start || start === 0);
  if (found === undefined || isInAction(manifest.text, offset)) return undefined;
  const { document, start } = found;
  const own = readLine(document.text, offset - start);
  const local = offset - start;
  if (local < own.start || isComment(document.text, own, local)) return undefined;
  const last = own.openings.at(-1);
  const place =
    last?.kind === 'key' && local > last.end
      ? valuePlace(document.text, own, last, local)
      : keyPlace(document.text, own, local);
  const surroundings = place && surroundingsOf(document.text, own, place.column);
  if (place === undefined || surroundings === undefined) return undefined;
  return {
    ...surroundings,
    ...place,
    manifest,
    document,
    start,
    range: rangeOf(place.range.start + start, place.range.end + start),
    typed: manifest.text.slice(place.range.start + start, offset),
  };
}

type Word = Pick<Place, 'kind' | 'key' | 'range' | 'column' | 'isFollowed' | 'needsBlank' | 'followsDash'>;

type KeyOpening = Extract<Opening, { readonly kind: 'key' }>;

/** What begins so is no plain word. */
const opensOther = /^[{[&*!|>#%@`]/;

function valuePlace(text: string, line: BlockLine, key: KeyOpening, offset: number): Word | undefined {
  const end = valueEnd(text, line.rest, line.end);
  const isEmpty = end <= line.rest;
  if (!isEmpty && (offset > end || offset < line.rest || opensOther.test(text.slice(line.rest, end)))) return undefined;
  return {
    kind: 'value',
    key: key.name,
    range: isEmpty ? rangeOf(offset, offset) : rangeOf(line.rest, end),
    column: key.column,
    isFollowed: false,
    needsBlank: offset === key.end + 1,
    followsDash: false,
  };
}

/** Where a value on one line ends, before a comment. */
function valueEnd(text: string, start: number, end: number): number {
  const comment = text.slice(start, end).search(/(?:^|[ \t])#/);
  return trimmedEnd(text, rangeOf(start, comment === -1 ? end : start + comment));
}

function keyPlace(text: string, line: BlockLine, offset: number): Word | undefined {
  const last = line.openings.at(-1);
  const dash = line.openings.findLast(({ kind }) => kind === 'item');
  if (dash !== undefined && offset <= dash.offset + 1) return undefined;
  if (last?.kind === 'key') {
    if (offset < last.offset || offset > last.end) return undefined;
    return wordOf(rangeOf(last.offset, trimmedEnd(text, rangeOf(last.offset, last.end))), line, true);
  }
  const end = valueEnd(text, line.rest, line.end);
  if (end <= line.rest) {
    const blanks = text.slice(dash === undefined ? line.start : dash.offset + 1, offset);
    return blanks.includes('\t') ? undefined : wordOf(rangeOf(offset, offset), line, false);
  }
  if (offset < line.rest || offset > end || isAside(text, line)) return undefined;
  const written = text.slice(line.rest, end);
  if (opensOther.test(written)) return undefined;
  return wordOf(rangeOf(line.rest, end), line, false);
}

const wordOf = (range: TextRange, line: BlockLine, isFollowed: boolean): Word => ({
  kind: 'key',
  key: undefined,
  range,
  column: range.start - line.start,
  isFollowed,
  needsBlank: false,
  followsDash: line.openings.some(({ kind }) => kind === 'item'),
});

function isComment(text: string, line: BlockLine, offset: number): boolean {
  const before = text.slice(line.start, offset);
  return /^[ \t]*#/.test(before) || /[ \t]#/.test(before.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ''));
}

/** In characters: an action is seldom longer than a line. */
const longestAction = 2000;

/** Whether an offset stands inside of `{{ }}`. */
function isInAction(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - longestAction), offset);
  const open = before.lastIndexOf('{{');
  return open !== -1 && before.lastIndexOf('}}') < open;
}

/** The nearest of the openings that are items of the list under a key. */
export function itemUnder(openings: readonly Opening[], keys: ReadonlySet<string>): Opening | undefined {
  return openings.findLast((opening, index) => {
    const holder = openings[index - 1];
    return opening.kind === 'item' && holder?.kind === 'key' && keys.has(holder.name);
  });
}
