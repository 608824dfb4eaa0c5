import type { Add, Copy, Dockerfile, Run, Stage } from './dockerfile';
import { instructionsOf, stageOf } from './lookups';
import { remembered } from './remembered';
import { chainOf } from './stage-relations';

/** What says that a lock file is there. */
export interface LockFileEvidence {
  /** The name of the lock file, or the pattern that may bring it. */
  readonly name: string;
  /** It is named, and not only one of the files that a pattern may fit. */
  readonly sure: boolean;
}

/**
 * Whether one of the lock files of a package manager is copied above a `RUN`, or mounted for it; what names one beats what may
 * bring it.
 */
export function lockFileFor(
  dockerfile: Dockerfile,
  run: Run,
  lockFiles: readonly string[],
): LockFileEvidence | undefined {
  const stage = stageOf(dockerfile, run);
  const mounted = run.mounts
    .flatMap(({ type, source, from }) => (type === 'bind' && from === undefined && source ? [lastPart(source)] : []))
    .find((name) => lockFiles.includes(name));
  if (mounted !== undefined) return { name: mounted, sure: true };
  const { named, pattern } = stage === undefined ? {} : firstCopies(stage, lockFiles);
  const start = run.range.start;
  if (named !== undefined && named.start < start) return { name: named.name, sure: true };
  return pattern !== undefined && pattern.start < start ? { name: pattern.name, sure: false } : undefined;
}

interface CopiedName {
  readonly name: string;
  readonly start: number;
}

interface FirstCopies {
  readonly named?: CopiedName | undefined;
  readonly pattern?: CopiedName | undefined;
}

/** Where a stage, or one that it is built from, first copies one of some lock files. */
function firstCopies(stage: Stage, lockFiles: readonly string[]): FirstCopies {
  const known = knownCopies(stage);
  const key = lockFiles.join();
  const before = known.get(key);
  if (before !== undefined) return before;
  const names = copiedNames(stage);
  const found: FirstCopies = {
    named: names.find(({ name }) => lockFiles.includes(name)),
    pattern: names.find(({ name }) => isPatternFor(name, lockFiles)),
  };
  known.set(key, found);
  return found;
}

const knownCopies = remembered((_: Stage) => new Map<string, FirstCopies>());

/** The names of what a stage, and those that it is built from, copy, with where they do. */
const copiedNames = remembered((stage: Stage): readonly CopiedName[] =>
  chainOf(stage)
    .flatMap((each): readonly (Copy | Add)[] => [...instructionsOf(each, 'COPY'), ...instructionsOf(each, 'ADD')])
    .flatMap(({ sources, range: { start } }) => sources.map(({ value }) => ({ name: lastPart(value), start }))),
);

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a pattern fits a lock file, and not every file. */
function isPatternFor(name: string, lockFiles: readonly string[]): boolean {
  if (!/[*?[]/.test(name) || !/\w/.test(name) || name.length > longestPattern) return false;
  const parts = name.split(/\*+/);
  if (parts.length > mostStars || /[[\]]/.test(name)) return false;
  const written = parts.map((part) => part.replace(/[.+^$|(){}\\]/g, '\\$&').replaceAll('?', '.')).join('.*');
  const pattern = new RegExp(`^${written}$`);
  return lockFiles.some((file) => pattern.test(file));
}

/** Longer ones are not worth the time that they take. */
const longestPattern = 100;
const mostStars = 5;
