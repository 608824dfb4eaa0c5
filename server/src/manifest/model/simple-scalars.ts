import { rangeOf } from '../../engine/text';
import type { Scalar } from './nodes';
import { offsetsFrom, typeOfWords } from './tree-scalars';

/** Letters, digits and what else a key may be made of without meaning anything in YAML. */
const word = /[\w./$-]/;
const codes = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const keyCharacters = codes.map((character) => word.test(character));
const plainStarts = codes.map((character) => /[^-?:,[\]{}#&*!|>'"%@`\s]/.test(character));
const flowCharacters = codes.map((character) => /[\w./$+=@~^()-]/.test(character));

const at = (table: readonly boolean[], text: string, offset: number): boolean =>
  table[text.charCodeAt(offset)] === true;

const space = 32;
const colon = 58;
const hash = 35;

/** Where a plain or quoted key that starts at an offset ends, with its quotes; `undefined` where none does. */
export function keyEnd(text: string, start: number, end: number): number | undefined {
  const quote = text[start];
  let stop = start;
  if (quote === '"' || quote === "'") stop = quotedEnd(text, start, end) ?? start;
  else if (quote !== '-') while (stop < end && at(keyCharacters, text, stop)) stop++;
  const isKey = stop > start && text.charCodeAt(stop) === colon && stop < end && isBlankAt(text, stop + 1, end);
  return isKey && stop - start < longestKey ? stop : undefined;
}

/** YAML takes no longer ones in front of a colon. */
const longestKey = 1000;

/** Whether nothing follows at an offset of a line, or a blank does. */
export const isBlankAt = (text: string, offset: number, end: number): boolean =>
  offset >= end || text.charCodeAt(offset) === space;

/** Behind the closing quote of a text without escapes on one line. */
export function quotedEnd(text: string, start: number, end: number): number | undefined {
  const quote = text[start];
  const stop = text.indexOf(quote ?? '', start + 1);
  if (stop === -1 || stop >= end || text[stop + 1] === quote) return undefined;
  return quote === '"' && text.slice(start, stop).includes('\\') ? undefined : stop + 1;
}

/** Where a plain text that starts at an offset ends on its line; `undefined` where it may mean something else. */
export function plainEnd(text: string, start: number, end: number): number | undefined {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  const starts =
    first > 127 || at(plainStarts, text, start) || (text[start] === '-' && start + 1 < end && second !== space);
  if (!starts) return undefined;
  let stop = start;
  for (let offset = start; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === space) continue;
    if (code === colon && isBlankAt(text, offset + 1, end)) return undefined;
    if (code === hash && text.charCodeAt(offset - 1) === space) break;
    stop = offset + 1;
  }
  return stop;
}

/** The same inside brackets or braces, for texts of harmless characters. */
export function flowPlainEnd(text: string, start: number, end: number): number | undefined {
  const starts = text[start] === '-' ? at(flowCharacters, text, start + 1) : at(keyCharacters, text, start);
  if (!starts || text[start] === '$') return undefined;
  let stop = start;
  for (let offset = start; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === space) continue;
    if (!at(flowCharacters, text, code === colon ? offset + 1 : offset)) break;
    stop = offset + 1;
  }
  return stop;
}

export function plainScalar(text: string, start: number, end: number): Scalar {
  const source = text.slice(start, end);
  const { type, value } = typeOfWords(source);
  return scalar(text, start, end, source, 'plain', type, value);
}

export function quotedScalar(text: string, start: number, end: number): Scalar {
  const source = text.slice(start + 1, end - 1);
  return scalar(text, start, end, source, text[start] === '"' ? 'double' : 'single', 'string', source);
}

export function scalar(
  text: string,
  start: number,
  end: number,
  source: string,
  style: Scalar['style'],
  type: Scalar['type'],
  value: Scalar['value'],
): Scalar {
  const range = rangeOf(start, end);
  const offsets = type === 'string' && typeof value === 'string' ? offsetsFrom(text, range, style, value) : undefined;
  return { kind: 'scalar', range, alias: undefined, anchor: undefined, type, value, source, style, offsets };
}
