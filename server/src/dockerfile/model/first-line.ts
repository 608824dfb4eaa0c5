import { lineEnd, rangeOf, type TextRange, textOf } from '../../engine/text';
import type { Dockerfile } from './dockerfile';

/** What of a range stands on its first line, without the continuation: enough to show where something is. */
export function firstLineOf({ text, escape: escapeCharacter }: Dockerfile, { start, end }: TextRange): TextRange {
  const line = rangeOf(start, Math.min(end, lineEnd(text, start)));
  if (line.end === end) return line;
  const written = textOf(text, line).trimEnd();
  const words = written.endsWith(escapeCharacter) ? written.slice(0, -1).trimEnd() : written;
  return rangeOf(start, start + words.length);
}
