import { needsSource } from '../../knowledge/install-inputs';
import { cleanedBy, coversDirectory, installsProject } from '../../knowledge/package-commands';
import type { Add, Copy, Dockerfile, Run, Stage } from './dockerfile';
import { runsOf } from './lookups';
import { type PackageOperation, packageOperations } from './packages';
import { removalOf } from './removals';
import { chainOf } from './stage-relations';

/** An install that is done again whenever any file of the build context changes. */
export interface RepeatedInstall {
  readonly operation: PackageOperation;
  /** The instruction that copies everything, the last one above. */
  readonly copy: Copy | Add;
  /** Nothing else above copies everything. */
  readonly only: boolean;
  /** It reads what lists the project's dependencies; else it names its packages and reads no file at all. */
  readonly project: boolean;
  /** Nothing in its `RUN` needs any other file. */
  readonly movable: boolean;
}

/**
 * The installs of a stage below an instruction that copies everything: the first of each `RUN`. Those of which the mounts keep the
 * downloads, or have the files, are not among them.
 */
export function repeatedInstalls(dockerfile: Dockerfile, stage: Stage): readonly RepeatedInstall[] {
  const found: RepeatedInstall[] = [];
  const before = new Set(chainOf(stage).slice(0, -1).flatMap(runsOf).flatMap(projectManagers));
  let copy: Copy | Add | undefined;
  let count = 0;
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
      if (!copiesEverything(instruction)) continue;
      copy = instruction;
      count += 1;
    }
    if (instruction.keyword !== 'RUN') continue;
    if (copy === undefined) {
      for (const manager of projectManagers(instruction)) before.add(manager);
      continue;
    }
    if (instruction.mounts.some(({ type, from }) => type === 'cache' || (type === 'bind' && from === undefined)))
      continue;
    const movable = isMovable(dockerfile, instruction);
    const operations = packageOperations(instruction);
    const project = operations.find(isOfProject);
    const operation = project ?? (movable ? operations.find(namesPackages) : undefined);
    if (operation === undefined || (project !== undefined && before.has(project.manager.id))) continue;
    found.push({ operation, copy, only: count === 1, project: project !== undefined, movable });
  }
  return found;
}

/** `COPY . .` and the like: what is copied changes with every change of any file. */
const copiesEverything = (transfer: Copy | Add): boolean =>
  !(transfer.keyword === 'COPY' && transfer.from !== undefined) &&
  transfer.sources.some(({ value }) => /^(?:\.\/?|(?:\.\/)?\*|\/)$/.test(value));

const projectManagers = (run: Run): readonly string[] =>
  packageOperations(run)
    .filter(isOfProject)
    .map(({ manager }) => manager.id);

const isOfProject = ({ words }: PackageOperation): boolean =>
  installsProject(words) && !needsSource.has(words.subcommand);

/** Whether every command installs packages or belongs to that: then only what lists the packages is read. */
function isMovable(dockerfile: Dockerfile, run: Run): boolean {
  const operations = new Map(packageOperations(run).map((operation) => [operation.command, operation]));
  const managers = [...operations.values()].map(({ manager }) => manager);
  return run.commands.every((command) => {
    if (command.name === 'set') return true;
    const operation = operations.get(command);
    if (operation !== undefined)
      return (
        /^(?:update|upgrade)$/.test(operation.action) ||
        cleanedBy(operation.words) !== undefined ||
        isOfProject(operation) ||
        namesPackages(operation)
      );
    const removal = removalOf(dockerfile, command);
    if (removal === undefined || removal.unknown || removal.patterns.length > 0) return false;
    const directories = managers.flatMap(({ indexDirectories, cacheDirectories }) => [
      ...indexDirectories,
      ...cacheDirectories,
      '/tmp',
      '/var/tmp',
    ]);
    return removal.paths.every((path) => directories.some((directory) => coversDirectory(directory, path)));
  });
}

/** Whether an install names packages, and no files that something must have brought. */
const namesPackages = ({ action, packages, options }: PackageOperation): boolean =>
  action === 'install' &&
  packages.length > 0 &&
  packages.every(({ value }) => value !== undefined && !isFile(value)) &&
  !options.some(({ name }) => fileOptions.has(name));

const isFile = (word: string): boolean =>
  /^(?:\.{0,2}\/|\.$|\.\.$|file:|~)/.test(word) ||
  (!word.includes('://') && /\.(?:deb|rpm|apk|whl|tgz|tar\.\w+|gem|zip)$/.test(word));

const fileOptions: ReadonlySet<string> = new Set([
  ...['-r', '--requirement', '--requirements', '-c', '--constraint', '--constraints', '-e', '--editable', '-f'],
  ...['--file', '--find-links', '--prefix', '--config-file', '--keys-dir', '--repositories-file', '--config'],
]);
