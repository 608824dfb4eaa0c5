import type { ShellSource } from '../../shell/source';
import type { Property } from './dockerfile';
import { isSeparator, rangeIn } from './joined-text';
import { quotedWords, type Stretch, wordIn } from './words';

/** Reads `NAME=value …` or, where the first word has no `=`, the older `NAME the rest` (`ENV` and `LABEL`). */
export function propertiesOf(
  source: ShellSource,
  start: number,
  escapeCharacter: string,
): { readonly properties: readonly Property[]; readonly legacy: boolean } {
  const { text } = source;
  const words = quotedWords(text, start, text.length, escapeCharacter);
  const [first] = words;
  if (first === undefined) return { properties: [], legacy: false };
  if (text.slice(first.start, first.end).includes('='))
    return { properties: words.map((word) => propertyIn(source, word, escapeCharacter)), legacy: false };
  let nameEnd = start;
  while (nameEnd < text.length && !isSeparator(text[nameEnd])) nameEnd++;
  let valueStart = nameEnd;
  while (valueStart < text.length && isSeparator(text[valueStart])) valueStart++;
  const name = wordIn(source, start, nameEnd, escapeCharacter);
  const value = valueStart < text.length ? wordIn(source, valueStart, text.length, escapeCharacter) : undefined;
  const range = rangeIn(source, start, value === undefined ? nameEnd : text.length);
  return { properties: [{ name: name.value, nameRange: name.range, value, range }], legacy: value !== undefined };
}

/** Reads `NAME` and `NAME=value` (`ARG`). */
export const argumentProperties = (source: ShellSource, start: number, escapeCharacter: string): readonly Property[] =>
  quotedWords(source.text, start, source.text.length, escapeCharacter).map((word) =>
    propertyIn(source, word, escapeCharacter),
  );

function propertyIn(source: ShellSource, { start, end }: Stretch, escapeCharacter: string): Property {
  const equals = source.text.indexOf('=', start);
  const nameEnd = equals === -1 || equals >= end ? end : equals;
  const name = wordIn(source, start, nameEnd, escapeCharacter);
  const value = nameEnd < end ? wordIn(source, nameEnd + 1, end, escapeCharacter) : undefined;
  return { name: name.value, nameRange: name.range, value, range: rangeIn(source, start, end) };
}
