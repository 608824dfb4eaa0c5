import type { Closer, Reader } from './reader';

/** What starts a compound command. */
export type Opener = 'if' | 'for' | 'select' | 'while' | 'until' | 'case' | 'function' | '{' | '[[';

/** What may stand before a pipeline. */
export type Prefix = '!' | 'time' | 'coproc';

/** Reserved words are these words unquoted and whole, where a command may start. */
const WORD = /[a-z]+|[{}!]|\[\[/y;
const END_OF_WORD = /[\s;&|()<>]|\\\r?\n|$/y;

const OPENERS: ReadonlyMap<string, Opener> = mapOf(
  'if',
  'for',
  'select',
  'while',
  'until',
  'case',
  'function',
  '{',
  '[[',
);
const CLOSERS: ReadonlyMap<string, Closer> = mapOf('then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}');
const PREFIXES: ReadonlyMap<string, Prefix> = mapOf('!', 'time', 'coproc');

export const openerAt = (reader: Reader): Opener | undefined => OPENERS.get(wordAt(reader));

export const prefixAt = (reader: Reader): Prefix | undefined => PREFIXES.get(wordAt(reader));

export const closerAt = (reader: Reader): Closer | undefined => CLOSERS.get(wordAt(reader));

/** Moves past the reserved word if it is the one at the position. */
export function skipReserved(reader: Reader, word: string): boolean {
  if (wordAt(reader) !== word) return false;
  reader.position += word.length;
  return true;
}

function wordAt(reader: Reader): string {
  const word = reader.match(WORD)?.[0] ?? '';
  return word !== '' && reader.match(END_OF_WORD, word.length) !== undefined ? word : '';
}

function mapOf<Name extends string>(...names: readonly Name[]): ReadonlyMap<string, Name> {
  return new Map(names.map((name) => [name, name]));
}
