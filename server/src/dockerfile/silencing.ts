import { lineStart } from '../engine/text';
import type { Dockerfile } from './model/dockerfile';
import { instructionAt } from './model/lookups';

/** The line above which a comment silences what is found at an offset: that of the instruction, or the offset's own. */
export const lineAnchor = (dockerfile: Dockerfile, offset: number): number =>
  lineStart(dockerfile.text, instructionAt(dockerfile, offset)?.range.start ?? offset);

/**
 * The line above which a comment silences the whole file: below the directives, which must come first, and above the
 * first instruction with its comments.
 */
export function fileAnchor({ text, directives, comments, instructions }: Dockerfile): number {
  const last = directives.at(-1);
  if (last !== undefined) return Math.max(0, text.indexOf('\n', last.range.end) + 1);
  const first = comments[0]?.range.start ?? instructions[0]?.range.start ?? 0;
  return lineStart(text, Math.min(first, instructions[0]?.range.start ?? first));
}
