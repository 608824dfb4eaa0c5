import { rangeOf, replacement, type TextEdit, type TextRange } from '../../engine/text';

/**
 * Replaces a text by another one where they differ: what both start or end with stays.
 * @param written what stands in the range
 */
export function minimalReplacement({ start, end }: TextRange, written: string, wanted: string): TextEdit {
  const most = Math.min(written.length, wanted.length);
  let before = 0;
  while (before < most && written[before] === wanted[before]) before++;
  let after = 0;
  while (after < most - before && written.at(-1 - after) === wanted.at(-1 - after)) after++;
  return replacement(rangeOf(start + before, end - after), wanted.slice(before, wanted.length - after));
}
