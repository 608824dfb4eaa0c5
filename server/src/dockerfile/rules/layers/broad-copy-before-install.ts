import type { FixOffer } from '../../../engine/rule';
import { installInputs } from '../../../knowledge/install-inputs';
import { swapNeighbours } from '../../edits/swap-neighbours';
import type { Add, Copy, Dockerfile, Stage } from '../../model/dockerfile';
import { type RepeatedInstall, repeatedInstalls } from '../../model/early-copies';
import { textIn } from '../../model/lookups';
import { type PackageOperation, packageOperations } from '../../model/packages';
import { folderOf, pathFrom } from '../../model/paths';
import { directoryOf, setsDirectory, workingDirectoryBefore, writtenPath } from '../../model/working-directory';
import { dockerfileRule } from '../../rule';

type FixName = 'move' | 'split';

export default dockerfileRule({
  id: 'broad-copy-before-install',
  chapter: 'layers',
  variants: {
    project: {
      severity: 'information',
      message:
        'Every change to any file repeats `{install}`: copy the list of dependencies before it, and the rest after it',
    },
    packages: {
      severity: 'information',
      message: 'Every change to any file repeats `{install}`, which reads none of them: `{copy}` belongs below it',
    },
  },
  fixes: {
    move: { title: 'Move it above `{copy}`', safety: 'behaviour' },
    split: { title: 'Copy `{files}` and run `{install}` before `{copy}`', safety: 'behaviour' },
  },
  notes: { copy: 'This layer changes with every file' },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages)
      for (const repeated of repeatedInstalls(dockerfile, stage)) {
        const at = repeated.operation.command.place.command.range;
        const values = { install: textIn(dockerfile, at), copy: textIn(dockerfile, repeated.copy.range) };
        report({
          variant: repeated.project ? 'project' : 'packages',
          at,
          values,
          related: [{ at: repeated.copy.range, note: 'copy' }],
          fixes: mends(dockerfile, stage, repeated),
        });
      }
  },
});

function mends(dockerfile: Dockerfile, stage: Stage, repeated: RepeatedInstall): readonly FixOffer<FixName>[] {
  const { operation, copy, only, movable, project } = repeated;
  const { run } = operation.command;
  if (!only || !movable) return [];
  const edits = project ? undefined : swapNeighbours(dockerfile, copy, run);
  if (edits !== undefined) return [{ id: 'move', edits: () => edits }];
  const files = project ? inputsOf(dockerfile, stage, repeated) : undefined;
  const first = files && copyOf(dockerfile, copy, files);
  const split = first === undefined ? undefined : swapNeighbours(dockerfile, copy, run, first);
  if (files === undefined || split === undefined) return [];
  return [{ id: 'split', values: { files: files.join(' ') }, edits: () => split }];
}

/** The files that the installs of a `RUN` read, beside those that are copied; `undefined` when that is not known. */
function inputsOf(
  dockerfile: Dockerfile,
  stage: Stage,
  { operation, copy }: RepeatedInstall,
): readonly string[] | undefined {
  const { destination, range } = copy;
  const written = destination && writtenPath({ value: undefined, text: destination.value });
  // Where nothing sets the directory, one more relative copy would be one more to put right.
  if (written === undefined || (!written.startsWith('/') && !setsDirectory(stage, range.start))) return undefined;
  const target = pathFrom(workingDirectoryBefore(stage, range.start), written);
  const files = new Set<string>();
  for (const each of packageOperations(operation.command.run)) {
    if (each.action !== 'install' || each.manager.kind === 'system') continue;
    const inputs = inputsOfOne(dockerfile, each, target);
    if (inputs === undefined) return undefined;
    for (const file of inputs) files.add(file);
  }
  return files.size === 0 ? undefined : [...files];
}

function inputsOfOne(
  dockerfile: Dockerfile,
  operation: PackageOperation,
  target: string,
): readonly string[] | undefined {
  const { manager, options, command, packages } = operation;
  const directory = directoryOf(dockerfile, command);
  if (manager.id === 'pip') {
    const lists = options.filter(({ name }) => /^(?:-r|-c|--requirements?|--constraint)$/.test(name));
    if (lists.length === 0) return packages.length > 0 ? [] : undefined;
    const files: string[] = [];
    for (const { value } of lists) {
      const path = value === undefined ? undefined : pathFrom(directory, value);
      if (path === undefined || folderOf(path) !== (target === '/' ? '' : target)) return undefined;
      files.push(path.slice(path.lastIndexOf('/') + 1));
    }
    return files;
  }
  const isElsewhere = options.some(({ name }) => /^(?:-C|--prefix|--workspaces?|-w|-modfile)$/.test(name));
  return isElsewhere || directory !== target ? undefined : installInputs.get(manager.id);
}

/** An instruction like `copy`, with its flags, that copies some files to the same place; `undefined` where it cannot be told. */
function copyOf(dockerfile: Dockerfile, copy: Copy | Add, files: readonly string[]): string | undefined {
  const { destination, sources, flags, range, argumentsRange } = copy;
  if (sources.length !== 1 || destination === undefined || textIn(dockerfile, range).includes('\n')) return undefined;
  if (flags.some(({ name }) => !/^(?:chown|chmod|link)$/.test(name)) || /["'\\`]/.test(destination.text))
    return undefined;
  const head = dockerfile.text.slice(range.start, argumentsRange.start);
  const folder = destination.text.replace(/^\.\/?$/, './').replace(/(?<!\/)$/, '/');
  return copy.json ? undefined : `${head}${files.join(' ')} ${folder}`;
}
