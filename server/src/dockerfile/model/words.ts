import { type VariableStretch, variableAt } from '../../image/variables';
import type { ShellSource } from '../../shell/source';
import type { DockerfileWord, Variable } from './dockerfile';
import { isBlank, isSeparator, rangeIn, skipBlanks } from './joined-text';

/** A stretch of a joined text; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Splits at blanks, whatever the quotes say: how BuildKit reads `FROM`, `EXPOSE`, `COPY`, `ADD` and `VOLUME`
 * (line_parsers.go `parseStringsWhitespaceDelimited`).
 */
export function blankSeparated(text: string, start: number, end: number): readonly Stretch[] {
  const words: Stretch[] = [];
  let at = start;
  while (at < end) {
    while (at < end && isSeparator(text[at])) at++;
    const from = at;
    while (at < end && !isSeparator(text[at])) at++;
    if (at > from) words.push({ start: from, end: at });
  }
  return words;
}

/** Splits at blanks outside quotes: how BuildKit reads `ENV`, `LABEL` and `ARG` (line_parsers.go `parseWords`). */
export function quotedWords(text: string, start: number, end: number, escapeCharacter: string): readonly Stretch[] {
  const words: Stretch[] = [];
  let at = skipBlanks(text, start, end);
  while (at < end) {
    const from = at;
    let quote = '';
    while (at < end && (quote !== '' || !isBlank(text[at]))) {
      const character = text[at] ?? '';
      if (character === escapeCharacter && quote !== "'") at++;
      else if (character === quote) quote = '';
      else if (quote === '' && (character === '"' || character === "'")) quote = character;
      at++;
    }
    at = Math.min(at, end);
    words.push({ start: from, end: at });
    at = skipBlanks(text, at, end);
  }
  return words;
}

/** Reads a stretch as one word that Docker expands (moby/buildkit frontend/dockerfile/shell/lex.go `ProcessWord`). */
export function wordIn(source: ShellSource, start: number, end: number, escapeCharacter: string): DockerfileWord {
  const text = source.text.slice(start, end);
  const range = rangeIn(source, start, end);
  if (!/[$"'\\`]/.test(text)) return { text, value: text, range, variables: [] };
  const variables: Variable[] = [];
  let value = '';
  let quote = '';
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (quote === "'") {
      if (character === "'") quote = '';
      else value += character;
      at++;
    } else if (character === '$') {
      const variable = variableAt(text, at, escapeCharacter);
      const stretchEnd = variable?.end ?? at + 1;
      if (variable !== undefined) addVariable(variables, source, start, text, variable, escapeCharacter);
      value += text.slice(at, stretchEnd);
      at = stretchEnd;
    } else if (character === escapeCharacter) {
      const next = text[at + 1] ?? '';
      if (quote === '"' && next !== '"' && next !== '$' && next !== escapeCharacter) value += character;
      value += next;
      at += 2;
    } else {
      if (character === quote) quote = '';
      else if (quote === '' && (character === '"' || character === "'")) quote = character;
      else value += character;
      at++;
    }
  }
  return { text, value, range, variables };
}

const identifier = /^[\p{L}_]/u;

/** Adds a variable and those in its operation, the outer one first. */
function addVariable(
  variables: Variable[],
  source: ShellSource,
  start: number,
  text: string,
  { name, start: from, end, nameStart, nameEnd, operation }: VariableStretch,
  escapeCharacter: string,
): void {
  if (identifier.test(name))
    variables.push({
      name,
      range: rangeIn(source, start + from, start + end),
      nameRange: rangeIn(source, start + nameStart, start + nameEnd),
      operation,
    });
  for (let at = nameEnd; at < end - 1; at++) {
    if (text[at] === escapeCharacter) at++;
    else if (text[at] === '$') {
      const inner = variableAt(text, at, escapeCharacter);
      if (inner === undefined || inner.end >= end) continue;
      addVariable(variables, source, start, text, inner, escapeCharacter);
      at = inner.end - 1;
    }
  }
}

/** The variables that Docker expands in a stretch. */
export const variablesIn = (
  source: ShellSource,
  start: number,
  end: number,
  escapeCharacter: string,
): readonly Variable[] => wordIn(source, start, end, escapeCharacter).variables;
