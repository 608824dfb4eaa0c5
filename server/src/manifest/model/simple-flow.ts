import { rangeOf } from '../../engine/text';
import type { Entry, Item, Mapping, Node, Scalar, Sequence } from './nodes';
import { flowPlainEnd, keyEnd, plainScalar, quotedEnd, quotedScalar } from './simple-scalars';

const deepest = 20;

/**
 * Reads a collection in brackets or braces that ends on the line on which it starts.
 * @param start of its first bracket
 * @param end of the line's content
 * @returns `undefined` for whatever is not of the simplest
 */
export const simpleFlow = (text: string, start: number, end: number): Mapping | Sequence | undefined =>
  new FlowReader(text, start, end).collection(0);

class FlowReader {
  constructor(
    private readonly text: string,
    private at: number,
    private readonly end: number,
  ) {}

  collection(depth: number): Mapping | Sequence | undefined {
    if (depth > deepest) return undefined;
    return this.text[this.at] === '{' ? this.mapping(depth) : this.sequence(depth);
  }

  private mapping(depth: number): Mapping | undefined {
    const start = this.at;
    const entries: Entry[] = [];
    const read = this.parts('}', () => {
      const entry = this.entry(depth);
      if (entry !== undefined) entries.push(entry);
      return entry !== undefined;
    });
    return read && !hasRepeatedName(entries) ? mappingOf(entries, rangeOf(start, this.at), true) : undefined;
  }

  private sequence(depth: number): Sequence | undefined {
    const start = this.at;
    const items: Item[] = [];
    const read = this.parts(']', () => {
      const value = this.value(depth);
      if (value !== undefined) items.push({ value, range: value.range, conditional: false });
      return value !== undefined;
    });
    return read ? sequenceOf(items, rangeOf(start, this.at), true) : undefined;
  }

  /** Reads what stands between commas up to the closing bracket; whether all of it was read. */
  private parts(closing: string, readPart: () => boolean): boolean {
    this.at++;
    this.skipBlanks();
    if (this.text[this.at] === closing) {
      this.at++;
      return true;
    }
    for (;;) {
      if (!readPart()) return false;
      this.skipBlanks();
      if (this.at >= this.end) return false;
      const character = this.text[this.at++];
      if (character === closing) return true;
      if (character !== ',') return false;
      this.skipBlanks();
    }
  }

  private entry(depth: number): Entry | undefined {
    const start = this.at;
    const stop = keyEnd(this.text, start, this.end);
    if (stop === undefined || this.text[start] === '$') return undefined;
    const key = keyScalar(this.text, start, stop);
    this.at = stop + 1;
    this.skipBlanks();
    const value = this.value(depth);
    return value && entryOf(key, value, value.range.end);
  }

  private value(depth: number): Node | undefined {
    const { text, at, end } = this;
    const character = text[at];
    if (character === '{' || character === '[') return this.collection(depth + 1);
    const quoted = character === '"' || character === "'";
    const stop = at >= end ? undefined : quoted ? quotedEnd(text, at, end) : flowPlainEnd(text, at, end);
    if (stop === undefined) return undefined;
    this.at = stop;
    return quoted ? quotedScalar(text, at, stop) : plainScalar(text, at, stop);
  }

  private skipBlanks(): void {
    while (this.at < this.end && this.text[this.at] === ' ') this.at++;
  }
}

export const keyScalar = (text: string, start: number, end: number): Scalar =>
  text[start] === '"' || text[start] === "'" ? quotedScalar(text, start, end) : plainScalar(text, start, end);

/** @param end of the value, or of the colon where there is none */
export const entryOf = (key: Scalar, value: Node | undefined, end: number): Entry => ({
  key,
  name: key.style === 'plain' || typeof key.value !== 'string' ? key.source : key.value,
  value,
  range: rangeOf(key.range.start, end),
  merged: false,
  conditional: false,
});

export const mappingOf = (entries: readonly Entry[], range: Mapping['range'], flow: boolean): Mapping => ({
  kind: 'mapping',
  range,
  alias: undefined,
  anchor: undefined,
  flow,
  entries,
  merges: [],
  open: false,
});

export const sequenceOf = (items: readonly Item[], range: Sequence['range'], flow: boolean): Sequence => ({
  kind: 'sequence',
  range,
  alias: undefined,
  anchor: undefined,
  flow,
  items,
  open: false,
});

export const hasRepeatedName = (entries: readonly Entry[]): boolean =>
  entries.length > 1 && new Set(entries.map(({ name }) => name)).size < entries.length;
