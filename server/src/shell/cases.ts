import { skipBlanks } from './blanks';
import { type CompoundContent, expectCloser, readBody } from './bodies';
import { skipLines } from './heredocs';
import type { Reader } from './reader';
import { closerAt, skipReserved } from './reserved';
import type { Body, Word } from './syntax';
import { readWord } from './words';

const BRANCH_END = /;;&?|;&/y;

/** Reads `case WORD in PATTERN) …;; esac`, the position being behind `case`. */
export function readCase(reader: Reader, start: number): CompoundContent {
  skipBlanks(reader);
  const subject = readWord(reader);
  skipLines(reader);
  skipReserved(reader, 'in');
  const bodies = readBranches(reader);
  expectCloser(reader, 'esac', start);
  return { kind: 'case', bodies, words: subject === undefined ? [] : [subject] };
}

function readBranches(reader: Reader): readonly Body[] {
  const bodies: Body[] = [];
  for (;;) {
    skipLines(reader);
    if (reader.atEnd || closerAt(reader) === 'esac') return bodies;
    const patterns = readPatterns(reader);
    if (reader.character !== ')') return bodies;
    reader.position++;
    bodies.push(readBody(reader, 'branch', [';;', 'esac'], patterns));
    const end = reader.match(BRANCH_END)?.[0];
    if (end === undefined) return bodies;
    reader.position += end.length;
  }
}

function readPatterns(reader: Reader): readonly Word[] {
  const patterns: Word[] = [];
  if (reader.character === '(') reader.position++;
  for (;;) {
    skipBlanks(reader);
    const pattern = readWord(reader);
    if (pattern !== undefined) patterns.push(pattern);
    skipBlanks(reader);
    if (reader.character !== '|') return patterns;
    reader.position++;
  }
}
