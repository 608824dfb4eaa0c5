import { lineEnd, lineStart, nextLineStart, rangeOf, type TextRange } from '../../engine/text';
import type { Dockerfile } from '../model/dockerfile';

/**
 * The lines that hold a range, with their line endings: to be deleted without a trace. At the end of a file that has no
 * final line ending, it is the one in front of them.
 */
export function wholeLines({ text }: Dockerfile, range: TextRange): TextRange {
  const start = lineStart(text, range.start);
  const end = range.end > start && text[range.end - 1] === '\n' ? range.end : nextLineStart(text, range.end);
  const open = end === text.length && start > 0 && !text.endsWith('\n');
  return open ? rangeOf(lineEnd(text, start - 1), end) : rangeOf(start, end);
}
