import { deletion, insertion, rangeOf, type TextEdit } from '../../engine/text';
import type { Copy, Dockerfile, Run, RunCommand } from '../model/dockerfile';
import { instructionAfter, textIn } from '../model/lookups';
import { deleteInstruction } from './delete-instruction';
import { removeCommand } from './remove-command';

/**
 * Mounts a file for the `RUN` below that uses and removes it, instead of copying it into a layer.
 * @param removal the command of that `RUN` that removes the file, and nothing else
 * @param target where the file is to be, from the root
 * @returns `undefined` where a mount would not do the same
 */
export function mountInsteadOfCopy(
  dockerfile: Dockerfile,
  copy: Copy,
  removal: RunCommand,
  target: string,
): readonly TextEdit[] | undefined {
  const { run } = removal;
  const [source, more] = copy.sources;
  if (source === undefined || more !== undefined || copy.flags.length > 0 || copy.onbuild !== undefined)
    return undefined;
  // In the mount's value a comma ends the path, and a pattern is none. What has no dot in its name may be a folder to write to.
  if (source.variables.length > 0 || !/^[\w@%+./-]*[\w@%+-]\.[\w@%+.-]+$/.test(source.value)) return undefined;
  if (!/^\/[\w@%+./-]+$/.test(target)) return undefined;
  if (instructionAfter(dockerfile, copy) !== run) return undefined;
  const removed = removeCommand(dockerfile, removal);
  const isWhole = removed?.some(({ range }) => range.start <= run.range.start && run.range.end <= range.end) ?? true;
  if (removed === undefined || isWhole) return undefined;
  const flag = ` --mount=type=bind,source=${source.value},target=${target}`;
  return [...withoutCopy(dockerfile, copy, run), insertion(run.keywordRange.end, flag), ...removed];
}

/** Comments above what is copied are about what is mounted now: they come to stand right above it. */
function withoutCopy(dockerfile: Dockerfile, copy: Copy, run: Run): readonly TextEdit[] {
  const next = run.comments[0]?.range.start ?? run.range.start;
  if (copy.innerComments.length > 0 || textIn(dockerfile, rangeOf(copy.range.end, next)).trim() !== '')
    return deleteInstruction(dockerfile, copy);
  return [deletion(rangeOf(copy.range.start, next))];
}
