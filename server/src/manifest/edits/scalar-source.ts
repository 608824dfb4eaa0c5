import { typeOfPlain } from '../model/scalar-type';
import type { Literal } from './value';

export type Quote = '"' | "'";

/** Where a scalar is written: what a plain scalar may hold differs. */
export type Surroundings = 'block' | 'flow' | 'json';

/** How a literal is written so that every YAML reader, go-yaml's old rules included, reads it as that very value. */
export function scalarSource(value: Literal, surroundings: Surroundings, quote: Quote): string {
  if (typeof value !== 'string') return String(value);
  if (surroundings === 'json') return doubleQuoted(value);
  return isPlain(value, surroundings) && !looksLikeAnotherType(value) ? value : quoted(value, quote);
}

/** A string in quotes: the wanted ones, unless the others spare it escapes. */
export function quoted(text: string, quote: Quote): string {
  if (needsEscapes(text)) return doubleQuoted(text);
  const other = quote === '"' ? "'" : '"';
  return costs(text, quote) && !costs(text, other) ? inQuotes(text, other) : inQuotes(text, quote);
}

/** A string in exactly these quotes; `undefined` where they cannot hold it. */
export const quotedWith = (text: string, quote: Quote): string | undefined =>
  quote === "'" && needsEscapes(text) ? undefined : inQuotes(text, quote);

const inQuotes = (text: string, quote: Quote): string =>
  quote === '"' ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;

/** Escapes what YAML does not print besides what JSON escapes (YAML 1.2.2, §5.1). */
const doubleQuoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const costs = (text: string, quote: Quote): boolean => (quote === '"' ? /["\\]/ : /'/).test(text);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what quotes must escape.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;

const needsEscapes = (text: string): boolean => unprintable.test(text);

/** Whether the text, without quotes, is one plain scalar (YAML 1.2.2, §7.3.3), whatever its type. */
export function isPlain(text: string, surroundings: Surroundings): boolean {
  if (surroundings === 'json') return false;
  if (text === '' || unprintable.test(text)) return false;
  if (/^[\s,[\]{}#&*!|>'"%@`]|^[-?:](?=\s|$)|^(?:---|\.\.\.)|:(?=\s|$)|\s#|\s$/.test(text)) return false;
  return surroundings === 'block' || !/[,[\]{}]|^[-?:]$/.test(text);
}

/**
 * Whether some YAML reader takes the plain text for something other than a string: go-yaml, with which Kubernetes reads,
 * or one that goes by YAML 1.1 (https://yaml.org/type/), with its words, sexagesimals and dates, or by YAML 1.2.
 */
export const looksLikeAnotherType = (text: string): boolean =>
  typeOfPlain(text).type !== 'string' ||
  /^(?:null|y|n|yes|no|on|off|true|false|=|<<|[-+]?\.inf|\.nan)$/i.test(text) ||
  /^[-+]?(?:\.[0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:e[-+]?[0-9]+)?$/i.test(text) ||
  /^[-+]?0(?:x[0-9a-f_]+|o[0-7_]+|b[01_]+)$/i.test(text) ||
  /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text) ||
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?$/.test(text);
