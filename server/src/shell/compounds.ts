import { skipBlanks } from './blanks';
import { bodyOf, type CompoundContent, expectCloser, readBody } from './bodies';
import { readCase } from './cases';
import { isArithmetic, readArithmetic } from './expansions';
import { skipLines } from './heredocs';
import { readConditionLoop, readListLoop } from './loops';
import type { Closer, Reader } from './reader';
import { readRedirect } from './redirects';
import { type Opener, openerAt, skipReserved } from './reserved';
import { skipParameterList } from './simple-commands';
import type { CompoundCommand, Redirect, Statement, Word } from './syntax';
import { readTestOperands } from './test-operands';
import { readWord } from './words';

const PARTS_OF_IF: readonly Closer[] = ['then', 'elif', 'else', 'fi'];

/** Whether a compound command starts here; too deep inside others, its reserved word is taken for a plain one. */
export const atCompound = (reader: Reader): boolean =>
  reader.character === '(' || (!reader.tooDeep && openerAt(reader) !== undefined);

/** The compound command at the position, with the redirects behind it. */
export function readCompound(reader: Reader): CompoundCommand {
  const start = reader.position;
  const opener = openerAt(reader);
  if (opener === undefined) return finish(reader, start, readParentheses(reader, start));
  reader.position += opener.length;
  return finish(reader, start, readContent(reader, opener, start));
}

/** A function definition, the position being behind its name, which starts at `start`. */
export function readFunction(reader: Reader, start: number, name: Word | undefined): CompoundCommand {
  return finish(reader, start, readFunctionContent(reader, name));
}

function finish(reader: Reader, start: number, content: CompoundContent): CompoundCommand {
  const redirects: Redirect[] = [];
  let end = reader.position;
  for (;;) {
    skipBlanks(reader);
    const redirect = readRedirect(reader);
    if (redirect === undefined) break;
    redirects.push(redirect);
    end = reader.position;
  }
  return { bodies: [], words: [], expansions: [], ...content, range: reader.range(start, end), redirects };
}

function readParentheses(reader: Reader, start: number): CompoundContent {
  if (isArithmetic(reader, start)) return { kind: 'arithmetic', expansions: readArithmetic(reader, start) };
  if (reader.tooDeep) {
    reader.skipParenthesised(start);
    return { kind: 'subshell' };
  }
  reader.position++;
  const body = readBody(reader, 'body', [')']);
  expectCloser(reader, ')', start);
  return { kind: 'subshell', bodies: [body] };
}

function readContent(reader: Reader, opener: Opener, start: number): CompoundContent {
  switch (opener) {
    case '{':
      return readGroup(reader, start);
    case 'if':
      return readIf(reader, start);
    case 'for':
    case 'select':
      return readListLoop(reader, opener, start);
    case 'while':
    case 'until':
      return readConditionLoop(reader, opener, start);
    case 'case':
      return readCase(reader, start);
    case '[[':
      return { kind: 'test', words: readTestOperands(reader, start) };
    case 'function':
      skipBlanks(reader);
      return readFunctionContent(reader, readWord(reader));
  }
}

function readGroup(reader: Reader, start: number): CompoundContent {
  const body = readBody(reader, 'body', ['}']);
  expectCloser(reader, '}', start);
  return { kind: 'group', bodies: [body] };
}

function readIf(reader: Reader, start: number): CompoundContent {
  const bodies = [readBody(reader, 'condition', PARTS_OF_IF)];
  for (;;) {
    if (skipReserved(reader, 'then')) bodies.push(readBody(reader, 'then', PARTS_OF_IF));
    else if (skipReserved(reader, 'elif')) bodies.push(readBody(reader, 'condition', PARTS_OF_IF));
    else if (skipReserved(reader, 'else')) bodies.push(readBody(reader, 'else', PARTS_OF_IF));
    else break;
  }
  expectCloser(reader, 'fi', start);
  return { kind: 'if', bodies };
}

function readFunctionContent(reader: Reader, name: Word | undefined): CompoundContent {
  skipBlanks(reader);
  skipParameterList(reader);
  skipLines(reader);
  const command = atCompound(reader) ? reader.nested(() => readCompound(reader)) : undefined;
  const bodies = command === undefined ? [] : [bodyOf('body', [statementOf(command)], command.range.start)];
  return name === undefined ? { kind: 'function', bodies } : { kind: 'function', name, bodies };
}

/** A statement that consists of one command. */
function statementOf(command: CompoundCommand): Statement {
  const { range } = command;
  const pipeline = { kind: 'pipeline', range, negated: false, commands: [command], operators: [] } as const;
  return { kind: 'statement', range, pipelines: [pipeline], operators: [], terminator: undefined };
}
