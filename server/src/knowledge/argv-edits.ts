import type { Word } from './command-options';

/** A change to a command, in terms of its words. Indexes are those of the command before any of the edits. */
export type ArgvEdit =
  /** Add words at the end. */
  | { readonly kind: 'append'; readonly words: readonly string[] }
  /** Take `count` words out. */
  | { readonly kind: 'remove'; readonly index: number; readonly count: number }
  /** Put words in the place of `count` words; with a count of 0 they are inserted in front of `index`. */
  | { readonly kind: 'replace'; readonly index: number; readonly count: number; readonly words: readonly string[] };

/** The command after the edits. */
export function applyArgvEdits(argv: readonly Word[], edits: readonly ArgvEdit[]): Word[] {
  const result = [...argv];
  const placed = edits.filter((edit) => edit.kind !== 'append').sort((a, b) => b.index - a.index);
  for (const edit of placed) {
    result.splice(edit.index, edit.count, ...(edit.kind === 'replace' ? edit.words : []));
  }
  for (const edit of edits) if (edit.kind === 'append') result.push(...edit.words);
  return result;
}
