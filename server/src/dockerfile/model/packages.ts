import type { CommandOption } from '../../knowledge/command-options';
import {
  cleanedBy,
  coversDirectory,
  isSatisfied,
  type PackageCommand,
  readPackageCommand,
} from '../../knowledge/package-commands';
import type { OptionChoice, PackageAction, PackageManager } from '../../knowledge/package-managers';
import type { Argument } from '../../shell/command-line';
import type { Dockerfile, Run, RunCommand, Stage } from './dockerfile';
import { lineageOf } from './lineage';
import { stageOf } from './lookups';
import { remembered } from './remembered';
import { variableFor } from './variables';

/** A call of a package manager in a `RUN`. */
export interface PackageOperation {
  readonly manager: PackageManager;
  readonly action: PackageAction;
  readonly command: RunCommand;
  /** The word behind which options of the subcommand go; the program's own when there is no subcommand (`yarn`). */
  readonly subcommand: Argument;
  /** Their indexes count in `command.words`. */
  readonly options: readonly CommandOption[];
  /** What is neither option nor an option's value: packages, files, paths. */
  readonly packages: readonly Argument[];
  /** The same as plain words, for the questions that knowledge/package-commands.ts answers. */
  readonly words: PackageCommand;
}

/** Part of what a package manager leaves in a layer. */
export type Leftover = 'index' | 'cache';

/** Every call of a package manager in a `RUN`, in source order. */
export const packageOperations = remembered((run: Run): readonly PackageOperation[] =>
  run.commands.flatMap((command) => operationOf(command) ?? []),
);

function operationOf(command: RunCommand): PackageOperation | undefined {
  const words = readPackageCommand(command.words.map(({ value }) => value));
  if (words === undefined) return undefined;
  const { manager, action, options, operands, subcommandEnd } = words;
  const subcommand = command.words[Math.min(subcommandEnd, command.words.length) - 1];
  if (subcommand === undefined) return undefined;
  const packages = operands.flatMap(({ index }) => command.words[index] ?? []);
  return { manager, action, command, subcommand, options, packages, words };
}

/** Whether two package managers read the same index, as `apt` and `apt-get` do. */
export const sharesIndex = (one: PackageManager, other: PackageManager): boolean =>
  one === other || one.indexDirectories.some((directory) => other.indexDirectories.includes(directory));

/** The last refresh of the index that an operation reads, earlier in the same `RUN`; or the operation itself, if it does. */
export function updateBefore(operation: PackageOperation): PackageOperation | undefined {
  if (operation.words.refreshes) return operation;
  const start = startOf(operation.command);
  return refreshesOf(operation.command.run).findLast(
    (other) => startOf(other.command) < start && sharesIndex(other.manager, operation.manager),
  );
}

const refreshesOf = remembered((run: Run): readonly PackageOperation[] =>
  packageOperations(run).filter(({ words }) => words.refreshes),
);

/** The installs of the same `RUN` that read the index that an update has fetched. */
export const installsAfter = (update: PackageOperation): readonly PackageOperation[] =>
  packageOperations(update.command.run).filter(
    ({ action, manager, command }) =>
      (action === 'install' || action === 'upgrade') &&
      startOf(command) > startOf(update.command) &&
      sharesIndex(manager, update.manager),
  );

const startOf = (command: RunCommand): number => command.place.command.range.start;

/** Whether a `cache` or `tmpfs` mount keeps what is written to a directory out of the layer. */
export const isMounted = (run: Run, directory: string): boolean =>
  run.mounts.some(
    ({ type, target }) =>
      (type === 'cache' || type === 'tmpfs') && target !== undefined && coversDirectory(target, directory),
  );

/**
 * Whether the options, the environment or a configuration file written earlier in the stage already say what `choice`
 * asks for.
 */
export function isChosen(dockerfile: Dockerfile, operation: PackageOperation, choice: OptionChoice): boolean {
  const environment = Object.fromEntries(
    (choice.environment ?? []).map(({ name }) => [name, variableFor(dockerfile, operation.command, name)?.value]),
  );
  if (isSatisfied(choice, operation.words, environment)) return true;
  return choice.configuration !== undefined && isConfigured(dockerfile, operation.command, choice.configuration);
}

/** Whether the stage, or one that it is built from, holds a configuration's text above a command. */
function isConfigured(dockerfile: Dockerfile, { place, run }: RunCommand, pattern: RegExp): boolean {
  const own = stageOf(dockerfile, run);
  if (own === undefined) return false;
  return lineageOf(own).some((stage) => {
    const found = firstMatch(dockerfile, stage, pattern);
    return found !== -1 && (stage !== own || found < place.command.range.start);
  });
}

