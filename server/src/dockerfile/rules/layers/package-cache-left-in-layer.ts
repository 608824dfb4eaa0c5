import type { FixOffer } from '../../../engine/rule';
import { cleaningFor } from '../../../knowledge/package-commands';
import { peersOf } from '../../../knowledge/package-managers';
import { appendCommand } from '../../edits/append-command';
import { addPackageOption } from '../../edits/package-option';
import { removeCommand } from '../../edits/remove-command';
import type { Dockerfile, Run, Stage } from '../../model/dockerfile';
import { isIndexReadLater } from '../../model/index-readers';
import { isCleanedLate } from '../../model/late-cleanups';
import { runsOf, textIn } from '../../model/lookups';
import { leftBehind, type PackageOperation, packageOperations, sharesIndex } from '../../model/packages';
import { dockerfileRule } from '../../rule';

const equals = peersOf('cacheLeft');

export default dockerfileRule({
  id: 'package-cache-left-in-layer',
  chapter: 'layers',
  variants: {
    index: {
      severity: 'information',
      equals,
      message: '`{command}` leaves the package index in its layer: every pull carries it, and nothing reads it again',
    },
    cache: {
      severity: 'information',
      equals,
      message: '`{command}` leaves its downloads in its layer: every pull carries them, and nothing reads them again',
    },
  },
  fixes: {
    clean: { title: 'Clean up in the same layer: append `{cleaning}`', safety: 'safe' },
    avoid: { title: 'Add `{flag}`', safety: 'safe' },
    drop: { title: 'Remove `{update}`: each install here fetches an index of its own', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      for (const run of runsOf(stage))
        for (const operation of untidy(dockerfile, stage, run)) {
          const at = operation.command.place.command.range;
          report({
            variant: leftBehind(dockerfile, operation).includes('cache') ? 'cache' : 'index',
            at,
            values: { command: textIn(dockerfile, at) },
            equals: operation.manager.peers.cacheLeft ?? [],
            fixes: mends(dockerfile, stage, operation),
          });
        }
    }
  },
});

/**
 * The first operation of each package manager that leaves something behind. An update on its own must be merged first; what a
 * later `RUN` cleans up is reported there.
 */
function untidy(dockerfile: Dockerfile, stage: Stage, run: Run): readonly PackageOperation[] {
  const found: PackageOperation[] = [];
  for (const operation of packageOperations(run)) {
    const left = leftBehind(dockerfile, operation);
    if (left.every((leftover) => isCleanedLate(dockerfile, stage, operation, leftover))) continue;
    if (operation.action === 'update' && !installsHere(operation)) continue;
    if (found.some(({ manager }) => sharesIndex(manager, operation.manager))) continue;
    found.push(operation);
  }
  return found;
}

const installsHere = (update: PackageOperation): boolean =>
  packageOperations(update.command.run).some(
    ({ action, manager }) => (action === 'install' || action === 'upgrade') && sharesIndex(manager, update.manager),
  );

function mends(
  dockerfile: Dockerfile,
  stage: Stage,
  operation: PackageOperation,
): readonly FixOffer<'clean' | 'avoid' | 'drop'>[] {
  const same = packageOperations(operation.command.run).filter(({ manager }) =>
    sharesIndex(manager, operation.manager),
  );
  const safety = isIndexReadLater(dockerfile, stage, operation) ? 'behaviour' : 'safe';
  const flag = operation.manager.noCache?.insert;
  if (flag !== undefined) {
    const writing = same.filter((other) => other.action !== 'update' && leftBehind(dockerfile, other).length > 0);
    const added = writing.map((other) => addPackageOption(dockerfile, other, flag));
    const updates = same.filter(({ action }) => action === 'update');
    const removed = updates.map((update) => removeCommand(dockerfile, update.command));
    const edits = [...added, ...removed];
    if (writing.length > 0 && edits.every((edit) => edit !== undefined))
      return [{ id: 'avoid', values: { flag }, safety, edits: () => edits.flat() }];
    const dropped = refreshesWithout(operation, same) ? removeCommand(dockerfile, operation.command) : undefined;
    if (dropped !== undefined) {
      const update = textIn(dockerfile, operation.command.place.command.range);
      return [{ id: 'drop', values: { update }, safety, edits: () => dropped }];
    }
  }
  const cleaning = cleaningFor(operation.words);
  const last = same.at(-1);
  const edits =
    cleaning === undefined || last === undefined ? undefined : appendCommand(dockerfile, last.command, cleaning);
  if (cleaning === undefined || edits === undefined) return [];
  return [{ id: 'clean', values: { cleaning }, safety, edits: () => edits }];
}

/** Whether every install that could read what an update has fetched fetches it again (`apk add --no-cache`). */
const refreshesWithout = (update: PackageOperation, same: readonly PackageOperation[]): boolean =>
  update.action === 'update' &&
  same.every(({ action, words }) => (action !== 'install' && action !== 'upgrade') || words.refreshes);
