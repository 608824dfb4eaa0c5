import type { Scalar } from './nodes';
import { scalar } from './simple-scalars';

/**
 * Reads a literal block that ends with or without its last line ending, `|` or `|-`.
 * @param start of the bar
 * @param end of the bar's line
 * @param column over which its lines are indented
 * @returns `undefined` for whatever is not of the simplest
 */
export function simpleBlockScalar(
  text: string,
  start: number,
  end: number,
  column: number,
): { readonly scalar: Scalar; readonly nextLineStart: number } | undefined {
  const header = text.slice(start, end).trimEnd();
  if ((header !== '|' && header !== '|-') || text[end] !== '\n') return undefined;
  const lines: string[] = [];
  let indent: number | undefined;
  let filled = 0;
  let contentEnd = 0;
  let line = end + 1;
  while (line < text.length) {
    const feed = text.indexOf('\n', line);
    const stop = feed === -1 ? text.length : feed;
    let first = line;
    while (first < stop && text[first] === ' ') first++;
    const width = first - line;
    if (first === stop) {
      // Blanks beyond the indentation are content; so short a line is none.
      if (width > (indent ?? column + 1)) return undefined;
      lines.push('');
    } else {
      if (indent === undefined ? width <= column : width < indent) break;
      indent ??= width;
      lines.push(text.slice(line + indent, stop));
      filled = lines.length;
      contentEnd = stop;
    }
    line = stop + 1;
  }
  if (filled === 0 || text[contentEnd - 1] === '\r') return undefined;
  const written = lines.slice(0, filled).join('\n');
  if (written.includes('\r')) return undefined;
  const value = header === '|' && contentEnd < text.length ? `${written}\n` : written;
  return { scalar: scalar(text, start, contentEnd, value, 'literal', 'string', value), nextLineStart: line };
}
