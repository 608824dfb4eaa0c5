import { remembered } from '../../engine/remembered';
import { textOf } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Item, Mapping, Node, Scalar, Sequence } from '../model/nodes';
import { columnOf, indentationAt, startsLine } from './line';
import { isPlain, looksLikeAnotherType, type Quote } from './scalar-source';

/** How a document is written around one of its nodes. */
export interface Style {
  readonly lineEnding: '\n' | '\r\n';
  /** Columns from a key to the keys of its mapping. */
  readonly indent: number;
  /** Columns from a key to the dashes of its list: 0 for a list that is not indented. */
  readonly listIndent: number;
  /** Columns from a dash to what follows it: 2 for `- name`. */
  readonly dashWidth: number;
  /** For strings that need quotes. */
  readonly quote: Quote;
  /** How the strings of a list of scalars on one line, `["a", "b"]`, are quoted; `lines`: such lists take several lines. */
  readonly scalarLists: ScalarLists;
  readonly flow: FlowStyle;
}

export type ScalarLists = Quote | 'plain' | 'lines';

/** The blanks of collections in flow style. */
export interface FlowStyle {
  /** Inside the braces of a mapping on one line. */
  readonly braces: Padding;
  /** Inside the brackets of a list on one line. */
  readonly brackets: Padding;
  /** After a colon; read only where the key has quotes, since a plain key needs a blank there. */
  readonly colon: Padding;
  /** After a comma. */
  readonly comma: Padding;
  /** What the lines inside brackets have more at their start than the line with the opening bracket. */
  readonly step: string;
}

export type Padding = '' | ' ';

/**
 * Measures the style for what is written into a node: as its own children are written, else as the nearest place of the
 * document that shows it, else as most people write.
 * @param node `undefined` for the end of the document
 */
export function styleAt(document: ManifestDocument, node: Mapping | Sequence | undefined): Style {
  const known = stylesOf(document);
  const before = known.get(node ?? document);
  if (before !== undefined) return before;
  const style = measuredAt(document, node);
  known.set(node ?? document, style);
  return style;
}

/** Many rules look at the same places. */
const stylesOf = remembered((_: ManifestDocument) => new WeakMap<Mapping | Sequence | ManifestDocument, Style>());

function measuredAt(document: ManifestDocument, node: Mapping | Sequence | undefined): Style {
  const nearby = samplesOf(document);
  const own = node === undefined ? emptySamples() : sampled(document.text, node, false);
  const at = node?.range.start ?? document.text.length;
  const measured = <Feature extends keyof Samples>(feature: Feature): Samples[Feature][number]['value'] | undefined =>
    own[feature].at(-1)?.value ?? nearest<Samples[Feature][number]['value']>(nearby[feature], at);
  const indent = measured('indent') ?? 2;
  return {
    lineEnding: document.lineEnding,
    indent,
    listIndent: measured('listIndent') ?? indent,
    dashWidth: measured('dashWidth') ?? 2,
    quote: measured('quote') ?? '"',
    scalarLists: measured('scalarLists') ?? 'lines',
    flow: {
      braces: measured('braces') ?? (document.format === 'json' ? ' ' : ''),
      brackets: measured('brackets') ?? '',
      colon: measured('colon') ?? ' ',
      comma: measured('comma') ?? ' ',
      step: measured('step') ?? ' '.repeat(indent),
    },
  };
}

/** The quotes that all keys of a mapping have that need none; `undefined` where they are plain or differ. */
export function keyQuoteOf(mapping: Mapping): Quote | undefined {
  if (mapping.entries.every(({ key }) => quoteOf(key) === undefined)) return undefined;
  const free = mapping.entries.filter(
    ({ merged, name }) => !merged && isPlain(name, 'flow') && !looksLikeAnotherType(name),
  );
  const quotes = new Set(free.map((entry) => quoteOf(entry.key)));
  return quotes.size === 1 ? [...quotes][0] : undefined;
}

/** The quotes that all strings of a list have; `undefined` where they are plain or differ. */
export function itemQuoteOf(sequence: Sequence): Quote | undefined {
  const quotes = new Set(
    sequence.items
      .map((item) => item.value)
      .filter(isString)
      .map(quoteOf),
  );
  return quotes.size === 1 ? [...quotes][0] : undefined;
}

interface Samples {
  readonly indent: Sample<number>[];
  readonly listIndent: Sample<number>[];
  readonly dashWidth: Sample<number>[];
  readonly quote: Sample<Quote>[];
  readonly scalarLists: Sample<ScalarLists>[];
  readonly braces: Sample<Padding>[];
  readonly brackets: Sample<Padding>[];
  readonly colon: Sample<Padding>[];
  readonly comma: Sample<Padding>[];
  readonly step: Sample<string>[];
}

interface Sample<Value> {
  readonly at: number;
  readonly value: Value;
}

const emptySamples = (): Samples => ({
  indent: [],
  listIndent: [],
  dashWidth: [],
  quote: [],
  scalarLists: [],
  braces: [],
  brackets: [],
  colon: [],
  comma: [],
  step: [],
});

