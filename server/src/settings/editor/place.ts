import { lineEnd, lineStart, nextLineStart, rangeOf, shifted, type TextRange } from '../../engine/text';
import { keyAt, type Line, readLine } from './line';

/** What an offset in a settings file is at. */
export interface SettingsPlace {
  /** Keys from the outermost on, with `-` for an item of a list. At a value, the last one is its own key. */
  readonly path: readonly string[];
  readonly role: 'key' | 'value';
  /** The word that is there, or would be. */
  readonly word: TextRange;
  /** Names that the mapping around a key holds already, its own not counted. */
  readonly siblings: readonly string[];
  /** A colon follows the key. */
  readonly hasColon: boolean;
  /** Between the brackets of a line. */
  readonly inFlow: boolean;
  /** Of the key or the item. */
  readonly column: number;
}

/**
 * Tells from the indentation where an offset is: a file that is being written is seldom one that can be parsed.
 * @returns `undefined` inside a comment
 */
export function placeAt(text: string, offset: number): SettingsPlace | undefined {
  const start = lineStart(text, offset);
  const written = text.slice(start, lineEnd(text, offset));
  const line = readLine(written);
  const at = offset - start;
  if (line.comment !== undefined && at > line.comment) return undefined;
  const nothing = line.key === undefined && line.end <= line.column;
  const column = nothing ? Math.max(at, line.dashes.at(-1) ?? 0) : line.column;
  if (at < line.column && !nothing) return undefined;
  const around = pathTo(text, start, column, line);
  if (line.key === undefined) {
    const flow = inBrackets(written, line.column, at, around.path);
    if (flow !== undefined) return moved(flow, start);
    const item = line.dashes.length > 0;
    const word = nothing ? rangeOf(at, at) : unquoted(written, line.column, line.end);
    const siblings = siblingsOf(text, start, column);
    return moved({ ...around, role: item ? 'value' : 'key', word, siblings, hasColon: false, inFlow: false }, start);
  }
  const { key, valueColumn } = line;
  if (at <= key.end) {
    const siblings = siblingsOf(text, start, column);
    const word = rangeOf(key.start, key.end);
    return moved({ ...around, role: 'key', word, siblings, hasColon: true, inFlow: false }, start);
  }
  const path = [...around.path, key.name];
  const flow = inBrackets(written, valueColumn, at, path);
  if (flow !== undefined) return moved(flow, start);
  const word = at < valueColumn || line.end <= valueColumn ? rangeOf(at, at) : unquoted(written, valueColumn, line.end);
  return moved({ path, role: 'value', word, siblings: [], hasColon: false, inFlow: false, column }, start);
}

const moved = (place: SettingsPlace, by: number): SettingsPlace => ({ ...place, word: shifted(place.word, by) });

/** A word without blanks and quotes around it. */
function unquoted(line: string, start: number, end: number): TextRange {
  const text = line.slice(start, end);
  const from = start + (/^\s*["']?/.exec(text)?.[0].length ?? 0);
  const to = end - (/["']?\s*$/.exec(text)?.[0].length ?? 0);
  return rangeOf(from, Math.max(from, to));
}

/** The keys and items that a column of a line is in. */
function pathTo(text: string, start: number, column: number, own: Line): { path: readonly string[]; column: number } {
  const path: string[] = [];
  let limit = column;
  let inItem = false;
  const leave = (dashes: readonly number[]): void => {
    for (const dash of dashes.toReversed())
      if (dash < limit) {
        path.unshift('-');
        limit = dash;
        inItem = true;
      }
  };
  leave(own.dashes);
  for (let at = start; at > 0 && (limit > 0 || inItem); ) {
    at = lineStart(text, at - 1);
    const line = readLine(text.slice(at, lineEnd(text, at)));
    if (line.blank) continue;
    const holds = line.column < limit || (inItem && line.column === limit && line.dashes.length === 0);
    if (line.key !== undefined && holds) {
      path.unshift(line.key.name);
      limit = line.column;
      inItem = false;
    }
    leave(line.dashes);
  }
  return { path, column };
}

/** The other keys of a mapping in block style. */
function siblingsOf(text: string, start: number, column: number): readonly string[] {
  const names: string[] = [];
  for (let at = start; at > 0; ) {
    at = lineStart(text, at - 1);
    const line = readLine(text.slice(at, lineEnd(text, at)));
    if (line.blank || line.column > column) continue;
    if (line.column === column && line.key !== undefined) names.push(line.key.name);
    if (line.column < column || line.dashes.length > 0) break;
  }
  for (let at = nextLineStart(text, start); at < text.length; at = nextLineStart(text, at)) {
    const line = readLine(text.slice(at, lineEnd(text, at)));
    if (line.blank || line.column > column) continue;
    if (line.column < column || line.dashes.length > 0) break;
    if (line.key !== undefined) names.push(line.key.name);
  }
  return names;
}

/** What an offset inside `{…}` or `[…]` on one line is at. */
function inBrackets(line: string, open: number, at: number, path: readonly string[]): SettingsPlace | undefined {
  const bracket = line[open];
  if (at <= open || (bracket !== '{' && bracket !== '[')) return undefined;
  const close = line.indexOf(bracket === '{' ? '}' : ']', open);
  const end = close === -1 ? line.length : close;
  if (at > end) return undefined;
  const start = Math.max(open, line.lastIndexOf(',', at - 1)) + 1;
  const comma = line.indexOf(',', at);
  const until = comma === -1 ? end : Math.min(comma, end);
  const column = start + (/^\s*/.exec(line.slice(start, until))?.[0].length ?? 0);
  const word = at < column ? rangeOf(at, at) : unquoted(line, column, Math.max(column, until));
  const place = { path, word, siblings: [], hasColon: false, inFlow: true, column: open };
  if (bracket === '[') return { ...place, path: [...path, '-'], role: 'value' };
  const key = keyAt(line.slice(0, until), column);
  if (key !== undefined && at > key.word.end) {
    const value = at < key.behind ? rangeOf(at, at) : unquoted(line, key.behind, Math.max(key.behind, until));
    return { ...place, path: [...path, key.word.name], role: 'value', word: value };
  }
  const entries = line.slice(open + 1, end).split(',');
  const siblings = entries.flatMap((entry) => keyAt(entry.trim(), 0)?.word.name ?? []);
  if (key === undefined) return { ...place, role: 'key', siblings };
  const others = siblings.filter((name) => name !== key.word.name);
  return { ...place, role: 'key', siblings: others, hasColon: true, word: rangeOf(key.word.start, key.word.end) };
}
