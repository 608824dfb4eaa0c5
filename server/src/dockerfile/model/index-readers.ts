import type { Dockerfile, Stage } from './dockerfile';
import { runsOf } from './lookups';
import { type PackageOperation, packageOperations, sharesIndex, updateBefore } from './packages';
import { remembered } from './remembered';

/** Whether an install reads the index that another operation, further up, has fetched. */
export const readsIndexOf = (install: PackageOperation, { manager }: PackageOperation): boolean =>
  readsEarlierIndex(install) && sharesIndex(install.manager, manager);

const readsEarlierIndex = (install: PackageOperation): boolean =>
  install.action === 'install' && install.manager.needsUpdate && updateBefore(install) === undefined;

/** Whether an install in a `RUN` further down, here or in a stage that is built from this one, reads an operation's index. */
export function isIndexReadLater(dockerfile: Dockerfile, stage: Stage, operation: PackageOperation): boolean {
  const { end } = operation.command.run.range;
  const isRead = ({ manager }: PackageOperation): boolean => sharesIndex(manager, operation.manager);
  return (
    lastReaders(stage).some((reader) => reader.command.run.range.start > end && isRead(reader)) ||
    (readersBelow(dockerfile).get(stage) ?? []).some(isRead)
  );
}

/** The last install of each package manager in a stage that reads an index from further up. */
const lastReaders = remembered((stage: Stage): readonly PackageOperation[] =>
  eachLast(runsOf(stage).flatMap(packageOperations).filter(readsEarlierIndex)),
);

/** The same of the stages that are built from a stage, directly or through others. */
const readersBelow = remembered((dockerfile: Dockerfile): ReadonlyMap<Stage, readonly PackageOperation[]> => {
  const below = new Map<Stage, readonly PackageOperation[]>();
  for (const stage of [...dockerfile.stages].reverse()) {
    if (stage.parent.kind !== 'stage') continue;
    const parent = stage.parent.stage;
    below.set(parent, eachLast([...(below.get(parent) ?? []), ...lastReaders(stage), ...(below.get(stage) ?? [])]));
  }
  return below;
});

const eachLast = (operations: readonly PackageOperation[]): readonly PackageOperation[] => [
  ...new Map(operations.map((operation) => [operation.manager, operation])).values(),
];
