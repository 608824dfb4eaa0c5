/** A stretch of a text, in UTF-16 code units; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A place in `newText` that a person should look at: the editor offers it as a tab stop. */
export interface Placeholder extends TextRange {
  readonly choices?: readonly string[];
}

/** Replaces `range` by `newText`. Placeholder ranges count from the start of `newText`, in order, without overlap. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
  readonly placeholders?: readonly Placeholder[];
}

export const rangeOf = (start: number, end: number): TextRange => ({ start, end });

export const contains = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (one: TextRange, other: TextRange): boolean => one.start < other.end && other.start < one.end;

export const sameRange = (one: TextRange, other: TextRange): boolean =>
  one.start === other.start && one.end === other.end;

/** The smallest range around both. */
export const spanning = (one: TextRange, other: TextRange): TextRange => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
});

export const shifted = (range: TextRange, by: number): TextRange => ({ start: range.start + by, end: range.end + by });

export const textOf = (text: string, range: TextRange): string => text.slice(range.start, range.end);

export const insertion = (at: number, newText: string): TextEdit => ({ range: { start: at, end: at }, newText });

export const deletion = (range: TextRange): TextEdit => ({ range, newText: '' });

export const replacement = (range: TextRange, newText: string): TextEdit => ({ range, newText });

/** The line ending that a text uses: that of its first line, `\n` where there is none. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
  const feed = text.indexOf('\n');
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}

/** Offset of the first character of the line that holds `offset`. */
export const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** Offset just after the last character of the line that holds `offset`, its line ending not counted. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed === -1) return text.length;
  return feed > offset && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** Offset of the start of the line after the one that holds `offset`, or the text's length. */
export function nextLineStart(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed === -1 ? text.length : feed + 1;
}
