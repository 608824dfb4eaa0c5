import type { FixOffer } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/text';
import { addFlag } from '../../edits/add-flag';
import { removeArguments } from '../../edits/argument';
import { removeCommand } from '../../edits/remove-command';
import { ownerFlag } from '../../model/copied-owners';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { type DoubledCopy, doubledCopies } from '../../model/doubled-copies';
import { runsOf, textIn } from '../../model/lookups';
import { chainOf } from '../../model/stage-relations';
import { isUnknownPath, workingDirectoryBefore } from '../../model/working-directory';
import { dockerfileRule } from '../../rule';

type FixName = 'flag' | 'folder';

export default dockerfileRule({
  id: 'metadata-change-doubles-layer',
  chapter: 'layers',
  variants: {
    doubled: {
      severity: 'information',
      message: '`{command}` stores what `{copy}` brought a second time, and every pull carries both',
    },
  },
  fixes: {
    flag: { title: 'Copy with `{flag}` instead', safety: 'behaviour' },
    folder: { title: 'Copy with `{flag}`, and change only the folder itself here', safety: 'behaviour' },
  },
  notes: { copy: 'The files are in this layer too' },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      for (const doubled of doubledCopies(dockerfile, stage)) {
        const at = doubled.command.place.command.range;
        const [copy] = doubled.copies;
        if (copy === undefined) continue;
        report({
          variant: 'doubled',
          at,
          values: { command: textIn(dockerfile, at), copy: textIn(dockerfile, copy.range) },
          related: doubled.copies.map(({ range }) => ({ at: range, note: 'copy' })),
          fixes: mends(dockerfile, stage, doubled),
        });
      }
    }
  },
});

function mends(dockerfile: Dockerfile, stage: Stage, doubled: DoubledCopy): readonly FixOffer<FixName>[] {
  const { command, copies, targets, recursive } = doubled;
  const [target, more] = targets;
  if (target === undefined || more !== undefined || !isAllThatIsThere(dockerfile, stage, doubled, target)) return [];
  const flags = copies.map((copy) => flagFor(dockerfile, stage, doubled, copy));
  const [flag] = flags;
  if (flag === undefined || flags.some((other) => other !== flag)) return [];
  const added = copies.map((copy) => addFlag(copy, flag));
  const offer = (id: FixName, edits: readonly TextEdit[] | undefined): readonly FixOffer<FixName>[] =>
    edits === undefined ? [] : [{ id, values: { flag }, edits: () => [...added, ...edits] }];
  const isThere = recursive && isMadeBefore(stage, target, command.run.range.start);
  return isThere
    ? offer('folder', withoutRecursion(dockerfile, doubled))
    : offer('flag', removeCommand(dockerfile, command));
}

function flagFor(
  dockerfile: Dockerfile,
  stage: Stage,
  { kind, value: { value } }: DoubledCopy,
  copy: DoubledCopy['copies'][number],
): string | undefined {
  if (value === undefined || kind === 'chgrp') return undefined;
  if (kind === 'chown') return ownerFlag(dockerfile, stage, copy, value);
  const mode = /^[augo]*\+x$/.test(value) ? '755' : value;
  return /^0?[0-7]{3}$/.test(mode) ? `--chmod=${mode}` : undefined;
}

/** Folders that are the application's own: nothing of the parent image is in them. */
const ownFolders =
  /^\/(?:app|code|src|work|workspace|site|server|service|project)(?:\/|$)|^\/(?:opt|srv|usr\/src|home\/[^/]+)\/[^/]/;

/**
 * Whether the command changes nothing but what was copied: it is the first of a `RUN` that follows the copies, and no `RUN`
 * above can have put anything there.
 */
function isAllThatIsThere(
  dockerfile: Dockerfile,
  stage: Stage,
  { command, copies, recursive }: DoubledCopy,
  target: string,
): boolean {
  const { run } = command;
  if (run.commands[0] !== command || command.place.enclosing.length > 1 || isUnknownPath(target)) return false;
  const first = Math.min(...copies.map(({ range }) => range.start));
  const { start } = run.range;
  const between = stage.instructions.filter(({ range }) => first < range.start && range.start < start);
  if (between.some(({ keyword }) => keyword === 'RUN' || keyword === 'ONBUILD')) return false;
  if (!recursive) return true;
  if (!ownFolders.test(target) && !isMadeBefore(stage, target, start)) return false;
  return chainOf(stage)
    .flatMap((each) =>
      runsOf(each).map((other) => ({ other, directory: workingDirectoryBefore(each, other.range.start) })),
    )
    .filter(({ other }) => other.range.start < first)
    .every(
      ({ other, directory }) =>
        directory !== target &&
        !directory.startsWith(`${target}/`) &&
        !textIn(dockerfile, other.range).includes(target),
    );
}

/** Whether `WORKDIR` has made a folder: then its owner is root, whatever is copied into it. */
const isMadeBefore = (stage: Stage, folder: string, offset: number): boolean =>
  stage.instructions.some(
    ({ keyword, range }) =>
      keyword === 'WORKDIR' && range.start < offset && workingDirectoryBefore(stage, range.end) === folder,
  );

/** `chown app /app` of `chown -R app /app`. */
function withoutRecursion(dockerfile: Dockerfile, { command }: DoubledCopy): readonly TextEdit[] | undefined {
  const option = command.words.find(({ value }) => value === '-R' || value === '--recursive');
  return option && removeArguments(dockerfile, [option]);
}
