import type { TextRange } from '../../engine/text';
import type { ShellSource } from '../../shell/source';
import type { Heredoc } from './dockerfile';
import { terminatorFinder } from './heredoc-terminators';
import { heredocWords } from './heredoc-words';
import { isBlank, joinedText, type Piece, rangeIn, trimmedEnd } from './joined-text';

/** A line of a Dockerfile with the lines that continue it and the here-documents that follow it. */
export interface LogicalLine {
  readonly joined: ShellSource;
  /** From the first character to the end of the last line, here-documents included. */
  readonly range: TextRange;
  readonly heredocs: readonly Heredoc[];
  /** Runs of blank lines between continued lines, with their line endings. */
  readonly emptyContinuations: readonly TextRange[];
}

export interface Lines {
  readonly logical: readonly LogicalLine[];
  /** Every comment line in order, from `#` to its end. */
  readonly comments: readonly TextRange[];
  readonly tooLong: readonly TextRange[];
}

/** BuildKit's scanner refuses a longer line (bufio.MaxScanTokenSize - 1). */
const longestLine = 65_535;

/**
 * Splits a Dockerfile into the lines that BuildKit joins to instructions (moby/buildkit parser.go `Parse`). A
 * here-document that nothing ends takes no lines: the rest of the file stays readable while it is being typed.
 */
export function logicalLines(text: string, escapeCharacter: '\\' | '`'): Lines {
  const logical: LogicalLine[] = [];
  const comments: TextRange[] = [];
  const tooLong: TextRange[] = [];
  const terminatorAfter = terminatorFinder(text);
  let at = text.startsWith('\uFEFF') ? 1 : 0;

  let pieces: Piece[] = [];
  let joined = '';
  let emptyContinuations: TextRange[] = [];
  let lastEnd = at;
  let continued = false;

  const finish = (next: number): number => {
    continued = false;
    const end = trimmedEnd(joined, 0, joined.length);
    const line = joinedText(joined.slice(0, end), pieces);
    const start = line.offsetOf(0);
    const heredocs: Heredoc[] = [];
    let after = next;
    let rangeEnd = lastEnd;
    for (const word of heredocWords(line)) {
      const range = rangeIn(line, word.start, word.end);
      const terminator = terminatorAfter(word.name, word.stripsTabs, after);
      const { name, expands, stripsTabs } = word;
      const body = { start: after, end: terminator?.lineStart ?? after };
      heredocs.push({ name, expands, stripsTabs, range, body, terminator: terminator?.range });
      if (terminator === undefined) continue;
      after = terminator.next;
      rangeEnd = terminator.range.end;
    }
    if (end > 0) logical.push({ joined: line, range: { start, end: rangeEnd }, heredocs, emptyContinuations });
    pieces = [];
    joined = '';
    emptyContinuations = [];
    return after;
  };

  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    const next = feed === -1 ? text.length : feed + 1;
    let end = feed === -1 ? text.length : feed;
    while (end > at && text[end - 1] === '\r') end--;
    if ((end - at) * 3 > longestLine && bytesIn(text, at, end) > longestLine) tooLong.push({ start: at, end });

    let first = at;
    while (first < end && isBlank(text[first])) first++;
    if (first === end) {
      if (continued) joinEmpty(emptyContinuations, at, next);
      at = next;
      continue;
    }
    if (text[first] === '#') {
      comments.push({ start: first, end });
      at = next;
      continue;
    }
    const start: number = continued ? at : first;
    let last = end;
    while (last > start && (text[last - 1] === ' ' || text[last - 1] === '\t')) last--;
    const continues: boolean =
      text[last - 1] === escapeCharacter && (last - 1 === start || text[last - 2] !== escapeCharacter);
    const contentEnd = continues ? last - 1 : end;
    if (contentEnd > start && (joined !== '' || contentEnd > first)) {
      const contentStart = joined === '' ? first : start;
      pieces.push({ index: joined.length, offset: contentStart });
      joined += text.slice(contentStart, contentEnd);
    }
    if (joined !== '') lastEnd = end;
    continued = continues;
    at = continues ? next : finish(next);
  }
  if (joined !== '') finish(text.length);
  return { logical, comments, tooLong };
}

function joinEmpty(empty: TextRange[], start: number, end: number): void {
  const previous = empty.at(-1);
  if (previous?.end === start) empty[empty.length - 1] = { start: previous.start, end };
  else empty.push({ start, end });
}

function bytesIn(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
