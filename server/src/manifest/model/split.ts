/**
 * Where the documents of a YAML text start, in order; there is always one. A line that begins with `---` opens a
 * document, wherever it stands: YAML allows none inside a scalar. Comments, directives and blank lines above the first such line
 * belong to the document that it opens.
 */
export function documentStarts(text: string): readonly number[] {
  const starts: number[] = [];
  for (let at = markerFrom(text, 0); at !== -1; at = markerFrom(text, at + 3)) starts.push(at);
  const first = starts[0];
  if (first === undefined || (first > 0 && hasContent(text, first))) return [0, ...starts];
  starts[0] = 0;
  return starts;
}

/** Offset of the first `---` line at or after `from`, or -1. */
function markerFrom(text: string, from: number): number {
  if (from === 0 && isMarker(text, 0)) return 0;
  for (let feed = text.indexOf('\n---', from); feed !== -1; feed = text.indexOf('\n---', feed + 1))
    if (isMarker(text, feed + 1)) return feed + 1;
  return -1;
}

function isMarker(text: string, at: number): boolean {
  if (!text.startsWith('---', at)) return false;
  const next = text[at + 3];
  return next === undefined || next === ' ' || next === '\t' || next === '\r' || next === '\n';
}

/** A line's first character that is neither blank nor a byte order mark. */
const firstCharacter = /[^ \t\r\n\uFEFF]/g;

/** Whether anything but comments, directives and blanks stands before `end`. */
function hasContent(text: string, end: number): boolean {
  let at = 0;
  while (at < end) {
    firstCharacter.lastIndex = at;
    const match = firstCharacter.exec(text);
    if (match === null || match.index >= end) return false;
    if (match[0] !== '#' && match[0] !== '%') return true;
    const feed = text.indexOf('\n', match.index);
    if (feed === -1) return false;
    at = feed + 1;
  }
  return false;
}
