import type { TextEdit } from './text';

/** Whether two edits cannot be made together: they share characters, or touch, so that their order would matter. */
export const conflict = (one: TextEdit, other: TextEdit): boolean =>
  one.range.start <= other.range.end && other.range.start <= one.range.end;

/** The text after the edits, which must not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    result += text.slice(at, edit.range.start) + edit.newText;
    at = edit.range.end;
  }
  return result + text.slice(at);
}