/** A document is immutable, and many fixes may be measured in it. */
const samplesByDocument = new WeakMap<ManifestDocument, Samples>();

function samplesOf(document: ManifestDocument): Samples {
  const known = samplesByDocument.get(document);
  if (known !== undefined) return known;
  const samples = document.root === undefined ? emptySamples() : sampled(document.text, document.root, true);
  samplesByDocument.set(document, samples);
  return samples;
}

/** What a node shows, in the order of the text: its own children alone, or everything below it. */
function sampled(text: string, root: Node, deep: boolean): Samples {
  const samples = emptySamples();
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.alias !== undefined) continue;
    if (node.kind === 'scalar') takeScalar(samples, node);
    else take(samples, text, node);
    if (deep || node === root) pending.push(...childrenOf(node).reverse());
  }
  return samples;
}

const childrenOf = (node: Node): Node[] => {
  if (node.kind === 'scalar') return [];
  return membersOf(node).flatMap((member) => member.value ?? []);
};

const membersOf = (node: Mapping | Sequence): readonly (Entry | Item)[] =>
  node.kind === 'mapping' ? node.entries.filter((entry) => !entry.merged) : node.items;

function takeScalar(samples: Samples, scalar: Scalar): void {
  const quote = quoteOf(scalar);
  if (quote !== undefined) samples.quote.push({ at: scalar.range.start, value: quote });
}

function take(samples: Samples, text: string, node: Mapping | Sequence): void {
  const members = membersOf(node);
  if (members.length === 0) return;
  if (node.flow) takeFlow(samples, text, node, members);
  else if (node.kind === 'mapping') takeBlockMapping(samples, text, node);
  else takeDash(samples, text, node);
  if (node.kind === 'sequence') takeScalarList(samples, text, node);
}

function takeBlockMapping(samples: Samples, text: string, mapping: Mapping): void {
  for (const { key, value, merged } of mapping.entries) {
    if (merged || value === undefined || value.kind === 'scalar' || value.flow || value.alias !== undefined) continue;
    const at = key.range.start;
    const width = columnOf(text, value.range.start) - columnOf(text, at);
    if (value.kind === 'mapping' && width > 0) samples.indent.push({ at, value: width });
    if (value.kind === 'sequence' && width >= 0) samples.listIndent.push({ at, value: width });
  }
}

function takeDash(samples: Samples, text: string, sequence: Sequence): void {
  for (const { value, range } of sequence.items) {
    if (value === undefined || value.alias !== undefined) continue;
    const gap = text.slice(range.start, value.range.start);
    if (/^-[ \t]+$/.test(gap)) samples.dashWidth.push({ at: range.start, value: gap.length });
  }
}

function takeFlow(samples: Samples, text: string, node: Mapping | Sequence, members: readonly (Entry | Item)[]): void {
  const at = node.range.start;
  const [first, second] = members;
  if (first === undefined) return;
  if (node.kind === 'mapping') {
    const colon = /^\s*:( ?)/.exec(
      textOf(text, first.range).slice('key' in first ? first.key.range.end - first.range.start : 0),
    );
    if (colon !== null) samples.colon.push({ at, value: colon[1] === '' ? '' : ' ' });
  }
  if (textOf(text, node.range).includes('\n')) {
    const [outer, inner] = [indentationAt(text, at), indentationAt(text, first.range.start)];
    if (startsLine(text, first.range.start) && inner.length > outer.length && inner.startsWith(outer))
      samples.step.push({ at, value: inner.slice(outer.length) });
    return;
  }
  const padding = text[at + 1] === ' ' ? ' ' : '';
  samples[node.kind === 'mapping' ? 'braces' : 'brackets'].push({ at, value: padding });
  if (second !== undefined)
    samples.comma.push({ at, value: /\s$/.test(text.slice(first.range.end, second.range.start)) ? ' ' : '' });
}

function takeScalarList(samples: Samples, text: string, sequence: Sequence): void {
  if (!sequence.items.every((item) => item.value?.kind === 'scalar')) return;
  const compact = sequence.flow && !textOf(text, sequence.range).includes('\n');
  const value = compact ? (itemQuoteOf(sequence) ?? 'plain') : 'lines';
  samples.scalarLists.push({ at: sequence.range.start, value });
}

const isString = (node: Node | undefined): node is Scalar => node?.kind === 'scalar' && node.type === 'string';

/** The quotes that a scalar has. */
export function quoteOf(scalar: Scalar): Quote | undefined {
  if (scalar.style === 'single') return "'";
  return scalar.style === 'double' || scalar.style === 'json' ? '"' : undefined;
}

/** The sample nearest to an offset: the last one before it, unless the first one after it is nearer. */
function nearest<Value>(samples: readonly Sample<Value>[], at: number): Value | undefined {
  let low = 0;
  let high = samples.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((samples[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [samples[low - 1], samples[low]];
  if (before === undefined || after === undefined) return (before ?? after)?.value;
  return at - before.at <= after.at - at ? before.value : after.value;
}
