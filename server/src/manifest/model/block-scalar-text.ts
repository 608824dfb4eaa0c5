import type { TextRange } from '../../engine/text';
import { isBlank, push, type Reading } from './character-reading';

interface BlockLine {
  readonly start: number;
  readonly end: number;
}

/** A block scalar: its lines without their indentation, and, folded, joined. */
export function readBlock(
  reading: Reading,
  text: string,
  range: TextRange,
  style: 'literal' | 'folded',
  value: string,
): void {
  const header = text.indexOf('\n', range.start);
  if (header === -1 || header >= range.end) {
    reading.offsets.push(range.end);
    return;
  }
  const lines = linesBetween(text, header + 1, range.end);
  const explicit = /^[|>][-+]?([1-9])/.exec(text.slice(range.start, range.start + 3))?.[1];
  const indentation = explicit === undefined ? widthOfFirst(text, lines) : indentationGiven(lines, value);
  const contents = lines.map(
    (line): BlockLine => ({ start: Math.min(line.start + indentation, line.end), end: line.end }),
  );
  for (const [index, line] of contents.entries()) {
    push(reading, text.slice(line.start, line.end), line.start);
    const next = contents[index + 1];
    if (next === undefined) break;
    if (style === 'literal' || !folds(text, contents, index)) push(reading, '\n', line.end);
    else if (line.end > line.start && next.end > next.start) push(reading, ' ', line.end);
  }
  const last = contents.at(-1)?.end ?? range.end;
  // Kept blank lines at the end, and the last line's own end, are behind the range.
  if (value.length > reading.value.length && /^\n+$/.test(value.slice(reading.value.length)))
    for (let at = last; reading.value.length < value.length && at < text.length; at++)
      if (text[at] === '\n') push(reading, '\n', text[at - 1] === '\r' ? at - 1 : at);
  reading.offsets.push((reading.offsets.at(-1) ?? last - 1) + 1);
}

function linesBetween(text: string, start: number, end: number): readonly BlockLine[] {
  const lines: BlockLine[] = [];
  for (let at = start; at <= end; ) {
    const feed = text.indexOf('\n', at);
    const stop = feed === -1 || feed > end ? end : feed;
    lines.push({ start: at, end: stop > at && text[stop - 1] === '\r' && stop < text.length ? stop - 1 : stop });
    at = stop + 1;
  }
  return lines;
}

const widthOf = (text: string, line: BlockLine): number => {
  let at = line.start;
  while (at < line.end && text[at] === ' ') at++;
  return at - line.start;
};

const widthOfFirst = (text: string, lines: readonly BlockLine[]): number => {
  const first = lines.find((line) => widthOf(text, line) < line.end - line.start);
  return first === undefined ? 0 : widthOf(text, first);
};

/** With an indentation indicator, lines may begin with blanks of their own: what the value's first line lacks is indentation. */
function indentationGiven(lines: readonly BlockLine[], value: string): number {
  const first = lines[0];
  if (first === undefined) return 0;
  const feed = value.indexOf('\n');
  return Math.max(0, first.end - first.start - (feed === -1 ? value.length : feed));
}

/** Whether the line end after a line of a folded scalar disappears: lines with more indentation, and those beside them, keep theirs. */
function folds(text: string, lines: readonly BlockLine[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || isBlank(text[line.start])) return false;
  let next = index + 1;
  while (next < lines.length && isEmpty(lines[next])) next++;
  const following = lines[next];
  if (following === undefined || isBlank(text[following.start])) return false;
  // In a run of blank lines only the first line end disappears.
  return !isEmpty(line);
}

const isEmpty = (line: BlockLine | undefined): boolean => line !== undefined && line.end <= line.start;
