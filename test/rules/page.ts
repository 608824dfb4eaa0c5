import { rangeOf, type TextRange } from '../../server/src/engine/text';

/** A fenced block of a page: an example that the harness runs. */
export interface Example {
  readonly role: 'bad' | 'fixed' | 'good';
  /** `dockerfile`, `yaml` or `json`. */
  readonly language: string;
  /** Marker lines taken out, line endings as the block asks for. */
  readonly text: string;
  /** Where the findings are; only in `bad` blocks. */
  readonly marks: readonly TextRange[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Line of the page where the block starts, counted from 1. */
  readonly line: number;
}

export interface Page {
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly string[];
  readonly examples: readonly Example[];
}

/**
 * Reads a rule's page. The info string of an example is `LANGUAGE ROLE [name=value …]`: `eol=crlf` and `end=none` (no
 * final line ending) shape the text, `file=` names it, `at=2:1-2:9,…` gives ranges that carets cannot (lines and
 * columns from 1, the end not included), `fix=` names the fix that leads from `bad` to this `fixed`, `set.NAME=` and
 * `option.NAME=` are settings.
 */
export function parsePage(markdown: string): Page {
  const lines = markdown.split('\n');
  const examples: Example[] = [];
  const prose: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const fence = /^(`{3,})(.*)$/.exec(line);
    if (fence === null) {
      prose.push(line);
      continue;
    }
    const from = i + 1;
    while (++i < lines.length && lines[i] !== fence[1]);
    const example = exampleOf((fence[2] ?? '').trim().split(/\s+/), lines.slice(from, i), from);
    if (example !== undefined) examples.push(example);
  }
  const text = prose.join('\n').trim();
  const [, title = '', summary = ''] = /^# (.+)\n+(.+)/.exec(text) ?? [];
  return { title, summary, sections: [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? ''), examples };
}

const roles = ['bad', 'fixed', 'good'] as const;

function exampleOf(info: readonly string[], lines: readonly string[], line: number): Example | undefined {
  const [language = '', word, ...rest] = info;
  const role = roles.find((candidate) => candidate === word);
  if (role === undefined) return undefined;
  const attributes = Object.fromEntries(
    rest.map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]),
  );
  const eol = attributes.eol === 'crlf' ? '\r\n' : '\n';
  const kept: string[] = [];
  const marks: TextRange[] = [];
  let start = 0;
  let previous = 0;
  for (const content of lines) {
    if (role === 'bad' && isMarker(content)) {
      for (const carets of content.matchAll(/\^+/g))
        marks.push(rangeOf(previous + carets.index, previous + carets.index + carets[0].length));
      continue;
    }
    kept.push(content);
    previous = start;
    start += content.length + eol.length;
  }
  const text = kept.join(eol) + (attributes.end === 'none' ? '' : eol);
  for (const place of attributes.at?.split(',') ?? []) marks.push(rangeBetween(place, text));
  const bom = attributes.bom === undefined ? '' : '\uFEFF';
  return { role, language, text: bom + text, marks: marks.map((mark) => moved(mark, bom.length)), attributes, line };
}

const isMarker = (line: string): boolean => /^\s*#?\s*\^+(\s+\^+)*\s*$/.test(line);

const moved = ({ start, end }: TextRange, by: number): TextRange => rangeOf(start + by, end + by);

function rangeBetween(place: string, text: string): TextRange {
  const [, line, column, endLine, endColumn] = /^(\d+):(\d+)-(\d+):(\d+)$/.exec(place) ?? [];
  if (endColumn === undefined) throw new Error(`not a range: ${place}`);
  return rangeOf(offsetAt(text, Number(line), Number(column)), offsetAt(text, Number(endLine), Number(endColumn)));
}

function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
