import type { TextRange } from '../../engine/text';

/** The line that ends a here-document. */
export interface TerminatorLine {
  readonly lineStart: number;
  /** The name on it. */
  readonly range: TextRange;
  /** Offset of the line below. */
  readonly next: number;
}

/**
 * Finds the first line from an offset on that is exactly a name, or a name behind tabs. The text is looked through
 * once, however many here-documents it has.
 */
export function terminatorFinder(
  text: string,
): (name: string, tabs: boolean, from: number) => TerminatorLine | undefined {
  const indices: (Map<string, number[]> | undefined)[] = [undefined, undefined];
  return (name, tabs, from) => {
    const which = tabs ? 1 : 0;
    const index = indices[which] ?? indexed(text, tabs);
    indices[which] = index;
    const starts = index.get(name) ?? [];
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    const lineStart = starts[low];
    if (lineStart === undefined) return undefined;
    let start = lineStart;
    while (tabs && text[start] === '\t') start++;
    const feed = text.indexOf('\n', start);
    const next = feed === -1 ? text.length : feed + 1;
    return { lineStart, range: { start, end: start + name.length }, next };
  };
}

/** The offsets of the lines of a text by what is on them. */
function indexed(text: string, tabs: boolean): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  let at = 0;
  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    let end = feed === -1 ? text.length : feed;
    const next = feed === -1 ? text.length : feed + 1;
    while (end > at && text[end - 1] === '\r') end--;
    let start = at;
    while (tabs && start < end && text[start] === '\t') start++;
    const line = text.slice(start, end);
    const starts = lines.get(line);
    if (starts === undefined) lines.set(line, [at]);
    else starts.push(at);
    at = next;
  }
  return lines;
}
