import { joined, type Rendered } from './rendered';
import { isPlain, looksLikeAnotherType, type Quote, quoted, type Surroundings, scalarSource } from './scalar-source';
import type { PlaceholderValue, Shape } from './value';

export type ScalarShape = Extract<Shape, { readonly kind: 'literal' | 'placeholder' | 'octal' }>;

export interface ScalarSurroundings {
  readonly surroundings: Surroundings;
  /** For strings that need quotes. */
  readonly quote: Quote;
  /** For all strings, where those around have them. */
  readonly always: Quote | undefined;
}

/** A scalar on one line. */
export function renderScalar(shape: ScalarShape, where: ScalarSurroundings): Rendered {
  switch (shape.kind) {
    case 'octal':
      return unmarked(where.surroundings === 'json' ? String(shape.value) : `0${shape.value.toString(8)}`);
    case 'literal':
      return unmarked(literalSource(shape.value, where));
    case 'placeholder':
      return renderPlaceholder(shape.placeholder, where);
  }
}

/** A key on one line; where the keys around it have quotes, it has them too. */
export function renderKey(key: string, surroundings: Surroundings, keyQuote: Quote | undefined, quote: Quote): string {
  return literalSource(key, { surroundings, quote, always: keyQuote });
}

const unmarked = (text: string): Rendered => ({ text, placeholders: [] });

const literalSource = (value: string | number | boolean | null, where: ScalarSurroundings): string =>
  typeof value === 'string' && where.always !== undefined && where.surroundings !== 'json'
    ? quoted(value, where.always)
    : scalarSource(value, where.surroundings, where.quote);

/** The quotes stand outside the tab stop, so that they hold whatever a person types or chooses. */
function renderPlaceholder({ value, choices }: PlaceholderValue, where: ScalarSurroundings): Rendered {
  const candidates = [value, ...choices];
  const quote = candidates.some((candidate) => typeof candidate === 'string' && needsQuotes(candidate, where))
    ? enclosingQuote(candidates, where)
    : '';
  const inner = (candidate: string | number | boolean): string =>
    quote === '' ? String(candidate) : quotedInner(String(candidate), quote);
  const text = inner(value);
  const place = { start: 0, end: text.length };
  return joined([
    quote,
    { text, placeholders: [choices.length === 0 ? place : { ...place, choices: choices.map(inner) }] },
    quote,
  ]);
}

const needsQuotes = (text: string, where: ScalarSurroundings): boolean =>
  where.always !== undefined || !isPlain(text, where.surroundings) || looksLikeAnotherType(text);

/** One pair of quotes for all that may stand there. */
function enclosingQuote(candidates: readonly (string | number | boolean)[], where: ScalarSurroundings): Quote {
  if (where.surroundings === 'json') return '"';
  const wanted = where.always ?? where.quote;
  return candidates.every((candidate) => quoted(String(candidate), wanted).startsWith(wanted)) ? wanted : '"';
}

const quotedInner = (text: string, quote: Quote): string =>
  quote === "'" ? text.replaceAll("'", "''") : scalarSource(text, 'json', '"').slice(1, -1);
