import { rangeOf } from '../engine/text';
import { skipBlanks } from './blanks';
import { atCompound, readCompound, readFunction } from './compounds';
import { readLineEnd, skipLines } from './heredocs';
import type { Reader } from './reader';
import { closerAt, type Prefix, prefixAt } from './reserved';
import { atParameterList, readSimpleCommand } from './simple-commands';
import type { Operator, Pipeline, ShellCommand, SimpleCommand, Statement, Word } from './syntax';

const TIME_OPTION = /[ \t]+-p(?=[ \t])/y;

/** Reads statements up to the end of the text, or to what a construct around them waits for. */
export function readStatements(reader: Reader): readonly Statement[] {
  const statements: Statement[] = [];
  for (;;) {
    skipLines(reader);
    if (reader.atEnd || atAwaitedCloser(reader)) return statements;
    const start = reader.position;
    const statement = readStatement(reader);
    if (statement !== undefined) statements.push(statement);
    else if (reader.position === start) skipUnexpected(reader);
    else reader.unexpected(start, reader.position);
  }
}

function atAwaitedCloser(reader: Reader): boolean {
  if (reader.character === ')') return reader.awaits(')');
  if (reader.character === ';') return atBranchEnd(reader) && reader.awaits(';;');
  const closer = closerAt(reader);
  return closer !== undefined && reader.awaits(closer);
}

const atBranchEnd = (reader: Reader): boolean => reader.startsWith(';;') || reader.startsWith(';&');

function skipUnexpected(reader: Reader): void {
  const start = reader.position;
  reader.position += closerAt(reader)?.length ?? 1;
  reader.unexpected(start, reader.position);
}

/** An and-or list with its terminator; `undefined`, and nothing but `!` read, when no command starts here. */
function readStatement(reader: Reader): Statement | undefined {
  const first = readPipeline(reader);
  if (first === undefined) return undefined;
  const pipelines = [first];
  const operators: Operator[] = [];
  let last = first;
  for (;;) {
    skipBlanks(reader);
    const operator = readOperator(reader, ['&&', '||']);
    if (operator === undefined) break;
    const end = reader.position;
    skipLines(reader);
    const next = readPipeline(reader);
    if (next === undefined) {
      reader.unexpected(end - 2, end);
      break;
    }
    operators.push(operator);
    pipelines.push(next);
    last = next;
  }
  const range = rangeOf(first.range.start, last.range.end);
  return { kind: 'statement', range, pipelines, operators, terminator: readTerminator(reader) };
}

function readTerminator(reader: Reader): Operator | undefined {
  skipBlanks(reader);
  if (reader.character === '\n') {
    const range = reader.range(reader.position, reader.position + 1);
    readLineEnd(reader);
    return { text: '\n', range };
  }
  return atBranchEnd(reader) ? undefined : readOperator(reader, [';', '&']);
}

function readPipeline(reader: Reader): Pipeline | undefined {
  const start = reader.position;
  const negated = readPrefixes(reader);
  const first = readCommand(reader);
  if (first === undefined) return undefined;
  const commands = [first];
  const operators: Operator[] = [];
  for (;;) {
    skipBlanks(reader);
    const operator = reader.startsWith('||') ? undefined : readOperator(reader, ['|&', '|']);
    if (operator === undefined) break;
    const end = reader.position;
    skipLines(reader);
    const next = readCommand(reader);
    if (next === undefined) {
      reader.unexpected(end - operator.text.length, end);
      break;
    }
    operators.push(operator);
    commands.push(next);
  }
  const range = rangeOf(reader.source.offsetOf(start), commands.at(-1)?.range.end ?? first.range.end);
  return { kind: 'pipeline', range, negated, commands, operators };
}

/** Moves past `!`, `time` and `coproc`, and tells whether the result is negated. */
function readPrefixes(reader: Reader): boolean {
  let negated = false;
  for (;;) {
    const start = reader.position;
    const prefix = prefixAt(reader);
    if (prefix === undefined) return negated;
    skipPrefix(reader, prefix);
    // Without a command behind it, `time` is one.
    if (prefix !== '!' && (reader.atEnd || '\n;&|)'.includes(reader.character))) {
      reader.position = start;
      return negated;
    }
    if (prefix === '!') negated = !negated;
  }
}

function skipPrefix(reader: Reader, prefix: Prefix): void {
  reader.position += prefix.length;
  if (prefix === 'time') reader.position += reader.match(TIME_OPTION)?.[0].length ?? 0;
  skipBlanks(reader);
}

function readCommand(reader: Reader): ShellCommand | undefined {
  if (atCompound(reader)) return readCompound(reader);
  if (closerAt(reader) !== undefined) return undefined;
  const start = reader.position;
  const command = readSimpleCommand(reader);
  const name = command === undefined ? undefined : nameOfFunction(reader, command);
  return name === undefined ? command : readFunction(reader, start, name);
}

/** The name of the function that the command turns out to define. */
function nameOfFunction(reader: Reader, { words, assignments, redirects }: SimpleCommand): Word | undefined {
  const [name] = words;
  const alone = words.length === 1 && assignments.length === 0 && redirects.length === 0;
  return alone && atParameterList(reader) ? name : undefined;
}

function readOperator(reader: Reader, texts: readonly Operator['text'][]): Operator | undefined {
  const text = texts.find((candidate) => reader.startsWith(candidate));
  if (text === undefined) return undefined;
  const start = reader.position;
  reader.position += text.length;
  return { text, range: reader.range(start) };
}
