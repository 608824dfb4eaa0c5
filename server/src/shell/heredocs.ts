import { readBackticks } from './backticks';
import { skipBlanks } from './blanks';
import { readDollar } from './expansions';
import type { PendingHeredoc, Reader } from './reader';
import { sliceOf } from './source';
import type { WordPart } from './syntax';

/** Moves past the line end at the position and past the bodies of the here-documents that were announced before it. */
export function readLineEnd(reader: Reader): void {
  reader.position++;
  for (const heredoc of reader.heredocs.splice(0)) readBody(reader, heredoc);
}

/** Moves past blanks, comments and line ends. */
export function skipLines(reader: Reader): void {
  skipBlanks(reader);
  while (reader.character === '\n') {
    readLineEnd(reader);
    skipBlanks(reader);
  }
}

function readBody(reader: Reader, heredoc: PendingHeredoc): void {
  const { text } = reader;
  const start = reader.position;
  let line = start;
  while (line < text.length) {
    const feed = text.indexOf('\n', line);
    const end = feed === -1 ? text.length : feed;
    reader.position = feed === -1 ? end : feed + 1;
    if (isTerminator(text, line, end, heredoc)) {
      finish(reader, heredoc, start, line);
      return;
    }
    line = reader.position;
  }
  reader.unterminated('heredoc', start, start);
  finish(reader, heredoc, start, text.length);
}

function isTerminator(text: string, start: number, end: number, { delimiter, stripsTabs }: PendingHeredoc): boolean {
  let from = start;
  while (stripsTabs && text[from] === '\t') from++;
  const to = end > from && text[end - 1] === '\r' ? end - 1 : end;
  return to - from === delimiter.length && text.startsWith(delimiter, from);
}

function finish(reader: Reader, { redirect, quoted }: PendingHeredoc, start: number, end: number): void {
  redirect.body = reader.range(start, end);
  if (!quoted) redirect.expansions = expansionsIn(reader, start, end);
}

/** What the shell expands in the body of a here-document: quotes mean nothing there. */
function expansionsIn(reader: Reader, start: number, end: number): readonly WordPart[] {
  const found: WordPart[] = [];
  const inner = reader.inner(sliceOf(reader.source, start, end));
  if (reader.tooDeep || !/[$`]/.test(inner.text)) return found;
  while (!inner.atEnd) {
    if (inner.character === '$') readDollar(inner, found, true);
    else if (inner.character === '`') readBackticks(inner, found, true);
    else inner.position += inner.character === '\\' ? 2 : 1;
  }
  reader.adopt(inner);
  return found.filter((part) => part.kind !== 'literal');
}
