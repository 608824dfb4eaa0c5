import { rangeOf } from '../engine/text';
import type { Reader } from './reader';
import type { LiteralPart, Word, WordPart } from './syntax';

/**
 * Adds text that stands for itself. Where the document holds it in pieces (a line continuation in between, an escape
 * of the document's own format), each piece becomes a part, so that a part's value is as long as its range.
 */
export function addLiteral(
  reader: Reader,
  parts: WordPart[],
  start: number,
  end: number,
  quote: LiteralPart['quote'],
): void {
  const { source, text } = reader;
  const range = reader.range(start, end);
  if (range.end - range.start === end - start) {
    addOrExtend(parts, { kind: 'literal', range, value: text.slice(start, end), quote });
    return;
  }
  for (let index = start; index < end; index++) {
    const piece = rangeOf(source.offsetOf(index), source.endOf(index + 1));
    addOrExtend(parts, { kind: 'literal', range: piece, value: text.charAt(index), quote });
  }
}

/** Adds the value of an escape that is written from `start` to `end`. */
export function addEscape(
  reader: Reader,
  parts: WordPart[],
  start: number,
  end: number,
  value: string,
  quote: LiteralPart['quote'],
): void {
  parts.push({ kind: 'literal', range: reader.range(start, end), value, quote });
}

export const isVerbatim = ({ value, range }: LiteralPart): boolean => value.length === range.end - range.start;

function addOrExtend(parts: WordPart[], part: LiteralPart): void {
  const last = parts.at(-1);
  const extends_ = last?.kind === 'literal' && last.quote === part.quote && last.range.end === part.range.start;
  if (!extends_ || part.quote === 'escape' || !isVerbatim(last) || !isVerbatim(part)) {
    parts.push(part);
    return;
  }
  const range = rangeOf(last.range.start, part.range.end);
  parts[parts.length - 1] = { kind: 'literal', range, value: last.value + part.value, quote: part.quote };
}

/** A word from `start` to the reader's position. */
export function wordOf(reader: Reader, start: number, parts: readonly WordPart[]): Word {
  const text = reader.text.slice(start, reader.position);
  return {
    kind: 'word',
    range: reader.range(start),
    text: text.includes('\\') ? withoutContinuations(text) : text,
    literal: literalOf(parts),
    // A copy is as long as it needs to be; an array that has grown has room for sixteen more, in every word of a script.
    parts: parts.slice(),
  };
}

export const withoutContinuations = (text: string): string => text.replaceAll(/\\\r?\n/g, '');

function literalOf(parts: readonly WordPart[]): string | undefined {
  const [first] = parts;
  if (parts.length === 1 && first?.kind === 'literal') return first.value;
  const values: string[] = [];
  for (const part of parts) {
    if (part.kind !== 'literal') return undefined;
    values.push(part.value);
  }
  return values.join('');
}
