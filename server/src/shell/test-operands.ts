import { readBackticks } from './backticks';
import { readDollar, readDoubleQuoted } from './expansions';
import { skipLines } from './heredocs';
import { wordOf } from './parts';
import { readSingleQuoted } from './quotes';
import type { Reader } from './reader';
import type { Word, WordPart } from './syntax';
import { readWord } from './words';

const CLOSE = /\]\](?=[\s;&|()<>]|$)/y;

/** Reads bash's `[[ ]]`, the position being behind the opening brackets, and gives the words in it. */
export function readTestOperands(reader: Reader, start: number): readonly Word[] {
  const words: Word[] = [];
  for (;;) {
    skipLines(reader);
    if (reader.match(CLOSE) !== undefined) {
      reader.position += 2;
      return words;
    }
    if (reader.atEnd) {
      reader.unterminated('compound', start, start + 2);
      return words;
    }
    const word = words.at(-1)?.text === '=~' ? readRegularExpression(reader) : readWord(reader);
    if (word === undefined) reader.position++;
    else words.push(word);
  }
}

/** Behind `=~`, parentheses and bars belong to the word, and blanks do within parentheses. */
function readRegularExpression(reader: Reader): Word | undefined {
  const start = reader.position;
  const parts: WordPart[] = [{ kind: 'glob', range: reader.range(start, start) }];
  let depth = 0;
  while (!reader.atEnd && !(depth <= 0 && ' \t\r\n'.includes(reader.character))) {
    const { character } = reader;
    if (character === '$') readDollar(reader, parts, false);
    else if (character === '`') readBackticks(reader, parts, false);
    else if (character === '"') readDoubleQuoted(reader, parts);
    else if (character === "'") readSingleQuoted(reader, parts);
    else {
      if (character === '(') depth++;
      if (character === ')') depth--;
      reader.position = Math.min(reader.position + (character === '\\' ? 2 : 1), reader.text.length);
    }
  }
  return reader.position === start ? undefined : wordOf(reader, start, parts);
}
