import { rangeOf } from '../engine/text';
import { skipLines } from './heredocs';
import type { Closer, Reader } from './reader';
import { skipReserved } from './reserved';
import type { Body, CompoundCommand, Statement, Word } from './syntax';

/** A compound command as far as its closing word. */
export type CompoundContent = Pick<CompoundCommand, 'kind'> &
  Partial<Pick<CompoundCommand, 'bodies' | 'name' | 'words' | 'expansions'>>;

/** The statements up to one of the closers. */
export function readBody(
  reader: Reader,
  role: Body['role'],
  closers: readonly Closer[],
  patterns?: readonly Word[],
): Body {
  skipLines(reader);
  const start = reader.position;
  const statements = reader.statementsUntil(closers);
  return bodyOf(role, statements, reader.source.offsetOf(start), patterns);
}

/** @param emptyAt where the body is when it holds no statement */
export function bodyOf(
  role: Body['role'],
  statements: readonly Statement[],
  emptyAt: number,
  patterns?: readonly Word[],
): Body {
  const start = statements[0]?.range.start ?? emptyAt;
  const range = rangeOf(start, statements.at(-1)?.range.end ?? start);
  return patterns === undefined ? { role, range, statements } : { role, range, statements, patterns };
}

/** Moves past the word or parenthesis that ends the construct at `start`, and reports it if it is not there. */
export function expectCloser(reader: Reader, closer: Closer, start: number): void {
  if (closer === ')' && reader.character === ')') reader.position++;
  else if (!skipReserved(reader, closer)) reader.unterminated('compound', start, start + 1);
}
