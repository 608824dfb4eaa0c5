import type { TextRange } from '../engine/text';
import { literalSource } from './literal-source';
import type { ShellSource } from './source';
import type { SimpleCommand, Word } from './syntax';

/** One word of a command line, from a shell command, a JSON array or a YAML list. */
export interface Argument {
  /** What the program receives; `undefined` when a variable or the like decides. */
  readonly value: string | undefined;
  /** What the value surely starts with: all of it, or the text before the first expansion. */
  readonly prefix: string;
  /** The word as it is written. */
  readonly text: string;
  /** Where it is written; `undefined` when that is not in this document, as with the command of a parent image. */
  readonly range: TextRange | undefined;
  /** Where each character of the value stands in the document. */
  readonly source?: ShellSource;
}

/** What a program that runs another one is for. */
export type WrapperKind =
  | 'init'
  | 'exec'
  | 'environment'
  | 'user'
  | 'priority'
  | 'timeout'
  | 'shell'
  | 'sudo'
  | 'nohup';

/** A program that runs another one: tini, gosu, `sh -c`. */
export interface Wrapper {
  /** Base name. */
  readonly name: string;
  readonly kind: WrapperKind;
  /** Its name, its options and its operands, up to the command that it runs. */
  readonly words: readonly Argument[];
  /** From the name to the last word; `undefined` when that is not in the document. */
  readonly range: TextRange | undefined;
}

/** A command's words as arguments, its name first. */
export const argumentsOf = ({ words, located }: SimpleCommand): readonly Argument[] =>
  words.map((word) => argumentOf(word, located));

/** @param located whether the word's ranges are offsets in the document */
export function argumentOf(word: Word, located: boolean): Argument {
  const { literal: value, text } = word;
  if (!located) return { value, prefix: value ?? prefixOf(word), text, range: undefined };
  const source = literalSource(word);
  const { range } = word;
  if (source === undefined) return { value, prefix: prefixOf(word), text, range };
  return { value, prefix: source.text, text, range, source };
}

/**
 * An argument whose value is known.
 * @param text as it is written, where that differs from the value
 */
export function literalArgument(value: string, range?: TextRange, source?: ShellSource, text = value): Argument {
  const argument = { value, prefix: value, text, range };
  return source === undefined ? argument : { ...argument, source };
}

/** What a word's value starts with whatever its expansions come to. */
function prefixOf({ parts }: Word): string {
  let prefix = '';
  for (const part of parts) {
    if (part.kind !== 'literal') break;
    prefix += part.value;
  }
  return prefix;
}

/** Where the characters from `start` to `end` of an argument's value stand, as far as that can be told. */
export function rangeWithin(
  { source, range, text, prefix }: Argument,
  start: number,
  end: number,
): TextRange | undefined {
  if (range === undefined) return undefined;
  if (source !== undefined) return { start: source.offsetOf(start), end: source.endOf(end) };
  const verbatim =
    range.end - range.start === text.length && text.startsWith(prefix.slice(0, end)) && end <= prefix.length;
  return verbatim ? { start: range.start + start, end: range.start + end } : undefined;
}
