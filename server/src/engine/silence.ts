import type { Suppression } from './suppression';
import { insertion, lineEndingOf, lineStart, type TextEdit } from './text';

const nextLine = 'plimsoll-disable-next-line';
const wholeFile = 'plimsoll-disable';

/**
 * Silences one rule at one place, by a comment above its line or in the one that is there already.
 * @param anchor start of the line to put the comment above
 * @param at where the finding starts
 * @param reason what to write for the reason, as something to be replaced; `undefined` for a comment without one
 */
export function silenceLine(
  text: string,
  suppressions: readonly Suppression[],
  rule: string,
  anchor: number,
  at: number,
  reason: string | undefined,
): readonly TextEdit[] {
  const above = suppressions.find(
    (suppression) =>
      isOwn(suppression, text, nextLine) &&
      suppression.reach.start <= at &&
      at <= suppression.reach.end &&
      lineStart(text, suppression.range.start) === lineStart(text, Math.max(anchor - 1, 0)),
  );
  return joined(above, rule) ?? [comment(text, anchor, nextLine, rule, reason)];
}

/** Silences one rule in the whole file, by a comment at its head or in the one that is there already. */
export function silenceFile(
  text: string,
  suppressions: readonly Suppression[],
  rule: string,
  anchor: number,
  reason: string | undefined,
): readonly TextEdit[] {
  const head = suppressions.find(
    (suppression) => isOwn(suppression, text, wholeFile) && suppression.reach.end >= text.length,
  );
  return joined(head, rule) ?? [comment(text, anchor, wholeFile, rule, reason)];
}

const isOwn = (suppression: Suppression, text: string, word: string): boolean =>
  suppression.owner === 'plimsoll' &&
  suppression.ids !== 'all' &&
  new RegExp(`#\\s*${word}(?![\\w-])`).test(text.slice(suppression.range.start, suppression.range.end));

/** The rule's id after the last one of a suppression. */
function joined(suppression: Suppression | undefined, rule: string): readonly TextEdit[] | undefined {
  if (suppression === undefined || suppression.ids === 'all') return undefined;
  const last = suppression.ids.at(-1);
  return last === undefined ? undefined : [insertion(last.range.end, `, ${rule}`)];
}

function comment(text: string, anchor: number, word: string, rule: string, reason: string | undefined): TextEdit {
  const indentation = /^[ \t]*/.exec(text.slice(anchor, anchor + 200))?.[0] ?? '';
  const written = `${indentation}# ${word} ${rule}`;
  if (reason === undefined) return insertion(anchor, written + lineEndingOf(text));
  const start = `${written} -- `;
  return {
    ...insertion(anchor, start + reason + lineEndingOf(text)),
    placeholders: [{ start: start.length, end: start.length + reason.length }],
  };
}
