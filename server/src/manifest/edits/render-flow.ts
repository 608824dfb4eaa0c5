import { renderKey, renderScalar } from './render-scalar';
import { allThere, joined, type Rendered, separated } from './rendered';
import { isPlain, type Quote, type Surroundings } from './scalar-source';
import type { Style } from './style';
import { type BlockValue, isScalarList, type Shape, type SourceValue, shapeOf } from './value';

/** Where a value is written in flow style. */
export interface FlowPlace {
  readonly surroundings: Exclude<Surroundings, 'block'>;
  /** Of the keys around it. */
  readonly keyQuote: Quote | undefined;
  /** Of the strings around it. */
  readonly itemQuote: Quote | undefined;
  /** In JSON on several lines, the blanks before the line that the value starts on; else it goes on one line. */
  readonly indentation: string | undefined;
}

/** A value in flow style, YAML's or JSON's; `undefined` for a subtree that can only stand in block style. */
export function renderFlow(value: BlockValue, place: FlowPlace, style: Style): Rendered | undefined {
  const shape = shapeOf(value);
  switch (shape.kind) {
    case 'literal':
    case 'octal':
    case 'placeholder':
      return renderScalar(shape, { surroundings: place.surroundings, quote: style.quote, always: place.itemQuote });
    case 'source':
      return renderSource(shape.source, place);
    case 'sequence':
    case 'mapping':
      return renderCollection(shape, place, style);
  }
}

/** `key: value` in flow style. */
export function renderFlowEntry(key: string, value: BlockValue, place: FlowPlace, style: Style): Rendered | undefined {
  const rendered = renderFlow(value, { ...place, itemQuote: undefined }, style);
  if (rendered === undefined) return undefined;
  const name = renderKey(key, place.surroundings, place.keyQuote, style.quote);
  const blank = /["']$/.test(name) ? style.flow.colon : ' ';
  return joined([`${name}:${blank}`, rendered]);
}

type Collection = Extract<Shape, { readonly kind: 'sequence' | 'mapping' }>;

function renderCollection(shape: Collection, place: FlowPlace, style: Style): Rendered | undefined {
  const [open, close] = shape.kind === 'mapping' ? ['{', '}'] : ['[', ']'];
  const outer = staysOnLine(shape, style) ? undefined : place.indentation;
  const indentation = outer === undefined ? undefined : outer + style.flow.step;
  const inner: FlowPlace = { ...place, indentation, itemQuote: itemQuoteFor(shape, style) };
  const members =
    shape.kind === 'mapping'
      ? shape.entries.map(([key, value]) => renderFlowEntry(key, value, inner, style))
      : shape.items.map((item) => renderFlow(item, inner, style));
  if (!allThere(members)) return undefined;
  if (members.length === 0) return { text: open + close, placeholders: [] };
  if (outer === undefined || indentation === undefined) {
    const padding = shape.kind === 'mapping' ? style.flow.braces : style.flow.brackets;
    return joined([open, padding, separated(members, `,${style.flow.comma}`), padding, close]);
  }
  const feed = style.lineEnding + indentation;
  return joined([open, feed, separated(members, `,${feed}`), style.lineEnding, outer, close]);
}

const staysOnLine = (shape: Collection, style: Style): boolean => style.scalarLists !== 'lines' && isScalarList(shape);

const itemQuoteFor = (shape: Collection, style: Style): Quote | undefined =>
  isScalarList(shape) && (style.scalarLists === '"' || style.scalarLists === "'") ? style.scalarLists : undefined;

/** A subtree in its own words, where they mean the same in flow style. */
function renderSource({ text, origin, commented, above }: SourceValue, place: FlowPlace): Rendered | undefined {
  if (commented || above.length > 0) return undefined;
  if (origin.style === 'block' && (text.includes('\n') || (!/^["'[{]/.test(text) && !isPlain(text, 'flow'))))
    return undefined;
  if (origin.style === 'block' || !text.includes('\n')) return { text, placeholders: [] };
  if (place.indentation === undefined) return undefined;
  return { text: text.replaceAll(`\n${origin.indentation}`, `\n${place.indentation}`), placeholders: [] };
}
