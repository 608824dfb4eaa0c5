import { insertion, lineEnd, nextLineStart, replacement, type TextEdit, textOf } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Mapping } from '../model/nodes';
import { attachedCommentsStart, blockEnd, contentEnd } from './extent';
import { columnOf, indentationAt, lineBegin, startsLine } from './line';
import { isPlainBlock, isPlainFlow, writtenEntries } from './members';
import { hasAction, hasProblem, isBroken, isTagged } from './obstacles';
import { renderKey, renderScalar } from './render-scalar';
import { keyQuoteOf, type Style, styleAt } from './style';
import type { Literal } from './value';

/** An entry that goes deeper, or only gets another name, at the place where it stands. */
export interface Nesting {
  readonly entry: Entry;
  /** Keys of its mapping's; the last one is its new name. */
  readonly path: readonly string[];
  /** What is written right before it. */
  readonly beside?: readonly (readonly [string, Literal])[];
}

/**
 * Puts entries of a mapping under new keys, in their own words and at their own lines: `serviceName: web` becomes
 * `service:` with `name: web` in it. Entries under one key have to stand next to each other.
 * @returns `undefined` where they do not, where such a key is there already, or where the text cannot be edited safely
 */
export function nestEntries(
  document: ManifestDocument,
  mapping: Mapping,
  nestings: readonly Nesting[],
): readonly TextEdit[] | undefined {
  if (nestings.length === 0) return [];
  const places = placesOf(mapping, nestings);
  if (places === undefined || !isEditable(document, mapping)) return undefined;
  if (mapping.flow) return nestedInFlow(document, mapping, places);
  return isPlainBlock(document.text, mapping) ? nestedInBlock(document, mapping, places) : undefined;
}

/** Where an entry goes: under keys that an entry before it has opened already, and under new ones. */
interface Place {
  readonly nesting: Nesting;
  readonly opened: number;
  readonly opening: readonly string[];
  /** How many of the keys around it end with it. */
  readonly closing: number;
}

function placesOf(mapping: Mapping, nestings: readonly Nesting[]): readonly Place[] | undefined {
  const byEntry = new Map(nestings.map((nesting) => [nesting.entry, nesting]));
  const entries = writtenEntries(mapping);
  if (nestings.some(({ entry }) => entry.merged || entry.conditional || !entries.includes(entry))) return undefined;
  const kept = new Set(mapping.entries.filter((entry) => !byEntry.has(entry)).map(({ name }) => name));
  if (nestings.some(({ entry, path }) => kept.has(path[0] ?? '') || kept.has(entry.name))) return undefined;
  const places: Place[] = [];
  const closed = new Set<string>();
  let around: readonly string[] = [];
  for (const [index, entry] of entries.entries()) {
    const nesting = byEntry.get(entry);
    const keys = nesting?.path.slice(0, -1) ?? [];
    const opened = sharedLength(around, keys);
    for (let depth = opened + 1; depth <= around.length; depth++) closed.add(around.slice(0, depth).join('/'));
    for (let depth = opened + 1; depth <= keys.length; depth++)
      if (closed.has(keys.slice(0, depth).join('/'))) return undefined;
    around = keys;
    if (nesting === undefined) continue;
    const next = byEntry.get(entries[index + 1] ?? entry);
    const closing = keys.length - (next === nesting ? 0 : sharedLength(keys, next?.path.slice(0, -1) ?? []));
    places.push({ nesting, opened, opening: keys.slice(opened), closing });
  }
  return places;
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  const end = one.findIndex((key, index) => key !== other[index]);
  return end === -1 ? Math.min(one.length, other.length) : end;
}

const isEditable = (document: ManifestDocument, mapping: Mapping): boolean =>
  mapping.alias === undefined &&
  !isBroken(document, mapping) &&
  !hasAction(document, mapping.range) &&
  !hasProblem(document, mapping.range) &&
  !mapping.entries.some((entry) => isTagged(document.text, entry.key.range.start));

