import { expanded } from '../../image/variables';
import type { DockerfileWord } from './dockerfile';

/** What a variable stands for; `undefined` when it is not set, or its value is not known. */
export type Lookup = (name: string) => string | undefined;

/** A word with its variables replaced as Docker replaces them, `undefined` when the value of one is not known. */
export function expandedWord(word: DockerfileWord, lookup: Lookup): string | undefined {
  if (word.variables.length === 0) return word.value;
  // An escaped dollar looks like any other once the escape is gone.
  if (word.value.split('$').length - 1 !== word.variables.length) return undefined;
  return expanded(word.value, lookup, '');
}
