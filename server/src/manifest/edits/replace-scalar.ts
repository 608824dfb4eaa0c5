import { deletion, insertion, type TextEdit, textOf } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Mapping, Scalar } from '../model/nodes';
import { stepsTo } from './ancestors';
import { insertPath } from './insert-key';
import { entryNamed, isEmpty } from './members';
import { minimalEdit, replacedBy } from './minimal-edit';
import { hasAction, hasProblem, isTagged } from './obstacles';
import { renderScalar } from './render-scalar';
import { isPlain, type Quote, quotedWith, type Surroundings, scalarSource } from './scalar-source';
import { quoteOf, styleAt } from './style';
import { type Literal, type OctalValue, type PlaceholderValue, type Shape, shapeOf } from './value';

export type ScalarValue = Literal | PlaceholderValue | OctalValue;

/**
 * Writes another value in place of a scalar. A string keeps the quotes that are there; other values have none.
 * @returns no edits when it says so already; `undefined` for a block scalar, and where the text cannot be edited safely
 */
export function replaceScalar(
  document: ManifestDocument,
  scalar: Scalar,
  value: ScalarValue,
): readonly TextEdit[] | undefined {
  const shape = shapeOf(value);
  if (shape.kind === 'source' || shape.kind === 'mapping' || shape.kind === 'sequence') return undefined;
  if (!isFree(document, scalar) || scalar.style === 'literal' || scalar.style === 'folded') return undefined;
  const rendered = renderScalar(shape, {
    surroundings: surroundingsOf(document, scalar),
    quote: quoteOf(scalar) ?? styleAt(document, undefined).quote,
    always: isText(shape) ? quoteOf(scalar) : undefined,
  });
  return replacedBy(document, scalar.range, rendered);
}

/**
 * Makes a scalar stand under a path of keys: replaces the one that is there, or inserts it with the mappings that lack.
 * @returns `undefined` when a collection is there, or where the text cannot be edited safely
 */
export function setPath(
  document: ManifestDocument,
  mapping: Mapping,
  path: readonly string[],
  value: ScalarValue,
): readonly TextEdit[] | undefined {
  const [key, ...rest] = path;
  const present = key === undefined ? undefined : entryNamed(mapping, key)?.value;
  if (rest.length > 0 && present?.kind === 'mapping') return setPath(document, present, rest, value);
  if (rest.length === 0 && present?.kind === 'scalar' && !isEmpty(present))
    return replaceScalar(document, present, value);
  return insertPath(document, mapping, path, value);
}

/**
 * Makes a plain scalar a string by putting quotes around it: `8080` becomes `"8080"`.
 * @returns `undefined` for one that has quotes, and where the text cannot be edited safely
 */
export function quoteScalar(document: ManifestDocument, scalar: Scalar): readonly TextEdit[] | undefined {
  if (!isFree(document, scalar) || scalar.source === '') return undefined;
  if (scalar.style !== 'plain' && (scalar.style !== 'json' || scalar.type === 'string')) return undefined;
  const quote = document.format === 'json' ? '"' : quoteFor(scalar.source, styleAt(document, undefined).quote);
  return quote && [insertion(scalar.range.start, quote), insertion(scalar.range.end, quote)];
}

/**
 * Takes the quotes off a scalar, so that YAML decides what it is: `"8080"` becomes `8080`.
 * @returns `undefined` when the text cannot stand without quotes, and where it cannot be edited safely
 */
export function unquoteScalar(document: ManifestDocument, scalar: Scalar): readonly TextEdit[] | undefined {
  const quote = quoteOf(scalar);
  const { start, end } = scalar.range;
  if (quote === undefined || !isFree(document, scalar) || document.text[start] !== quote) return undefined;
  const inner = document.text.slice(start + 1, end - 1);
  const surroundings = surroundingsOf(document, scalar);
  const canStand = surroundings === 'json' ? jsonLiteral.test(inner) : isPlain(inner, surroundings);
  // Escapes and doubled quotes would say something else.
  if (!canStand || inner !== scalar.value) return undefined;
  return [deletion({ start, end: start + 1 }), deletion({ start: end - 1, end })];
}

/**
 * Gives an entry another key, in the quotes of the old one.
 * @returns `undefined` when the mapping has such a key, or where the text cannot be edited safely
 */
export function renameKey(
  document: ManifestDocument,
  mapping: Mapping,
  entry: Entry,
  name: string,
): readonly TextEdit[] | undefined {
  const { key } = entry;
  if (entry.merged || entryNamed(mapping, name) !== undefined || !isFree(document, key)) return undefined;
  const surroundings = document.format === 'json' ? 'json' : mapping.flow ? 'flow' : 'block';
  const quote = quoteOf(key);
  const kept = quote !== undefined && surroundings !== 'json' ? quotedWith(name, quote) : undefined;
  const source = kept ?? scalarSource(name, surroundings, quote ?? styleAt(document, mapping).quote);
  return minimalEdit(key.range, textOf(document.text, key.range), source);
}

const jsonLiteral = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;

/**
 * Whether an edit of a scalar changes that one alone, and is sure to hit it and to say what it is: no tag does, and no
 * colon stands at it, as in `"a":b`, which only lenient readers take for two.
 */
const isFree = (document: ManifestDocument, scalar: Scalar): boolean =>
  scalar.alias === undefined &&
  !hasAction(document, scalar.range) &&
  !hasProblem(document, scalar.range) &&
  !isTagged(document.text, scalar.range.start) &&
  (document.format === 'json' ||
    /^[\s\uFEFF[{,]?$/.test(document.text.charAt(scalar.range.start - 1)) ||
    isAdjacent(document, scalar));

/** In flow style a value may follow the colon of a key in quotes at once. */
const isAdjacent = (document: ManifestDocument, scalar: Scalar): boolean =>
  surroundingsOf(document, scalar) === 'flow' && document.text[scalar.range.start - 1] === ':';

const isText = (shape: Shape): boolean =>
  typeof (shape.kind === 'placeholder' ? shape.placeholder.value : shape.kind === 'literal' && shape.value) ===
  'string';

/** The quotes that the text can stand in as it is: the wanted ones, else the others. */
const quoteFor = (source: string, wanted: Quote): Quote | undefined =>
  [wanted, wanted === '"' ? "'" : '"'].find((quote): quote is Quote =>
    quote === '"' ? !/["\\]/.test(source) : !source.includes("'"),
  );

function surroundingsOf(document: ManifestDocument, scalar: Scalar): Surroundings {
  if (document.format === 'json') return 'json';
  const last = stepsTo(document, scalar)?.at(-1);
  const around = last?.kind === 'entry' ? last.mapping : last?.sequence;
  return around === undefined || around.flow ? 'flow' : 'block';
}
