import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument } from 'yaml';
import type { TextRange } from '../engine/text';

/** A value of a settings file with its place. */
export type YamlValue = YamlScalar | YamlList | YamlMapping;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly range: TextRange;
  readonly value: string | number | boolean | null;
  /** As written, without quotes: `1.30` where the value is the number 1.3. */
  readonly source: string;
}

export interface YamlList {
  readonly kind: 'list';
  readonly range: TextRange;
  readonly items: readonly YamlValue[];
}

export interface YamlMapping {
  readonly kind: 'mapping';
  readonly range: TextRange;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly value: YamlValue;
}

export interface YamlText {
  /** `undefined` for an empty file. What an error leaves readable is there. */
  readonly root: YamlValue | undefined;
  readonly errors: readonly YamlError[];
}

export interface YamlError {
  readonly duplicate: boolean;
  readonly range: TextRange;
  readonly message: string;
}

const longestText = 256 * 1024;
const mostAliases = 100;
const mostValues = 300_000;
const deepest = 50;

/** Reads YAML, or JSON, of a settings file. Never throws; what is too large or too deep is an error. */
export function readYaml(text: string): YamlText {
  if (text.length > longestText) return unreadable('the file is too large for settings');
  if (opensBeyond(text, deepest)) return unreadable('it is nested too deeply');
  try {
    // Comparing each key with each other is the reader's own way to find duplicates: here they are found in a set.
    const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
    const reader = new ValueReader(document);
    const root = document.contents === null ? undefined : reader.value(document.contents, 0);
    const errors = document.errors.map(({ pos: [start, end], message }) => ({
      duplicate: false,
      range: visible(text, Math.min(start, text.length), Math.min(end, text.length)),
      message,
    }));
    return { root: isNothing(root) ? undefined : root, errors: [...errors, ...reader.duplicates] };
  } catch (error) {
    if (error instanceof RangeError) return unreadable('it is nested too deeply');
    throw error;
  }
}

/** A range with something in it: at the end of a text, the last thing that was written. */
function visible(text: string, start: number, end: number): TextRange {
  if (text.slice(start, end).trim() !== '') return { start, end };
  const written = text.slice(0, start).trimEnd().length;
  return { start: Math.max(0, written - 1), end: written };
}

/** Whether more brackets are open somewhere than settings have any use for: reading them would take long. */
function opensBeyond(text: string, most: number): boolean {
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (open > most) return true;
  }
  return false;
}

const unreadable = (message: string): YamlText => ({
  root: undefined,
  errors: [{ duplicate: false, range: { start: 0, end: 0 }, message }],
});

const isNothing = (value: YamlValue | undefined): boolean => value?.kind === 'scalar' && value.value === null;

class ValueReader {
  readonly duplicates: YamlError[] = [];
  readonly #document: Document;
  #aliases = 0;
  #values = 0;

  constructor(document: Document) {
    this.#document = document;
  }

  value(node: unknown, depth: number): YamlValue {
    if (depth > deepest || ++this.#values > mostValues) return nothingAt(0);
    if (isAlias(node)) {
      // Each resolution walks the document, and aliases of aliases multiply.
      const target = ++this.#aliases > mostAliases ? undefined : node.resolve(this.#document);
      return target === undefined ? nothingAt(startOf(node)) : this.value(target, depth + 1);
    }
    if (isMap(node)) {
      const entries = node.items.map((pair) => this.#entry(pair.key, pair.value, depth));
      this.#findDuplicates(entries);
      return { kind: 'mapping', range: around(node, entries.at(-1)?.value), entries };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.value(item, depth + 1));
      return { kind: 'list', range: around(node, items.at(-1)), items };
    }
    return isScalar(node) ? scalarOf(node) : nothingAt(0);
  }

  #findDuplicates(entries: readonly YamlEntry[]): void {
    const names = new Set<string>();
    for (const { name, nameRange } of entries)
      if (names.has(name)) this.duplicates.push({ duplicate: true, range: nameRange, message: '' });
      else names.add(name);
  }

  #entry(key: unknown, value: unknown, depth: number): YamlEntry {
    const name = this.value(key, depth + 1);
    const nameRange = name.range;
    return {
      name: name.kind === 'scalar' ? String(name.value ?? '') : '',
      nameRange,
      value: value === null ? nothingAt(nameRange.end) : this.value(value, depth + 1),
    };
  }
}

function scalarOf(node: ParsedNode | Node): YamlScalar {
  const value: unknown = isScalar(node) ? node.value : null;
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  const source = isScalar(node) ? (node.source ?? String(known ?? '')) : '';
  return { kind: 'scalar', range: rangeOf(node), value: known, source };
}

const nothingAt = (at: number): YamlScalar => ({
  kind: 'scalar',
  range: { start: at, end: at },
  value: null,
  source: '',
});

const startOf = (node: Node): number => rangeOf(node).start;

const rangeOf = (node: Node): TextRange => ({ start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 });

/** A block collection's own range runs on to the next line: it ends here with its last value. */
function around(node: Node, last: YamlValue | undefined): TextRange {
  const own = rangeOf(node);
  const isFlow = 'flow' in node && node.flow === true;
  return isFlow || last === undefined || last.range.end <= own.start ? own : { ...own, end: last.range.end };
}
