import type { SuppressedId, Suppression } from './suppression';
import { deletion, lineEnd, lineStart, nextLineStart, rangeOf, type TextEdit, type TextRange, textOf } from './text';

/** Takes an id out of a list of several, with the comma on one side of it; `undefined` where it is the only one. */
export function withoutEntry(text: string, { range }: SuppressedId): readonly TextEdit[] | undefined {
  const behind = /^[ \t]*,[ \t]*/.exec(text.slice(range.end, range.end + 100));
  if (behind !== null) return [deletion(rangeOf(range.start, range.end + behind[0].length))];
  const before = /[ \t]*,[ \t]*$/.exec(text.slice(Math.max(0, range.start - 100), range.start));
  return before === null ? undefined : [deletion(rangeOf(range.start - before[0].length, range.end))];
}

export interface Removal {
  readonly edits: readonly TextEdit[];
  /** It holds words for people, too. */
  readonly hasReason: boolean;
}

/**
 * Whether a comment at the head of a file keeps the comment below it from being read as a directive, such as
 * `# escape=`: these end where anything else begins.
 */
export const hidesDirective = (text: string, { start, end }: TextRange): boolean =>
  /^(?:\uFEFF?[ \t]*(?:#.*)?\r?\n)*[ \t]*$/.test(text.slice(0, start)) &&
  /^[ \t]*#[ \t]*\w+[ \t]*=/.test(text.slice(nextLineStart(text, end), nextLineStart(text, end) + 80));

/** Takes a whole comment away, with its line where it stands alone; `undefined` for what is no comment. */
export function withoutSuppression(text: string, { range }: Suppression): Removal | undefined {
  const written = textOf(text, range);
  if (!/^(?:#|\/\/|\/\*)/.test(written)) return undefined;
  const hasReason = /\s--\s*[^\s*]/.test(written);
  const start = lineStart(text, range.start);
  const before = text.slice(start, range.start);
  if (/\S/.test(before) || /\S/.test(text.slice(range.end, lineEnd(text, range.end)))) {
    const from = range.start - (/[ \t]*$/.exec(before)?.[0].length ?? 0);
    return { edits: [deletion(rangeOf(from, range.end))], hasReason };
  }
  if (hidesDirective(text, range)) return undefined;
  const next = nextLineStart(text, range.end);
  // Without a line below, the line ending above goes, so that the file ends as it did.
  const isLast = next === text.length && text[next - 1] !== '\n';
  const from = isLast && start > 0 ? start - (text[start - 2] === '\r' ? 2 : 1) : start;
  return { edits: [deletion(rangeOf(from, next))], hasReason };
}
