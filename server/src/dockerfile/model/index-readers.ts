import type { Dockerfile, Stage } from './dockerfile';
import { runsOf } from './lookups';
import { type PackageOperation, packageOperations, sharesIndex, updateBefore } from './packages';

/** Whether an install reads the index that another operation, further up, has fetched. */
export const readsIndexOf = (install: PackageOperation, { manager }: PackageOperation): boolean =>
  install.action === 'install' &&
  install.manager.needsUpdate &&
  sharesIndex(install.manager, manager) &&
  updateBefore(install) === undefined;

/** Whether an install in a `RUN` further down, here or in a stage that is built from this one, reads an operation's index. */
export function isIndexReadLater(dockerfile: Dockerfile, stage: Stage, operation: PackageOperation): boolean {
  const { end } = operation.command.run.range;
  return (
    runsOf(stage).some(
      (run) => run.range.start > end && packageOperations(run).some((other) => readsIndexOf(other, operation)),
    ) ||
    dockerfile.stages.some(
      (child) =>
        child.parent.kind === 'stage' && child.parent.stage === stage && isIndexReadLater(dockerfile, child, operation),
    )
  );
}
