import type { TextEdit } from '../../../engine/text';
import { installsProject } from '../../../knowledge/package-commands';
import { replaceArgument } from '../../edits/argument';
import { addPackageOption } from '../../edits/package-option';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { lockFileFor } from '../../model/lock-files';
import { runsOf, textIn } from '../../model/lookups';
import { type PackageOperation, packageOperations } from '../../model/packages';
import { chainOf } from '../../model/stage-relations';
import { unknownOptions } from '../../model/unknown-options';
import { variableFor } from '../../model/variables';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'reproducible-install',
  chapter: 'layers',
  variants: {
    lock: {
      severity: 'information',
      message: '`{install}` may install other versions than `{lock}` says: `{reproducible}` installs those, or fails',
    },
    pattern: {
      severity: 'hint',
      message:
        '`{install}` may install other versions than a lock file that `{lock}` brings: `{reproducible}` does not',
    },
  },
  fixes: {
    hold: { title: 'Hold to the lock file: `{reproducible}`', safety: 'behaviour' },
    confirm: { title: 'Hold to the lock file, if there is one: `{reproducible}`', safety: 'placeholder' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages)
      for (const operation of runsOf(stage).flatMap(packageOperations)) {
        const { manager, command } = operation;
        const lock = lockFileFor(dockerfile, command.run, manager.lockFiles ?? []);
        if (lock === undefined || !isFree(dockerfile, operation)) continue;
        const held = heldToLock(dockerfile, stage, operation);
        if (held === undefined) continue;
        const { edits, written } = held;
        const at = command.place.command.range;
        report({
          variant: lock.sure ? 'lock' : 'pattern',
          at,
          values: { install: textIn(dockerfile, at), lock: lock.name, reproducible: written },
          fixes: lock.sure
            ? [{ id: 'hold', edits: () => edits }]
            : [{ id: 'confirm', edits: () => edits.map(withPlaceholder) }],
        });
      }
  },
});

/** Options that say what to do with the lock file, or that the install is for another folder. */
const otherwise =
  /^--(?:no-(?:package-lock|lockfile|frozen-lockfile|immutable|frozen)|package-lock(?:-only)?|lockfile-only|skip-lock|upgrade|global|prefix|cwd|dir|directory|project)$|^-[gC]$/;

/** Whether an install of the project's dependencies is free to look for newer versions than the lock file has. */
function isFree(dockerfile: Dockerfile, { manager, words, options, command }: PackageOperation): boolean {
  const { reproducible } = manager;
  if (reproducible === undefined || !installsProject(words) || unknownOptions(dockerfile, command)) return false;
  if (reproducible.subcommands?.includes(words.subcommand) === true) return false;
  if (options.some(({ name }) => reproducible.options?.includes(name) === true || otherwise.test(name))) return false;
  return !(reproducible.environment ?? []).some(({ name, value }) =>
    value.test(variableFor(dockerfile, command, name)?.value ?? ''),
  );
}

interface HeldToLock {
  readonly edits: readonly TextEdit[];
  /** What then is written, in short. */
  readonly written: string;
}

function heldToLock(dockerfile: Dockerfile, stage: Stage, operation: PackageOperation): HeldToLock | undefined {
  const { manager, words, subcommand } = operation;
  const { replace, insert } = manager.reproducible ?? {};
  if (replace !== undefined) {
    const edits = replaceArgument(dockerfile, subcommand, [replace]);
    return edits && { edits, written: `${words.command} ${replace}` };
  }
  const option = manager.id === 'yarn' && isModernYarn(dockerfile, stage) ? '--immutable' : insert;
  const edits = option === undefined ? undefined : addPackageOption(dockerfile, operation, option);
  const written = [words.command, words.subcommand, option].filter((word) => word !== '').join(' ');
  return edits && { edits, written };
}

/** What only the versions of Yarn from 2 on have. */
const isModernYarn = (dockerfile: Dockerfile, stage: Stage): boolean =>
  chainOf(stage).some(({ range }) =>
    /\.yarnrc\.yml|\.yarn\b|\bcorepack\b|\byarn set version\b/.test(textIn(dockerfile, range)),
  );

/** What is written is looked at by a person. */
function withPlaceholder(edit: TextEdit): TextEdit {
  const start = edit.newText.length - edit.newText.trimStart().length;
  return { ...edit, placeholders: [{ start, end: edit.newText.length }] };
}
