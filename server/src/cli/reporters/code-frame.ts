import type { TextRange } from '../../engine/text';
import type { Lines } from '../lines';
import { columnsOf, harmless, styled, type Terminal } from '../terminal';

const tab = '    ';

/** The line where a range starts, and carets under what of it is in the range. Long lines are cut around the range. */
export function codeFrame(text: Lines, range: TextRange, terminal: Terminal): readonly string[] {
  const { line, character: start } = text.positionAt(range.start);
  const last = text.positionAt(range.end);
  const source = text.text(line);
  const end = last.line === line ? last.character : source.length;
  const number = String(line + 1);
  const room = terminal.width - number.length - ' │ '.length - 3;
  const shown = cut(source, Math.min(start, source.length), Math.max(start, end), room);
  const gutter = (label: string): string => styled(terminal, 'dim', `${label.padStart(number.length + 2)} │`);
  return [
    `${gutter(number)} ${shown.before}${shown.inside}${shown.after}`.trimEnd(),
    `${gutter('')} ${' '.repeat(columnsOf(shown.before))}${styled(terminal, 'red', '^'.repeat(Math.max(1, columnsOf(shown.inside))))}`,
  ];
}

interface Cut {
  readonly before: string;
  readonly inside: string;
  readonly after: string;
}

/** What of a line fits into the columns: the range's start with what is around it. */
function cut(source: string, start: number, end: number, columns: number): Cut {
  const left = start <= columns / 2 && source.length <= columns ? 0 : Math.max(0, start - Math.floor(columns / 3));
  const from = unsplit(source, left);
  const to = unsplit(source, Math.min(source.length, from + columns));
  const visible = (at: number, until: number): string =>
    harmless(source.slice(Math.min(at, to), Math.min(until, to))).replaceAll('\t', tab);
  return {
    before: (from > 0 ? '…' : '') + visible(from, start),
    inside: visible(start, end),
    after: visible(end, to) + (to < source.length ? '…' : ''),
  };
}

/** The offset, or the one before it where a character of two code units would be split. */
const unsplit = (source: string, offset: number): number =>
  /[\uDC00-\uDFFF]/.test(source[offset] ?? '') && offset > 0 ? offset - 1 : offset;
