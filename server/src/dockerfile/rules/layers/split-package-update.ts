import type { FixOffer } from '../../../engine/rule';
import { joinRuns } from '../../edits/join-runs';
import { moveCommandInto } from '../../edits/move-command';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { mayInstallUnseen } from '../../model/hidden-installs';
import { runsOf, textIn } from '../../model/lookups';
import {
  installsAfter,
  isMounted,
  type PackageOperation,
  packageOperations,
  sharesIndex,
  updateBefore,
} from '../../model/packages';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'split-package-update',
  chapter: 'layers',
  variants: {
    split: {
      severity: 'warning',
      equals: ['trivy/DS-0017', 'checkov/CKV_DOCKER_5'],
      message: '`{update}` is cached apart from the install that needs it: a later build installs from a stale index',
    },
    unused: {
      severity: 'information',
      equals: ['trivy/DS-0017', 'checkov/CKV_DOCKER_5'],
      message: '`{update}` fetches an index that nothing here installs from: it only grows stale in its layer',
    },
  },
  fixes: {
    merge: { title: 'Merge `{update}` into the install below', safety: 'safe' },
    move: { title: 'Move `{update}` in front of the install that needs it', safety: 'behaviour' },
  },
  notes: { install: 'This install reads the index' },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages)
      for (const update of lonelyUpdates(stage)) {
        const at = update.command.place.command.range;
        const values = { update: textIn(dockerfile, at) };
        const install = installThatNeeds(update, dockerfile, stage);
        if (install === undefined) {
          if (installsAfter(update).length === 0 && !mayInstallUnseen(dockerfile, stage, update.command))
            report({ variant: 'unused', at, values });
          continue;
        }
        const related = [{ at: install.command.place.command.range, note: 'install' as const }];
        report({ variant: 'split', at, values, related, fixes: mends(dockerfile, update, install) });
      }
  },
});

/** Updates of an index that lands in the layer, in a `RUN` that goes on to install nothing from it. */
const lonelyUpdates = (stage: Stage): readonly PackageOperation[] =>
  runsOf(stage)
    .flatMap(packageOperations)
    .filter(
      (operation) =>
        operation.action === 'update' &&
        operation.manager.needsUpdate &&
        !isIndexMounted(operation) &&
        !packageOperations(operation.command.run).some((other) => installsFrom(other, operation)),
    );

const isIndexMounted = ({ manager, command }: PackageOperation): boolean =>
  manager.indexDirectories.some((directory) => isMounted(command.run, directory));

const installsFrom = (operation: PackageOperation, update: PackageOperation): boolean =>
  operation.action === 'install' && sharesIndex(operation.manager, update.manager);

/** The first install without an update of its own: below in the stage, or in a stage that is built from it. */
function installThatNeeds(
  update: PackageOperation,
  dockerfile: Dockerfile,
  stage: Stage,
): PackageOperation | undefined {
  const start = update.command.place.command.range.start;
  const needing = runsOf(stage)
    .filter((run) => run.range.start > start)
    .flatMap(packageOperations)
    .find(
      (operation) =>
        (operation.action === 'install' || operation.action === 'upgrade') &&
        sharesIndex(operation.manager, update.manager) &&
        updateBefore(operation) === undefined,
    );
  if (needing !== undefined) return needing;
  for (const child of dockerfile.stages) {
    if (child.parent.kind !== 'stage' || child.parent.stage !== stage) continue;
    const below = installThatNeeds(update, dockerfile, child);
    if (below !== undefined) return below;
  }
  return undefined;
}

function mends(
  dockerfile: Dockerfile,
  update: PackageOperation,
  install: PackageOperation,
): readonly FixOffer<'merge' | 'move'>[] {
  if (update.command.run.stage !== install.command.run.stage) return [];
  const joined = joinRuns(dockerfile, update.command.run, install.command.run);
  if (joined !== undefined) return [{ id: 'merge', edits: () => joined }];
  const moved = moveCommandInto(dockerfile, update.command, install.command);
  return moved === undefined ? [] : [{ id: 'move', edits: () => moved }];
}
