import { type TextRange, textOf } from '../../engine/text';
import type { Dockerfile, Run } from '../model/dockerfile';
import { regionAt } from './lines';
import { spansLines } from './list-style';

/**
 * What is written in a range of a `RUN`, on one line: without continuations and the comments between them.
 * @returns `undefined` when a line breaks inside a quoted text, or a comment belongs to the range
 */
export function oneLine(dockerfile: Dockerfile, run: Run, range: TextRange): string | undefined {
  const { text } = dockerfile;
  if (!spansLines(text, range)) return textOf(text, range);
  const parts: string[] = [];
  let quotes = 0;
  for (const line of regionAt(dockerfile, run, range.start).lines) {
    const start = Math.max(line.content.start, range.start);
    const end = Math.min(line.content.end, range.end);
    if (start >= end) continue;
    if (line.kind === 'comment') return undefined;
    const part = text.slice(start, end);
    quotes += part.match(/["'`]/g)?.length ?? 0;
    if (quotes % 2 === 1 || (line.continuation === undefined && end < range.end)) return undefined;
    parts.push(part);
  }
  return parts.join(' ');
}
