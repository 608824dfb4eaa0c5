import { applied } from '../../engine/edits';
import {
  deletion,
  lineEnd,
  nextLineStart,
  rangeOf,
  replacement,
  type TextEdit,
  type TextRange,
} from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import { tokensOf } from '../model/yaml-tokens';
import { readYaml } from '../model/yaml-tree';
import { lineBegin } from './line';
import { styleAt } from './style';

/** How many columns a tab may have stood for, the likeliest first after what stands around it. */
const widths = [2, 4, 8];

/** A longer text is read again for two guesses only. */
const longText = 100_000;

/**
 * Indents by blanks what tabs indent: as the lines around do, else by as many for each tab as make YAML of the document.
 * @returns `undefined` where no number does
 */
export function untab(document: ManifestDocument): readonly TextEdit[] | undefined {
  const { text, format, mode } = document;
  const ranges = format === 'yaml' && mode !== 'template' ? tokensOf(text)?.tabs : undefined;
  if (ranges === undefined || ranges.length === 0) return undefined;
  const unit = styleAt(document, undefined).indent;
  const lines = ranges.map((range) => tabLineOf(text, range));
  const guesses = [
    () => besideEdits(text, lines, unit),
    ...widths.map((width) => () => widthEdits(text, lines, width)),
  ];
  for (const guess of text.length > longText ? guesses.slice(0, 2) : guesses) {
    const edits = guess();
    const result = applied(text, edits);
    if (nests(text, result, lines) && isYaml(result, document.comments.length)) return edits;
  }
  return undefined;
}

/** What was a comment has not become a part of a text. */
const isYaml = (text: string, comments: number): boolean => {
  const tree = readYaml(text, undefined);
  return (
    tree.wellFormed && tree.comments.length >= comments && tree.problems.every(({ code }) => code !== 'TAB_INDENT')
  );
};

/** Whether what stood below a key without a value is still its value, and not beside it. */
function nests(text: string, result: string, lines: readonly TabLine[]): boolean {
  const starts = new Set(
    lines.flatMap(({ indents, empty, range }) => (indents && !empty ? [lineBegin(text, range.start)] : [])),
  );
  const indented = lineStarts(text).map((start) => starts.has(start));
  let key: LineParts | undefined;
  return result.split('\n').every((line, index) => {
    const parts = partsOf(line);
    if (parts.content === '' || parts.content.startsWith('#')) return true;
    const above = key;
    key = parts;
    if (indented[index] !== true || above === undefined || !opens(above) || parts.dash !== '') return true;
    return parts.indentation.length > above.indentation.length + above.dash.length;
  });
}

function lineStarts(text: string): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at = nextLineStart(text, at)) starts.push(lineBegin(text, at));
  return starts;
}

interface LineParts {
  readonly indentation: string;
  /** The dash that a list's item begins with, and the blanks behind it. */
  readonly dash: string;
  readonly content: string;
}

function partsOf(line: string): LineParts {
  const [, indentation = '', dash = '', content = ''] = /^([ \t]*)((?:-[ \t]+)*)(.*)$/.exec(line.trimEnd()) ?? [];
  return { indentation, dash, content };
}

/** Whether a line ends with a key that has no value on it. */
const opens = ({ content }: LineParts): boolean => /:\s*(?:#.*)?$/.test(content);

interface TabLine {
  /** The blanks to replace: from the start of the line, or those behind a dash. */
  readonly range: TextRange;
  readonly indents: boolean;
  /** Nothing but blanks is on the line. */
  readonly empty: boolean;
  /** No line end follows. */
  readonly last: boolean;
}

function tabLineOf(text: string, range: TextRange): TabLine {
  const line = lineBegin(text, range.start);
  const indents = text.slice(line, range.start).trim() === '';
  return {
    range: indents ? rangeOf(line, range.end) : range,
    indents,
    empty: text.slice(line, lineEnd(text, line)).trim() === '',
    last: lineEnd(text, line) === text.length,
  };
}

const blanks = ({ range, indents, empty, last }: TabLine, column: number): TextEdit => {
  // A text without a line end at its end keeps a last line.
  if (empty) return last ? replacement(range, ' ') : deletion(range);
  return replacement(range, indents ? ' '.repeat(column) : ' ');
};

const widthEdits = (text: string, lines: readonly TabLine[], width: number): readonly TextEdit[] =>
  lines.map((line) => blanks(line, columnsOf(text.slice(line.range.start, line.range.end), width)));

/** The column that blanks reach to when tabs stop at every multiple of a width. */
function columnsOf(indentation: string, width: number): number {
  let column = 0;
  for (const blank of indentation) column = blank === '\t' ? (Math.floor(column / width) + 1) * width : column + 1;
  return column;
}

/** The first line of each stretch as the line above it, what is deeper in it by a step for each tab. */
function besideEdits(text: string, lines: readonly TabLine[], unit: number): readonly TextEdit[] {
  const starts = new Set(lines.map(({ range }) => lineBegin(text, range.start)));
  let first: { readonly depth: number; readonly column: number } | undefined;
  return lines.map((line) => {
    if (!line.indents || line.empty) return blanks(line, 0);
    const above = contentLineAbove(text, line.range.start);
    const depth = depthOf(text.slice(line.range.start, line.range.end), unit);
    if (first === undefined || !starts.has(above ?? -1))
      first = { depth, column: columnBelow(text, above, line, unit) };
    return blanks(line, Math.max(0, first.column + depth - first.depth));
  });
}

/** Columns, a tab counted as a step. */
const depthOf = (indentation: string, unit: number): number =>
  Array.from(indentation).reduce((depth, blank) => depth + (blank === '\t' ? unit : 1), 0);

/** The start of the nearest line above with something other than a comment on it. */
function contentLineAbove(text: string, offset: number): number | undefined {
  for (let at = offset; at > 0; ) {
    at = lineBegin(text, at - 1);
    if (!/^[ \t]*(?:#|$)/.test(text.slice(at, lineEnd(text, at)))) return at;
    if (nextLineStart(text, at) > offset || at <= 1) return undefined;
  }
  return undefined;
}

/** Where a line goes below another: beside its key, or one step deeper when that has no value yet. */
function columnBelow(text: string, above: number | undefined, line: TabLine, unit: number): number {
  if (above === undefined) return 0;
  const parts = partsOf(text.slice(above, lineEnd(text, above)));
  const isItem = /^-(?:\s|$)/.test(text.slice(line.range.end, line.range.end + 2));
  const column = parts.indentation.length + (isItem && !opens(parts) ? 0 : parts.dash.length);
  return opens(parts) ? column + unit : column;
}
