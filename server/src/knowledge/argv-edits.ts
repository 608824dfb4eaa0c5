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

/** Words `start` to `end`, the end not included, become others. */
export interface ArgvChange {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/** Edits of a command of `length` words as changes in order; what touches is one change. */
export function argvChanges(length: number, edits: readonly ArgvEdit[]): readonly ArgvChange[] {
  const changes = edits.map((edit): ArgvChange => {
    if (edit.kind === 'append') return { start: length, end: length, words: edit.words };
    return { start: edit.index, end: edit.index + edit.count, words: edit.kind === 'replace' ? edit.words : [] };
  });
  const joined: ArgvChange[] = [];
  for (const change of changes.sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = joined.at(-1);
    if (last === undefined || change.start > last.end) joined.push(change);
    else joined[joined.length - 1] = { start: last.start, end: change.end, words: [...last.words, ...change.words] };
  }
  return joined;
}
