import type { Reader } from './reader';

/** Moves past a backslash and the line end that it takes away; false when there is none here. */
export function skipContinuation(reader: Reader): boolean {
  const length = continuationLength(reader, reader.position);
  reader.position += length;
  return length > 0;
}

/** Moves past blanks, line continuations and a comment, but not past a line end. */
export function skipBlanks(reader: Reader): void {
  for (;;) {
    const character = reader.character;
    if (character === ' ' || character === '\t' || atCarriageReturn(reader)) reader.position++;
    else if (character === '#') skipComment(reader);
    else if (character !== '\\' || !skipContinuation(reader)) return;
  }
}

/** Whether the position is on a carriage return that belongs to a line end. */
export function atCarriageReturn(reader: Reader): boolean {
  if (reader.character !== '\r') return false;
  const next = reader.text.charAt(reader.position + 1);
  return next === '\n' || next === '';
}

/** The index after all line continuations at the position. */
export function afterContinuations(reader: Reader): number {
  let index = reader.position;
  for (;;) {
    const length = continuationLength(reader, index);
    if (length === 0) return index;
    index += length;
  }
}

function continuationLength({ text }: Reader, index: number): number {
  if (text[index] !== '\\') return 0;
  if (text[index + 1] === '\n') return 2;
  return text[index + 1] === '\r' && text[index + 2] === '\n' ? 3 : 0;
}

function skipComment(reader: Reader): void {
  const start = reader.position;
  const feed = reader.text.indexOf('\n', start);
  const end = feed === -1 ? reader.text.length : feed;
  reader.position = reader.text[end - 1] === '\r' ? end - 1 : end;
  reader.comments.push(reader.range(start));
}
