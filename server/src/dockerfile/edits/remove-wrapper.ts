import { deletion, rangeOf, type TextEdit } from '../../engine/text';
import type { Argument, Wrapper } from '../../shell/command-line';
import type { Dockerfile } from '../model/dockerfile';
import { removeArguments } from './argument';

/**
 * Takes a wrapper such as `sudo` off the command that it runs: its name and its options. Variables that it sets
 * (`sudo A=1 command`) are left to the shell.
 * @param program the first word of what it runs
 * @returns `undefined` when the words are not in the document one behind the other
 */
export function removeWrapper(
  dockerfile: Dockerfile,
  { words }: Wrapper,
  program: Argument | undefined,
): readonly TextEdit[] | undefined {
  const kept = words.findIndex(({ prefix }, index) => index > 0 && /^[A-Za-z_]\w*=/.test(prefix));
  const removed = kept === -1 ? words : words.slice(0, kept);
  const next = kept === -1 ? program : words[kept];
  const start = removed[0]?.range?.start;
  const end = removed.at(-1)?.range?.end;
  if (start === undefined || end === undefined || next?.range === undefined) return undefined;
  // Blanks, and no line break or comma, part the words of a shell's line.
  return /^[ \t]+$/.test(dockerfile.text.slice(end, next.range.start))
    ? [deletion(rangeOf(start, next.range.start))]
    : removeArguments(dockerfile, removed);
}
