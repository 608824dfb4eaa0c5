import { replacement, type TextEdit, type TextRange, textOf } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import { editOf, type Rendered } from './rendered';

/** Writes `rendered` in place of a range, with an edit of nothing but what differs; one with placeholders goes whole. */
export const replacedBy = (document: ManifestDocument, range: TextRange, rendered: Rendered): readonly TextEdit[] =>
  rendered.placeholders.length > 0
    ? [editOf(range, rendered)]
    : minimalEdit(range, textOf(document.text, range), rendered.text);

/** Replaces one text by another with an edit of nothing but the words that differ; no edit when none does. */
export function minimalEdit(range: TextRange, before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  while (start > 0 && (splitsWord(before, start) || splitsWord(after, start))) start--;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  while (tail > 0 && (splitsWord(before, before.length - tail) || splitsWord(after, after.length - tail))) tail--;
  return [
    replacement(
      { start: range.start + start, end: range.start + before.length - tail },
      after.slice(start, after.length - tail),
    ),
  ];
}

/** Halves of a surrogate pair count as letters. */
const splitsWord = (text: string, at: number): boolean =>
  letter.test(text[at - 1] ?? '') && letter.test(text[at] ?? '');

const letter = /[\w\u0080-\uffff]/;
