import { isTextFile } from '../../knowledge/file-names';
import { cleanedBy } from '../../knowledge/package-commands';
import { pathsOf } from './copied-paths';
import type { Add, Copy, Dockerfile, Run, RunCommand, Stage } from './dockerfile';
import { downloadOf } from './downloads';
import {
  directoriesOf,
  isMounted,
  type Leftover,
  leftBehind,
  type PackageOperation,
  packageOperations,
  removes,
  sharesIndex,
  writtenBy,
} from './packages';
import { pathFrom } from './paths';
import { type PlacedFile, PlacedFiles } from './placed-files';
import { remembered } from './remembered';
import { movedBy, removalOf } from './removals';
import { workingDirectoryBefore, writtenPath } from './working-directory';

/** A command that removes what an earlier layer holds: from there it cannot be taken out again. */
export interface LateCleanup {
  readonly command: RunCommand;
  readonly removes: readonly LeftEarlier[];
}

/** The index or the downloads of a package manager. */
export interface PackageLeftover {
  readonly kind: 'leftover';
  readonly operation: PackageOperation;
  readonly leftover: Leftover;
}

/** What an earlier instruction of the stage left behind. */
export type LeftEarlier =
  | PackageLeftover
  | { readonly kind: 'packages'; readonly operation: PackageOperation }
  | { readonly kind: 'download'; readonly command: RunCommand; readonly path: string }
  | { readonly kind: 'copied'; readonly transfer: Copy | Add; readonly path: string };

/** The cleanups of a stage that come too late, in source order. What `ONBUILD` triggers is not looked at. */
export function lateCleanups(dockerfile: Dockerfile, stage: Stage): readonly LateCleanup[] {
  const known = knownCleanups(dockerfile);
  const before = known.get(stage);
  if (before !== undefined) return before;
  const reading = new StageReading(dockerfile, stage);
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') reading.copy(instruction);
    else if (instruction.keyword === 'RUN') reading.run(instruction);
    // What is in the home of one user is not in that of another.
    else if (instruction.keyword === 'USER') reading.changeUser();
  }
  known.set(stage, reading.found);
  return reading.found;
}

const knownCleanups = remembered((_: Dockerfile) => new Map<Stage, readonly LateCleanup[]>());

/** Whether what an operation leaves is cleaned up in a later `RUN` of its stage. */
export const isCleanedLate = (
  dockerfile: Dockerfile,
  stage: Stage,
  { command, manager }: PackageOperation,
  leftover: Leftover,
): boolean =>
  (leftoversByRun(lateCleanups(dockerfile, stage)).get(command.run) ?? []).some(
    (left) => left.leftover === leftover && sharesIndex(left.operation.manager, manager),
  );

const leftoversByRun = remembered((cleanups: readonly LateCleanup[]): ReadonlyMap<Run, readonly PackageLeftover[]> => {
  const byRun = new Map<Run, PackageLeftover[]>();
  for (const left of cleanups.flatMap(({ removes }) => removes)) {
    if (left.kind !== 'leftover') continue;
    const { run } = left.operation.command;
    byRun.set(run, [...(byRun.get(run) ?? []), left]);
  }
  return byRun;
});

type Origin =
  | { readonly kind: 'download'; readonly command: RunCommand; readonly run: Run }
  | { readonly kind: 'copied'; readonly transfer: Copy | Add; readonly run: undefined };

/** What lies around while a stage is read from top to bottom. */
class StageReading {
  readonly found: LateCleanup[] = [];
  private readonly leftovers = new Map<string, PackageLeftover>();
  private readonly packages = new Map<string, PackageOperation>();
  private readonly files = new PlacedFiles<Origin>();

  constructor(
    private readonly dockerfile: Dockerfile,
    private readonly stage: Stage,
  ) {}

  copy(transfer: Copy | Add): void {
    const { destination, range } = transfer;
    const written = destination && writtenPath({ value: undefined, text: destination.value });
    if (written === undefined) return;
    const target = pathFrom(workingDirectoryBefore(this.stage, range.start), written);
    for (const { path, source } of pathsOf(transfer, target))
      if (!isTextFile(source.value)) this.files.place(path, { kind: 'copied', transfer, run: undefined });
  }

  changeUser(): void {
    for (const [key, { leftover }] of this.leftovers) if (leftover === 'cache') this.leftovers.delete(key);
  }

