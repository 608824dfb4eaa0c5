import { readBackticks } from './backticks';
import { afterContinuations, atCarriageReturn } from './blanks';
import { readDollar, readDoubleQuoted, readSubstitution } from './expansions';
import { skipLines } from './heredocs';
import { addEscape, addLiteral, wordOf } from './parts';
import { Patterns } from './patterns';
import { readSingleQuoted } from './quotes';
import type { Reader } from './reader';
import type { Word, WordPart } from './syntax';

/** In the value of an assignment nothing expands to names; only `~` does, also after a colon. */
export type WordContext = 'word' | 'value';

const PLAIN = /[^ \t\r\n;&|()<>'"\\$`*?[\]{}~+@!]+/y;
const TILDE = /~[\w.+-]*(?=[/:\s;&|()<>]|$)/y;
const ARRAY_START = /^[A-Za-z_]\w*\+?=$/;

/** The word at the position; `undefined` when none starts there. */
export function readWord(reader: Reader, context: WordContext = 'word'): Word | undefined {
  const start = reader.position;
  const parts: WordPart[] = [];
  const patterns = new Patterns(reader, parts);
  while (readPiece(reader, parts, patterns, context, start));
  return reader.position === start ? undefined : wordOf(reader, start, parts);
}

/** The words between the parentheses of an array, the first of which is at the position. */
export function readArray(reader: Reader): readonly Word[] {
  const start = reader.position;
  const elements: Word[] = [];
  if (reader.tooDeep) {
    reader.skipParenthesised(start);
    return elements;
  }
  reader.position++;
  for (;;) {
    skipLines(reader);
    const element = reader.nested(() => readWord(reader));
    if (element === undefined) break;
    elements.push(element);
  }
  if (reader.character === ')') reader.position++;
  else reader.unterminated('array', start, start + 1);
  return elements;
}

/** Reads some of a word; false where the word ends. */
function readPiece(
  reader: Reader,
  parts: WordPart[],
  patterns: Patterns,
  context: WordContext,
  start: number,
): boolean {
  const { position } = reader;
  const plain = reader.match(PLAIN)?.[0];
  if (plain !== undefined) {
    addPlain(reader, parts, plain.length);
    patterns.passed(plain);
    return true;
  }
  switch (reader.character) {
    case '':
    case ' ':
    case '\t':
    case '\n':
    case ';':
    case '&':
    case '|':
    case ')':
      return false;
    case '\r':
      if (atCarriageReturn(reader)) return false;
      break;
    case '(':
      if (!ARRAY_START.test(reader.text.slice(start, position))) return false;
      for (const element of readArray(reader)) for (const part of element.parts) parts.push(part);
      return true;
    case '<':
    case '>':
      if (reader.text[position + 1] !== '(') return false;
      readSubstitution(reader, parts, false);
      return true;
    case "'":
      readSingleQuoted(reader, parts);
      return true;
    case '"':
      readDoubleQuoted(reader, parts);
      return true;
    case '$':
      readDollar(reader, parts, false);
      return true;
    case '`':
      readBackticks(reader, parts, false);
      return true;
    case '\\':
      return readBackslash(reader, parts);
    case '~':
      if (readTilde(reader, parts, context, start)) return true;
      break;
    default:
      if (context === 'word' && patterns.read()) return true;
  }
  addPlain(reader, parts, 1);
  return true;
}

function addPlain(reader: Reader, parts: WordPart[], length: number): void {
  addLiteral(reader, parts, reader.position, reader.position + length, 'none');
  reader.position += length;
}

/** Reads an escaped character or a line continuation; false when the word ends before the continuation. */
function readBackslash(reader: Reader, parts: WordPart[]): boolean {
  const start = reader.position;
  const after = afterContinuations(reader);
  if (after > start) {
    const next = reader.text.charAt(after);
    if (next === '' || ' \t\r\n;&|()<>'.includes(next)) return false;
    reader.position = after;
    return true;
  }
  const code = reader.text.codePointAt(start + 1);
  if (code === undefined) {
    addPlain(reader, parts, 1);
    return true;
  }
  const character = String.fromCodePoint(code);
  reader.position += 1 + character.length;
  addEscape(reader, parts, start, reader.position, character, 'escape');
  return true;
}

function readTilde(reader: Reader, parts: WordPart[], context: WordContext, start: number): boolean {
  const { position, text } = reader;
  if (position > start && !(context === 'value' && text[position - 1] === ':')) return false;
  const tilde = reader.match(TILDE)?.[0];
  if (tilde === undefined) return false;
  reader.position += tilde.length;
  parts.push({ kind: 'tilde', range: reader.range(position) });
  return true;
}
