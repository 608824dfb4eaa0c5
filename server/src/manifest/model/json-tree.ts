import { rangeOf, type TextRange } from '../../engine/text';
import type { YamlComment, YamlProblem } from './manifest';
import type { Entry, Item, Mapping, Node, Scalar, Sequence } from './nodes';
import { offsetsOf } from './scalar-offsets';
import { mostProblems, type Tree } from './tree';

const deepestNode = 200;

/** Reads a JSON text; comments and trailing commas, which editors allow, are read as what they mean. */
export function readJson(text: string): Tree {
  const reader = new JsonReader(text);
  const root = reader.document();
  return {
    root,
    comments: reader.comments,
    problems: reader.problems,
    wellFormed: reader.faults === 0,
    doubledBraces: false,
  };
}

const blank = /[\s\uFEFF]/;
const literals = /[^\s,:[\]{}"/]+/y;
const string = /"(?:[^"\\\r\n]|\\[^\r\n])*"?/y;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

class JsonReader {
  readonly comments: YamlComment[] = [];
  readonly problems: YamlProblem[] = [];
  /** Syntax errors so far. */
  faults = 0;
  private at = 0;

  constructor(private readonly text: string) {}

  document(): Node | undefined {
    this.skip();
    if (this.at >= this.text.length) return undefined;
    const root = this.value(0);
    this.skip();
    if (this.at < this.text.length)
      this.report('UNEXPECTED_TOKEN', 'Nothing may follow the value', this.at, this.text.length);
    return root;
  }

  private report(code: string, message: string, start: number, end: number): void {
    if (code !== 'DUPLICATE_KEY') this.faults++;
    if (this.problems.length < mostProblems) this.problems.push({ code, message, range: rangeOf(start, end) });
  }

  /** Moves over blanks and comments. */
  private skip(): void {
    for (;;) {
      while (this.at < this.text.length && blank.test(this.text[this.at] ?? '')) this.at++;
      if (this.text.startsWith('//', this.at)) this.comment('\n', 2, 0);
      else if (this.text.startsWith('/*', this.at)) this.comment('*/', 2, 2);
      else return;
    }
  }

  private comment(terminator: string, opening: number, closing: number): void {
    const start = this.at;
    const found = this.text.indexOf(terminator, start + opening);
    const end = found === -1 ? this.text.length : found + closing;
    if (found === -1 && terminator === '*/') this.report('MISSING_CHAR', 'Missing closing */', start, start + opening);
    this.at = end;
    const written = this.text.slice(start, end).trimEnd();
    const line = this.text.slice(this.text.lastIndexOf('\n', start - 1) + 1, start);
    this.comments.push({
      range: rangeOf(start, start + written.length),
      text: written.slice(opening, written.length - (written.endsWith('*/') ? closing : 0)).trim(),
      alone: line.trim() === '',
    });
  }

  private value(depth: number): Node | undefined {
    const character = this.text[this.at];
    if ((character === '{' || character === '[') && depth > deepestNode) {
      this.report('TOO_DEEP', 'Collections are nested too deep to be read', this.at, this.at + 1);
      const start = this.at;
      this.at = this.text.length;
      return scalar(rangeOf(start, start + 1), 'unknown', '', '', undefined);
    }
    if (character === '{') return this.mapping(depth);
    if (character === '[') return this.sequence(depth);
    if (character === '"') return this.string();
    return this.word();
  }

  private string(): Scalar {
    const start = this.at;
    string.lastIndex = start;
    const written = string.exec(this.text)?.[0] ?? '"';
    this.at = start + written.length;
    const closed = written.length > 1 && written.endsWith('"');
    const range = rangeOf(start, this.at);
    if (!closed) this.report('MISSING_CHAR', 'Missing closing "', range.start, range.end);
    const source = written.slice(1, closed ? -1 : undefined);
    const value = closed ? decoded(written) : undefined;
    if (value === undefined) return scalar(range, 'string', source, source, undefined);
    const { text } = this;
    return scalar(range, 'string', value, source, () => offsetsOf(text, range, 'json', value));
  }

