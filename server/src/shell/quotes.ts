import { addEscape, addLiteral } from './parts';
import type { Reader } from './reader';
import type { WordPart } from './syntax';

const PLAIN_IN_ANSI = /[^'\\]+/y;
const ANSI_ESCAPE = /\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{1,4}|U[0-9A-Fa-f]{1,8}|c[^']|.)/sy;

const ANSI_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['E', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['?', '?'],
]);

/** Reads a string in single quotes, the first of which is at the position. */
export function readSingleQuoted(reader: Reader, parts: WordPart[]): void {
  const start = reader.position;
  const close = reader.text.indexOf("'", start + 1);
  if (close === -1) reader.unterminated('single-quote', start, start + 1);
  const end = close === -1 ? reader.text.length : close;
  addLiteral(reader, parts, start + 1, end, 'single');
  reader.position = close === -1 ? end : close + 1;
}

/** Reads bash's `$'…'`. */
export function readAnsiQuoted(reader: Reader, parts: WordPart[]): void {
  const start = reader.position;
  reader.position += 2;
  const empty = parts.length;
  for (;;) {
    const from = reader.position;
    const plain = reader.match(PLAIN_IN_ANSI)?.[0];
    const escaped = plain === undefined ? reader.match(ANSI_ESCAPE)?.[0] : undefined;
    reader.position += (plain ?? escaped ?? '').length;
    if (plain !== undefined) addLiteral(reader, parts, from, reader.position, 'ansi');
    else if (escaped !== undefined) addEscape(reader, parts, from, reader.position, ansiValue(escaped), 'ansi');
    else break;
  }
  if (parts.length === empty) addLiteral(reader, parts, reader.position, reader.position, 'ansi');
  if (reader.character === "'") reader.position++;
  else {
    reader.unterminated('single-quote', start, start + 2);
    reader.position = reader.text.length;
  }
}

function ansiValue(written: string): string {
  const letter = written.charAt(1);
  const digits = written.slice(2);
  if (letter >= '0' && letter <= '7') return String.fromCharCode(Number.parseInt(written.slice(1), 8) & 0xff);
  if (digits !== '' && letter === 'c') return String.fromCharCode(digits.charCodeAt(0) & 0x1f);
  if (digits !== '') return codePoint(Number.parseInt(digits, 16));
  return ANSI_CHARACTERS.get(letter) ?? written;
}

const codePoint = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
