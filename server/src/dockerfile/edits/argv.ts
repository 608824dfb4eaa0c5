import type { TextEdit } from '../../engine/text';
import { type ArgvChange, type ArgvEdit, argvChanges } from '../../knowledge/argv-edits';
import type { Argument } from '../../shell/command-line';
import type { Dockerfile } from '../model/dockerfile';
import { insertAfter, insertBefore, removeArguments, replaceArgument } from './argument';

/**
 * Makes edits to a command's words where they are written, be it in a JSON array, in a shell form, or in both when
 * `ENTRYPOINT` and `CMD` share the command.
 * @param argv the words that the edits count
 * @returns `undefined` when a word is not in the document or the edits do not fit there
 */
export function editArgv(
  dockerfile: Dockerfile,
  argv: readonly Argument[],
  edits: readonly ArgvEdit[],
): readonly TextEdit[] | undefined {
  const made = argvChanges(argv.length, edits).map((change) => editsOf(dockerfile, argv, change));
  const known = made.filter((edit) => edit !== undefined);
  return known.length === made.length ? known.flat() : undefined;
}

function editsOf(
  dockerfile: Dockerfile,
  argv: readonly Argument[],
  { start, end, words }: ArgvChange,
): readonly TextEdit[] | undefined {
  const [first, ...rest] = argv.slice(start, end);
  if (first === undefined) {
    const before = argv[start - 1];
    const after = argv[start];
    if (before !== undefined) return insertAfter(dockerfile, before, words);
    return after === undefined ? undefined : insertBefore(dockerfile, after, words);
  }
  if (words.length === 0) return removeArguments(dockerfile, [first, ...rest]);
  const replaced = replaceArgument(dockerfile, first, words);
  const removed = rest.length === 0 ? [] : removeArguments(dockerfile, rest);
  return replaced && removed && [...replaced, ...removed];
}