function nestedInBlock(
  document: ManifestDocument,
  mapping: Mapping,
  places: readonly Place[],
): readonly TextEdit[] | undefined {
  const { text, lineEnding } = document;
  const style = styleAt(document, mapping);
  const quote = keyQuoteOf(mapping);
  const key = (name: string): string => renderKey(name, 'block', quote, style.quote);
  return places.flatMap(({ nesting: { entry, path, beside = [] }, opened, opening }) => {
    const { start } = entry.range;
    const column = columnOf(text, start);
    const lineAt = (depth: number): string => lineEnding + ' '.repeat(column + depth * style.indent);
    const depth = opened + opening.length;
    const keys = opening.map((name, index) => `${key(name)}:${lineAt(opened + index + 1)}`);
    const others = beside.map(([name, value]) => `${key(name)}: ${literal(value, 'block', style)}${lineAt(depth)}`);
    const renamed = ' '.repeat(opened * style.indent) + keys.join('') + others.join('') + key(path.at(-1) ?? '');
    return [
      ...renamedTo(text, entry, renamed),
      ...movedIn(text, attachedCommentsStart(text, start), lineBegin(text, start), ' '.repeat(opened * style.indent)),
      ...movedIn(text, nextLineStart(text, start), blockEnd(text, entry, column), ' '.repeat(depth * style.indent)),
    ];
  });
}

/** Moves the lines that start in a stretch to the right. */
function movedIn(text: string, start: number, end: number, blanks: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  if (blanks === '') return edits;
  for (let at = start; at < end; at = nextLineStart(text, at))
    if (text.slice(at, lineEnd(text, at)).trim() !== '') edits.push(insertion(at, blanks));
  return edits;
}

function nestedInFlow(
  document: ManifestDocument,
  mapping: Mapping,
  places: readonly Place[],
): readonly TextEdit[] | undefined {
  const { text, lineEnding } = document;
  if (!isPlainFlow(text, mapping)) return undefined;
  const style = styleAt(document, mapping);
  const quote = keyQuoteOf(mapping);
  const surroundings = document.format === 'json' ? 'json' : 'flow';
  const { braces, step } = style.flow;
  const key = (name: string): string => renderKey(name, surroundings, quote, style.quote);
  const onLines = places.map(
    ({ nesting: { entry } }) =>
      startsLine(text, entry.range.start) && lineBegin(text, entry.range.start) > mapping.range.start,
  );
  if (new Set(onLines).size > 1) return undefined;
  const lines = onLines[0] === true;
  return places.flatMap(({ nesting: { entry, path, beside = [] }, opened, opening, closing }) => {
    const start = indentationAt(text, entry.range.start);
    const lineAt = (depth: number, padding: string): string =>
      lines ? lineEnding + start + step.repeat(depth) : padding;
    const depth = opened + opening.length;
    const keys = opening.map((name, index) => `${key(name)}: {${lineAt(opened + index + 1, braces)}`);
    const others = beside.map(
      ([name, value]) => `${key(name)}: ${literal(value, surroundings, style)},${lineAt(depth, ' ')}`,
    );
    const indented = lines ? step.repeat(opened) : '';
    const ends = Array.from({ length: closing }, (_, index) => `${lineAt(depth - index - 1, braces)}}`);
    const end = contentEnd(text, entry);
    return [
      ...renamedTo(text, entry, indented + keys.join('') + others.join('') + key(path.at(-1) ?? '')),
      ...(lines ? movedIn(text, nextLineStart(text, entry.range.start), end, step.repeat(depth)) : []),
      ...(closing > 0 ? [insertion(end, ends.join(''))] : []),
    ];
  });
}

/** One that goes deeper together with its neighbour may keep its name. */
const renamedTo = (text: string, { key }: Entry, words: string): readonly TextEdit[] =>
  textOf(text, key.range) === words ? [] : [replacement(key.range, words)];

const literal = (value: Literal, surroundings: 'block' | 'flow' | 'json', style: Style): string =>
  renderScalar({ kind: 'literal', value }, { surroundings, quote: style.quote, always: undefined }).text;