  /** `true`, `null`, a number, or a word that lacks its quotes. */
  private word(): Scalar | undefined {
    literals.lastIndex = this.at;
    const word = literals.exec(this.text)?.[0];
    if (word === undefined) {
      this.report('UNEXPECTED_TOKEN', 'Expected a value', this.at, Math.min(this.at + 1, this.text.length));
      // What cannot begin a value and ends nothing must be passed, or reading would never end.
      if (!/[,:\]}]/.test(this.text[this.at] ?? ',')) this.at++;
      return undefined;
    }
    const range = rangeOf(this.at, this.at + word.length);
    this.at = range.end;
    switch (word) {
      case 'true':
      case 'false':
        return scalar(range, 'boolean', word === 'true', word, undefined);
      case 'null':
        return scalar(range, 'null', null, word, undefined);
    }
    if (number.test(word))
      return scalar(range, /[.eE]/.test(word) ? 'float' : 'integer', Number(word), word, undefined);
    this.report('UNEXPECTED_TOKEN', 'Expected a value', range.start, range.end);
    return scalar(range, 'unknown', word, word, undefined);
  }

  private mapping(depth: number): Mapping {
    const start = this.at;
    const entries: Entry[] = [];
    const seen = new Map<string, Entry>();
    const before = this.faults;
    this.at++;
    for (;;) {
      this.skip();
      if (this.at >= this.text.length || this.text[this.at] === '}' || this.text[this.at] === ']') break;
      if (this.passesStray(',')) continue;
      const entry = this.entry(depth);
      if (entry === undefined) {
        // What is wrong with it was said.
        this.skip();
        if (this.text[this.at] === ',') this.at++;
        continue;
      }
      const earlier = seen.get(entry.name);
      if (earlier !== undefined)
        this.report(
          'DUPLICATE_KEY',
          `\`${entry.name}\` is here again below: only the last one counts`,
          earlier.key.range.start,
          earlier.key.range.end,
        );
      seen.set(entry.name, entry);
      entries.push(entry);
      this.separator('}');
    }
    const end = this.close('}', start);
    return {
      kind: 'mapping',
      range: rangeOf(start, end),
      alias: undefined,
      anchor: undefined,
      flow: true,
      entries,
      merges: [],
      open: this.faults > before,
    };
  }

  private entry(depth: number): Entry | undefined {
    const key = this.text[this.at] === '"' ? this.string() : this.word();
    if (key === undefined) {
      if (this.text[this.at] === ':') this.at++;
      return undefined;
    }
    if (key.type === 'unknown' || typeof key.value !== 'string') return this.recovered(key, depth);
    this.skip();
    if (this.text[this.at] !== ':') {
      this.report('MISSING_CHAR', 'Missing : after the key', key.range.start, key.range.end);
      return undefined;
    }
    const colon = this.at++;
    this.skip();
    const value = this.value(depth + 1);
    const end = Math.max(colon + 1, value?.range.end ?? 0);
    return { key, name: key.value, value, range: rangeOf(key.range.start, end), merged: false, conditional: false };
  }

  /** A key without quotes: its value is passed over. */
  private recovered(key: Scalar, depth: number): undefined {
    if (key.type !== 'unknown')
      this.report('UNEXPECTED_TOKEN', 'A key must be a string', key.range.start, key.range.end);
    this.skip();
    if (this.text[this.at] === ':') {
      this.at++;
      this.skip();
      this.value(depth + 1);
    }
    return undefined;
  }

  private sequence(depth: number): Sequence {
    const start = this.at;
    const items: Item[] = [];
    const before = this.faults;
    this.at++;
    for (;;) {
      this.skip();
      if (this.at >= this.text.length || this.text[this.at] === ']' || this.text[this.at] === '}') break;
      if (this.passesStray(',') || this.passesStray(':')) continue;
      const value = this.value(depth + 1);
      if (value === undefined) continue;
      items.push({ value, range: value.range, conditional: false });
      this.separator(']');
    }
    const end = this.close(']', start);
    return {
      kind: 'sequence',
      range: rangeOf(start, end),
      alias: undefined,
      anchor: undefined,
      flow: true,
      items,
      open: this.faults > before,
    };
  }

  /** Moves over a separator that separates nothing. */
  private passesStray(character: ',' | ':'): boolean {
    if (this.text[this.at] !== character) return false;
    this.report('UNEXPECTED_TOKEN', 'Expected a value', this.at, this.at + 1);
    this.at++;
    return true;
  }

  private separator(closing: string): void {
    this.skip();
    const next = this.text[this.at];
    if (next === ',') this.at++;
    else if (next !== undefined && next !== closing && next !== ']' && next !== '}')
      this.report('MISSING_CHAR', 'Missing , between values', this.at, this.at + 1);
  }

  private close(closing: string, start: number): number {
    if (this.text[this.at] === closing) return ++this.at;
    this.report('MISSING_CHAR', `Missing closing ${closing}`, start, start + 1);
    // The other bracket most likely closes what is around.
    return Math.min(this.at, this.text.length);
  }
}

const scalar = (
  range: TextRange,
  type: Scalar['type'],
  value: Scalar['value'],
  source: string,
  offsets: Scalar['offsets'],
): Scalar => ({
  kind: 'scalar',
  range,
  alias: undefined,
  anchor: undefined,
  type,
  value,
  source,
  style: 'json',
  offsets,
});

function decoded(written: string): string | undefined {
  if (!written.includes('\\')) return written.slice(1, -1);
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
