import type { Scalar as YamlScalar } from 'yaml';
import { rangeOf, type TextRange } from '../../engine/text';
import type { Scalar } from './nodes';
import { partitionPoint } from './partition-point';
import { flowValue, offsetsOf } from './scalar-offsets';
import { type TypedValue, typeOfPlain, typeOfTagged } from './scalar-type';
import type { Template } from './template';
import type { TreeProblems } from './tree-problems';

const styles: Readonly<Record<YamlScalar.Type, Scalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

const isBlock = (style: Scalar['style']): boolean => style === 'literal' || style === 'folded';

/** A whole scalar that `envsubst` and its like replace: `${PORT}` may become a number. */
const substituted = /^\$(?:\{[A-Za-z_]\w*(?::?[-=?+][^}]*)?\}|[A-Z_][A-Z0-9_]*)$/;

/** What is known of a scalar beside the yaml package's node. */
export interface ScalarPlace {
  readonly alias: TextRange | undefined;
  readonly isKey: boolean;
  /** The actions that print it, or a part of it. */
  readonly printed: TextRange | undefined;
}

/** Turns the yaml package's scalars into ours. */
export class ScalarReader {
  constructor(
    private readonly text: string,
    private readonly template: Template | undefined,
    private readonly joined: boolean,
    /** `undefined` when the text holds no stray characters to look for. */
    private readonly strays: TreeProblems | undefined,
    private readonly problems: TreeProblems,
  ) {}

  read(node: YamlScalar.Parsed, { alias, isKey, printed }: ScalarPlace): Scalar {
    const { text } = this;
    if (printed !== undefined && node.source === '')
      return { ...unknownScalar(printed, text, alias), anchor: node.anchor };
    const style = styles[node.type ?? 'PLAIN'];
    const range = rangeOf(node.range[0], this.contentEnd(node.range[0], node.range[1], style));
    const written = this.valueText(node, range, style);
    const touched = printed !== undefined || this.touches(range);
    const source = this.sourceOf(range, style, touched && isBlock(style) ? undefined : written);
    const { type, value }: TypedValue = touched ? { type: 'unknown', value: source } : typed(node, style, written);
    if (alias === undefined) {
      if (style === 'double' && source.includes('\\/')) this.problems.reportSlashes(text, range);
      if (style === 'plain') this.strays?.reportStrays(text, range, isKey);
    }
    const offsets = typeof value === 'string' && type === 'string' ? offsetsFrom(text, range, style, value) : undefined;
    return { kind: 'scalar', range, alias, anchor: node.anchor, type, value, source, style, offsets };
  }

  /** Block scalars, and quoted ones that do not end, reach over the line ends behind them. */
  private contentEnd(start: number, end: number, style: Scalar['style']): number {
    if (style === 'plain') return end;
    const { text } = this;
    let at = Math.min(end, text.length);
    for (let before = at; before > start; before--) {
      const character = text[before - 1];
      if (character === '\n' || character === '\r') at = before - 1;
      else if (character !== ' ' && character !== '\t') break;
    }
    if (!isBlock(style) || text.slice(start, at).includes('\n')) return at;
    // A block without content is its header alone, without the comment behind it.
    return start + (/^[|>][-+\d]*/.exec(text.slice(start, at))?.[0].length ?? 1);
  }

  /** What the yaml package reads, but for what it gets wrong or did not get to see. */
  private valueText(node: YamlScalar.Parsed, range: TextRange, style: Scalar['style']): string {
    const { text } = this;
    switch (style) {
      case 'literal':
      case 'folded':
        // Without a line end at the end of the file, there is none to keep.
        return node.range[1] >= text.length && !text.endsWith('\n') ? node.source.replace(/\n+$/, '') : node.source;
      case 'plain':
      case 'single':
      case 'double':
        return this.joined && this.written(range).includes('\n') ? flowValue(text, range, style) : node.source;
      default:
        return node.source;
    }
  }

  private sourceOf(range: TextRange, style: Scalar['style'], blockValue: string | undefined): string {
    switch (style) {
      case 'single':
      case 'double': {
        const quote = style === 'single' ? "'" : '"';
        const closed = range.end - range.start > 1 && this.text[range.end - 1] === quote;
        return this.text.slice(range.start + 1, closed ? range.end - 1 : range.end);
      }
      case 'literal':
      case 'folded':
        return blockValue ?? this.written(range);
      default:
        return this.written(range);
    }
  }

  private written({ start, end }: TextRange): string {
    return this.text.slice(start, end);
  }

  /** Whether a template action writes into a range. */
  private touches(range: TextRange): boolean {
    const actions = this.template?.actions;
    if (actions === undefined) return false;
    const next = partitionPoint(actions, (action) => action.end <= range.start);
    return (actions[next]?.start ?? Number.POSITIVE_INFINITY) < range.end;
  }
}

function typed(node: YamlScalar.Parsed, style: Scalar['style'], text: string): TypedValue {
  if (!isBlock(style) && text.includes('{{')) return { type: 'unknown', value: text };
  if (node.tag !== undefined) return typeOfTagged(node.tag, text);
  return style === 'plain' ? typeOfWords(text) : { type: 'string', value: text };
}

/** The type and value of a plain scalar without a tag. */
export const typeOfWords = (text: string): TypedValue =>
  text.startsWith('$') && substituted.test(text) ? { type: 'unknown', value: text } : typeOfPlain(text);

/** What stands for a value that cannot be read: of any type, with any content. */
export function unknownScalar(range: TextRange, text: string, alias: TextRange | undefined): Scalar {
  const source = text.slice(range.start, range.end);
  return {
    kind: 'scalar',
    range,
    alias,
    anchor: undefined,
    type: 'unknown',
    value: source,
    source,
    style: 'plain',
    offsets: undefined,
  };
}

/** Finding the places of characters costs more than all the rest of a scalar, and few are ever asked for. */
export function offsetsFrom(text: string, range: TextRange, style: Scalar['style'], value: string): Scalar['offsets'] {
  let offsets: readonly number[] | undefined;
  let known = false;
  return () => {
    if (!known) offsets = offsetsOf(text, range, style, value);
    known = true;
    return offsets;
  };
}