/** Offset of the first match in a stage's text; -1 for none. */
function firstMatch({ text }: Dockerfile, stage: Stage, pattern: RegExp): number {
  const known = matchesIn(stage);
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const index = text.slice(stage.range.start, stage.range.end).search(pattern);
  const found = index === -1 ? -1 : stage.range.start + index;
  known.set(pattern, found);
  return found;
}

const matchesIn = remembered((_: Stage) => new Map<RegExp, number>());

/**
 * What an update, an install or an upgrade leaves in its layer: not what an option or the environment keeps it from
 * writing, what a mount takes, or what is cleaned later in the same `RUN`.
 */
export const leftBehind = (dockerfile: Dockerfile, operation: PackageOperation): readonly Leftover[] =>
  writtenBy(dockerfile, operation).filter((leftover) => !isCleaned(operation, leftover));

/** The same with what is cleaned later in the same `RUN`. */
export function writtenBy(dockerfile: Dockerfile, operation: PackageOperation): readonly Leftover[] {
  const { manager, action, command } = operation;
  if (action !== 'update' && action !== 'install' && action !== 'upgrade') return [];
  if (manager.noCache !== undefined && isChosen(dockerfile, operation, manager.noCache)) return [];
  return leavings(operation).filter(
    (leftover) => !directoriesOf(manager, leftover).some((directory) => isMounted(command.run, directory)),
  );
}

function leavings({ manager, action, words }: PackageOperation): readonly Leftover[] {
  const { leaves } = manager;
  const index: readonly Leftover[] = leaves === 'index' || leaves === 'both' ? ['index'] : [];
  const cache: readonly Leftover[] = leaves === 'cache' || leaves === 'both' ? ['cache'] : [];
  if (action === 'update') return index;
  // The index of a manager that must be told to fetch it is there because of the update, not of the install.
  return manager.needsUpdate && !words.refreshes ? cache : [...index, ...cache];
}

/** Where a package manager keeps what it leaves. */
export const directoriesOf = (manager: PackageManager, leftover: Leftover): readonly string[] =>
  leftover === 'index' ? manager.indexDirectories : manager.cacheDirectories;

/** Whether something later in the same `RUN` takes away what an operation left: a `clean` or an `rm`. */
export function isCleaned({ manager, command }: PackageOperation, leftover: Leftover): boolean {
  const { cleans, removals } = cleaningsOf(command.run);
  const start = startOf(command);
  const cleaned = [...cleans].some(
    ([other, ends]) => ends[leftover] > start && (other === manager || sharesIndex(other, manager)),
  );
  return (
    cleaned ||
    directoriesOf(manager, leftover).some((directory) => lastRemoval(removals, command.run, directory) > start)
  );
}

interface Cleanings {
  /** Where each package manager is last told to clean up. */
  readonly cleans: ReadonlyMap<PackageManager, Readonly<Record<Leftover, number>>>;
  /** Where each directory is last removed, as far as it was asked for. */
  readonly removals: Map<string, number>;
}

const cleaningsOf = remembered((run: Run): Cleanings => {
  const cleans = new Map<PackageManager, Record<Leftover, number>>();
  for (const { manager, words, command } of packageOperations(run)) {
    const what = cleanedBy(words);
    if (what === undefined) continue;
    const ends = cleans.get(manager) ?? { index: -1, cache: -1 };
    if (what !== 'cache') ends.index = startOf(command);
    if (what !== 'index') ends.cache = startOf(command);
    cleans.set(manager, ends);
  }
  return { cleans, removals: new Map() };
});

function lastRemoval(removals: Map<string, number>, { commands }: Run, directory: string): number {
  const known = removals.get(directory);
  if (known !== undefined) return known;
  const last = commands.findLast((command) => removes(command, directory));
  const found = last === undefined ? -1 : startOf(last);
  removals.set(directory, found);
  return found;
}

/** Whether a command deletes what is in a directory: `rm -rf /directory/*`, `find /directory -delete`. */
export function removes({ name, words }: RunCommand, directory: string): boolean {
  if (name !== 'rm' && name !== 'find') return false;
  if (name === 'find' && !words.some(({ value }) => value === '-delete' || value === 'rm')) return false;
  return words.slice(1).some(({ text }) => {
    if (text.startsWith('-')) return false;
    return alternatives(text.replace(/["']/g, '')).some((path) =>
      coversDirectory(path.replace(/\/\*[^/]*$/, '/*'), directory),
    );
  });
}

const mostAlternatives = 64;

/** A path with its first braces, `{a,b}`, written out, again and again. */
export function alternatives(path: string): readonly string[] {
  let paths = [path];
  for (;;) {
    const next = paths.flatMap((one) => {
      const match = /^([^{}]*)\{([^{}]*,[^{}]*)\}(.*)$/.exec(one);
      return match === null ? [one] : (match[2] ?? '').split(',').map((part) => `${match[1]}${part}${match[3]}`);
    });
    if (next.length === paths.length || next.length > mostAlternatives) return paths;
    paths = next;
  }
}
