import { skipBlanks } from './blanks';
import { wordOf } from './parts';
import type { Reader } from './reader';
import { readRedirect } from './redirects';
import type { Assignment, Redirect, SimpleCommand, Word } from './syntax';
import { readArray, readWord } from './words';

const ASSIGNMENT = /([A-Za-z_]\w*)(?:\[[^\]\s;]{0,200}\])?(\+?)=/y;
const PARAMETER_LIST = /\([ \t]*\)/y;

/**
 * The command at the position; `undefined`, and nothing read, when none starts there. It ends before the parentheses
 * that would make its only word the name of a function.
 */
export function readSimpleCommand(reader: Reader): SimpleCommand | undefined {
  const start = reader.position;
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const redirects: Redirect[] = [];
  let end = start;
  for (;;) {
    const redirect = readRedirect(reader);
    const assignment = redirect === undefined && words.length === 0 ? readAssignment(reader) : undefined;
    const word = redirect === undefined && assignment === undefined ? readWord(reader) : undefined;
    if (redirect !== undefined) redirects.push(redirect);
    else if (assignment !== undefined) assignments.push(assignment);
    else if (word !== undefined) words.push(word);
    else if (end === start || reader.character !== '(' || atParameterList(reader)) break;
    else skipStrayParenthesis(reader);
    end = reader.position;
    skipBlanks(reader);
  }
  if (end === start) return undefined;
  const { located } = reader.source;
  return { kind: 'simple', located, range: reader.range(start, end), assignments, words, redirects };
}

/** Whether `()` is at the position. */
export const atParameterList = (reader: Reader): boolean => reader.match(PARAMETER_LIST) !== undefined;

/** Moves past `()` if it is at the position. */
export function skipParameterList(reader: Reader): void {
  reader.position += reader.match(PARAMETER_LIST)?.[0].length ?? 0;
}

function readAssignment(reader: Reader): Assignment | undefined {
  const start = reader.position;
  const [written, name, plus] = reader.match(ASSIGNMENT) ?? [];
  if (written === undefined || name === undefined) return undefined;
  reader.position += written.length;
  const valueStart = reader.position;
  const append = plus === '+';
  if (reader.character === '(') {
    const elements = readArray(reader);
    const parts = elements.flatMap((element) => element.parts);
    const value: Word = { ...wordOf(reader, valueStart, parts), literal: undefined };
    return { range: reader.range(start), name, append, value, elements };
  }
  const value = readWord(reader, 'value') ?? wordOf(reader, valueStart, []);
  return { range: reader.range(start), name, append, value };
}

/** A parenthesis after a command's words means nothing to a shell. */
function skipStrayParenthesis(reader: Reader): void {
  const start = reader.position;
  reader.unexpected(start, start + 1);
  reader.skipParenthesised(start);
}
