import { reindented } from './reindent';
import { renderFlow } from './render-flow';
import { renderKey, renderScalar } from './render-scalar';
import { allThere, joined, type Rendered, separated } from './rendered';
import type { Quote } from './scalar-source';
import type { Style } from './style';
import { type BlockValue, isScalarList, type SourceValue, shapeOf } from './value';

/**
 * `key: value` in block style, without the indentation of its first line.
 * @param column of the key
 * @param keyQuote of the keys around it
 * @returns `undefined` for a subtree in flow style whose lines cannot stand here
 */
export function renderEntry(
  key: string,
  value: BlockValue,
  column: number,
  style: Style,
  keyQuote: Quote | undefined,
): Rendered | undefined {
  const rendered = renderAfterKey(value, column, style);
  if (rendered === undefined) return undefined;
  const name = renderKey(key, 'block', keyQuote, style.quote);
  return joined([commentsAbove(value, column, style), name, ':', rendered]);
}

/** The entries of a mapping in block style, without the indentation of the first line. */
export function renderEntries(
  entries: readonly (readonly [string, BlockValue])[],
  column: number,
  style: Style,
  keyQuote?: Quote,
): Rendered | undefined {
  const rendered = entries.map(([key, value]) => renderEntry(key, value, column, style, keyQuote));
  return allThere(rendered) ? separated(rendered, lineAt(column, style)) : undefined;
}

/** What follows the colon of a key that stands at `column`: from the blank or the line end after it. */
export function renderAfterKey(value: BlockValue, column: number, style: Style): Rendered | undefined {
  const shape = shapeOf(value);
  switch (shape.kind) {
    case 'mapping':
      if (shape.entries.length === 0) return joined([' {}']);
      return after(lineAt(column + style.indent, style), renderEntries(shape.entries, column + style.indent, style));
    case 'sequence':
      if (shape.items.length === 0 || staysOnLine(value, style)) return after(' ', renderOnLine(value, style));
      return after(
        lineAt(column + style.listIndent, style),
        renderItems(shape.items, column + style.listIndent, style),
      );
    case 'source':
      return renderSource(shape.source, column, ' ');
    case 'literal':
      if (isLines(shape.value)) return joined([' ', renderLines(shape.value, column + style.indent, style)]);
      return after(' ', renderOnLine(value, style));
    case 'octal':
    case 'placeholder':
      return after(' ', renderOnLine(value, style));
  }
}

/**
 * Items of a list in block style, from the first dash on.
 * @param column of the dashes
 * @param itemQuote of the strings around them
 */
export function renderItems(
  items: readonly BlockValue[],
  column: number,
  style: Style,
  itemQuote?: Quote,
): Rendered | undefined {
  const rendered = items.map((item) => renderItem(item, column, style, itemQuote));
  return allThere(rendered) ? separated(rendered, lineAt(column, style)) : undefined;
}

function renderItem(value: BlockValue, column: number, style: Style, itemQuote?: Quote): Rendered | undefined {
  const shape = shapeOf(value);
  const gap = ' '.repeat(style.dashWidth - 1);
  const inner = column + style.dashWidth;
  switch (shape.kind) {
    case 'mapping':
      if (shape.entries.length === 0) return joined(['-', gap, '{}']);
      return after(`-${gap}`, renderEntries(shape.entries, inner, style));
    case 'sequence':
      if (shape.items.length === 0 || staysOnLine(value, style)) return after(`-${gap}`, renderOnLine(value, style));
      return after(`-${gap}`, renderItems(shape.items, inner, style));
    case 'source': {
      const text = renderSource(shape.source, inner, gap);
      return text && joined([commentsAbove(value, column, style), '-', text]);
    }
    case 'literal':
      if (isLines(shape.value)) return joined(['-', gap, renderLines(shape.value, inner, style)]);
      return joined(['-', gap, renderScalar(shape, { surroundings: 'block', quote: style.quote, always: itemQuote })]);
    case 'octal':
    case 'placeholder':
      return joined(['-', gap, renderScalar(shape, { surroundings: 'block', quote: style.quote, always: itemQuote })]);
  }
}

const lineAt = (column: number, style: Style): string => style.lineEnding + ' '.repeat(column);

const after = (start: string, rendered: Rendered | undefined): Rendered | undefined =>
  rendered && joined([start, rendered]);

const staysOnLine = (value: BlockValue, style: Style): boolean =>
  style.scalarLists !== 'lines' && isScalarList(shapeOf(value));

/** A scalar, an empty list or a list of scalars on the line of its key or dash. */
function renderOnLine(value: BlockValue, style: Style): Rendered | undefined {
  const shape = shapeOf(value);
  if (shape.kind === 'literal' || shape.kind === 'octal' || shape.kind === 'placeholder')
    return renderScalar(shape, { surroundings: 'block', quote: style.quote, always: undefined });
  return renderFlow(
    value,
    { surroundings: 'flow', keyQuote: undefined, itemQuote: undefined, indentation: undefined },
    style,
  );
}

/**
 * Whether a string is best written as the lines that it has. Not when YAML would need to be told its indentation or how
 * many line ends it ends with, or when a line holds what cannot be printed.
 */
const isLines = (value: string | number | boolean | null): value is string =>
  typeof value === 'string' &&
  /^[^\s][^\n]*\n/.test(value) &&
  !/\n[ \t]*\n$|\n[ \t]+$/.test(value) &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a block scalar cannot hold.
  !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u.test(value);

function renderLines(value: string, column: number, style: Style): string {
  const ended = value.endsWith('\n');
  const lines = (ended ? value.slice(0, -1) : value).split('\n');
  const indented = lines.map((line) => (line === '' ? style.lineEnding : lineAt(column, style) + line));
  return (ended ? '|' : '|-') + indented.join('');
}

const commentsAbove = (value: BlockValue, column: number, style: Style): string => {
  const shape = shapeOf(value);
  return shape.kind === 'source' ? shape.source.above.map((line) => line + lineAt(column, style)).join('') : '';
};

/** A subtree in its own words; from flow style only what stands on one line, since its lines need not be indented. */
function renderSource(source: SourceValue, column: number, gap: string): Rendered | undefined {
  const { text, origin } = source;
  if (origin.style === 'flow') return text.includes('\n') ? undefined : joined([gap, text]);
  return joined([text === '' || /^\r?\n/.test(text) ? '' : gap, reindented(text, column - origin.column)]);
}
