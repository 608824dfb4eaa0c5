import type { FixOffer } from '../../../engine/rule';
import { contains, replacement } from '../../../engine/text';
import { readOptions } from '../../../shell/options';
import { jsonArray } from '../../../shell/quote';
import { insertInstruction } from '../../edits/insert-instruction';
import { keywordFor } from '../../edits/keyword';
import { removeCommands } from '../../edits/remove-command';
import type { Dockerfile, RunCommand } from '../../model/dockerfile';
import { runsOf, textIn } from '../../model/lookups';
import { folderOf, pathFrom } from '../../model/paths';
import { movedBy, removalOf } from '../../model/removals';
import { isPosixShell } from '../../model/shell-in-force';
import { directoryOf } from '../../model/working-directory';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'shell-symlink',
  chapter: 'layers',
  variants: {
    replaced: {
      severity: 'warning',
      equals: ['hadolint/DL4005'],
      message: '`{command}` gives every script of the image another `/bin/sh`: `SHELL` changes that of the build alone',
    },
  },
  fixes: {
    shell: { title: 'Write `{shell}` instead', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const command of dockerfile.stages.flatMap(runsOf).flatMap(({ commands }) => commands)) {
      const program = linkedShell(dockerfile, command);
      if (program === undefined) continue;
      const at = command.place.command.range;
      report({
        variant: 'replaced',
        at,
        values: { command: textIn(dockerfile, at) },
        fixes: mends(dockerfile, command, program),
      });
    }
  },
});

const isShell = (path: string | undefined): boolean => path === '/bin/sh' || path === '/usr/bin/sh';

/** The program that `ln` puts in the place of `/bin/sh`; none for what distributions have there themselves. */
function linkedShell(dockerfile: Dockerfile, command: RunCommand): string | undefined {
  if (command.name !== 'ln') return undefined;
  const { operands } = readOptions(command.words, { valued: ['-t', '-S', '--target-directory', '--suffix'] });
  const [target, link, more] = operands;
  if (target?.value === undefined || link?.value === undefined || more !== undefined) return undefined;
  const path = pathFrom(directoryOf(dockerfile, command), link.value);
  const program = pathFrom(folderOf(path), target.value);
  const name = program.slice(program.lastIndexOf('/') + 1);
  return isShell(path) && isPosixShell(name) && !/^(?:dash|ash|sh)$/.test(name) ? program : undefined;
}

function mends(dockerfile: Dockerfile, command: RunCommand, program: string): readonly FixOffer<'shell'>[] {
  const { run } = command;
  if (run.onbuild !== undefined || run.command.form !== 'shell' || run.command.shell.words[0] !== '/bin/sh') return [];
  const others = removalsBefore(dockerfile, command);
  const removed = others && removeCommands(dockerfile, [...others, command], 'above');
  if (removed === undefined) return [];
  const written = `${keywordFor(dockerfile, 'SHELL')} ${jsonArray([program, '-c'])}`;
  const isWhole = removed.some(({ range }) => contains(range, run.range));
  const hasComments = run.innerComments.length > 0 || run.scripts.some(({ comments }) => comments.length > 0);
  if (isWhole && hasComments) return [];
  return [
    {
      id: 'shell',
      values: { shell: written },
      edits: () =>
        isWhole
          ? [replacement(run.range, written)]
          : [...removed, ...insertInstruction(dockerfile, { after: run }, written)],
    },
  ];
}

/** The commands of the `RUN` that take the old `/bin/sh` away first; `undefined` where that is moved, or more goes with it. */
function removalsBefore(dockerfile: Dockerfile, { run }: RunCommand): readonly RunCommand[] | undefined {
  const found: RunCommand[] = [];
  for (const command of run.commands) {
    if (command.name === 'mv' && movedBy(dockerfile, command).paths.some(isShell)) return undefined;
    const removal = removalOf(dockerfile, command);
    if (removal === undefined || !removal.paths.some(isShell)) continue;
    if (removal.unknown || removal.patterns.length > 0 || !removal.paths.every(isShell)) return undefined;
    found.push(command);
  }
  return found;
}