  run(run: Run): void {
    const operations = new Map(packageOperations(run).map((operation) => [operation.command, operation]));
    for (const command of run.commands) {
      const operation = operations.get(command);
      const earlier = [
        ...this.removed(command),
        ...(operation === undefined ? [] : [...this.cleaned(operation), ...this.uninstalled(operation)]),
      ].filter((left) => runOf(left) !== run);
      if (earlier.length > 0) this.found.push({ command, removes: earlier });
      if (operation !== undefined) this.operate(operation);
      for (const path of downloadOf(this.dockerfile, command)?.files ?? [])
        if (!isMounted(run, path)) this.files.place(path, { kind: 'download', command, run });
    }
    this.endRun(run);
  }

  private removed(command: RunCommand): readonly LeftEarlier[] {
    // What was moved away is no longer there to be removed.
    if (command.name === 'mv') this.files.take(movedBy(this.dockerfile, command));
    const removal = removalOf(this.dockerfile, command);
    if (removal === undefined && command.name !== 'find') return [];
    const leftovers = this.takeLeftovers(command, ({ operation, leftover }) =>
      directoriesOf(operation.manager, leftover).some(
        (directory) => removes(command, directory) && !isMounted(command.run, directory),
      ),
    );
    const files = removal === undefined ? [] : this.files.take(removal);
    return [...leftovers, ...files.filter(({ path }) => !isMounted(command.run, path)).map(leftFile)];
  }

  private cleaned({ manager, words, command }: PackageOperation): readonly LeftEarlier[] {
    const what = cleanedBy(words);
    if (what === undefined) return [];
    return this.takeLeftovers(
      command,
      ({ operation, leftover }) =>
        (what === 'both' || what === leftover) &&
        (operation.manager === manager || sharesIndex(operation.manager, manager)),
    );
  }

  private takeLeftovers(cleaning: RunCommand, concerns: (left: PackageLeftover) => boolean): readonly LeftEarlier[] {
    const taken = [...this.leftovers].filter(([, left]) => concerns(left) && !isUsedAfter(left.operation, cleaning));
    for (const [key] of taken) this.leftovers.delete(key);
    return taken.map(([, left]) => left);
  }

  private uninstalled({ action, packages, manager, words }: PackageOperation): readonly LeftEarlier[] {
    if (action !== 'remove') return [];
    const removed = new Set<PackageOperation>();
    for (const { value } of packages) {
      const installed = value === undefined ? undefined : this.packages.get(`${manager.kind} ${value}`);
      if (installed !== undefined && sharesIndex(installed.manager, words.manager)) removed.add(installed);
    }
    return [...removed].map((operation) => ({ kind: 'packages', operation }));
  }

  private operate(operation: PackageOperation): void {
    // A cleaning is for what was left last, also by another package manager that shares the index.
    for (const leftover of writtenBy(this.dockerfile, operation)) {
      for (const [key, left] of this.leftovers)
        if (left.leftover === leftover && sharesIndex(left.operation.manager, operation.manager))
          this.leftovers.delete(key);
      this.leftovers.set(`${operation.manager.id} ${leftover}`, { kind: 'leftover', operation, leftover });
    }
    if (operation.action !== 'install') return;
    const { manager, packages, options } = operation;
    const group = options.find(({ name }) => manager.id === 'apk' && (name === '-t' || name === '--virtual'))?.value;
    for (const name of [...packages.map(({ value }) => value?.replace(/[=<>~].*$/, '')), group])
      if (name !== undefined && name !== '') this.packages.set(`${manager.kind} ${name}`, operation);
  }

  /** What a package manager left is there only when nothing in the same `RUN` cleaned it up. */
  private endRun(run: Run): void {
    for (const [key, { operation, leftover }] of this.leftovers)
      if (operation.command.run === run && !leftBehind(this.dockerfile, operation).includes(leftover))
        this.leftovers.delete(key);
  }
}

/** Whether the package manager goes on after it was cleaned up: then it was not for the size, but to start afresh. */
const isUsedAfter = ({ manager }: PackageOperation, { run, place }: RunCommand): boolean =>
  packageOperations(run).some(
    ({ action, manager: other, command }) =>
      (action === 'update' || action === 'install' || action === 'upgrade') &&
      command.place.command.range.start > place.command.range.start &&
      sharesIndex(other, manager),
  );

const leftFile = ({ path, origin }: PlacedFile<Origin>): LeftEarlier =>
  origin.kind === 'download'
    ? { kind: 'download', command: origin.command, path }
    : { kind: 'copied', transfer: origin.transfer, path };

/** The `RUN` that left it; `undefined` for what was copied. */
function runOf(left: LeftEarlier): Run | undefined {
  if (left.kind === 'copied') return undefined;
  return left.kind === 'download' ? left.command.run : left.operation.command.run;
}
