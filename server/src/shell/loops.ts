import { skipBlanks } from './blanks';
import { type CompoundContent, expectCloser, readBody } from './bodies';
import { isArithmetic, readArithmetic } from './expansions';
import { skipLines } from './heredocs';
import type { Reader } from './reader';
import { skipReserved } from './reserved';
import type { Body, Word } from './syntax';
import { readWord } from './words';

/** Reads a `while` or `until` loop, the position being behind that word. */
export function readConditionLoop(reader: Reader, kind: 'while' | 'until', start: number): CompoundContent {
  const condition = readBody(reader, 'condition', ['do', 'done']);
  return { kind, bodies: [condition, ...readLoopBody(reader, start)] };
}

/** Reads a `for` or `select` loop, the position being behind that word. */
export function readListLoop(reader: Reader, kind: 'for' | 'select', start: number): CompoundContent {
  skipBlanks(reader);
  if (isArithmetic(reader, reader.position)) {
    const expansions = readArithmetic(reader, reader.position);
    return { kind, expansions, bodies: readLoopBody(reader, start) };
  }
  const name = readWord(reader);
  skipLines(reader);
  const words = skipReserved(reader, 'in') ? readWords(reader) : [];
  const bodies = readLoopBody(reader, start);
  return name === undefined ? { kind, words, bodies } : { kind, name, words, bodies };
}

function readWords(reader: Reader): readonly Word[] {
  const words: Word[] = [];
  for (;;) {
    skipBlanks(reader);
    const word = readWord(reader);
    if (word === undefined) return words;
    words.push(word);
  }
}

/** Reads `do … done`, or the braces that bash takes instead. */
function readLoopBody(reader: Reader, start: number): readonly Body[] {
  skipBlanks(reader);
  if (reader.character === ';' && !reader.startsWith(';;')) reader.position++;
  skipLines(reader);
  if (skipReserved(reader, 'do')) {
    const body = readBody(reader, 'loop', ['done']);
    expectCloser(reader, 'done', start);
    return [body];
  }
  if (skipReserved(reader, '{')) {
    const body = readBody(reader, 'loop', ['}']);
    expectCloser(reader, '}', start);
    return [body];
  }
  reader.unterminated('compound', start, start + 1);
  return [];
}
