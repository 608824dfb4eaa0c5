import type { FixOffer } from '../../../engine/rule';
import { cleaningFor, coversDirectory } from '../../../knowledge/package-commands';
import { peersOf } from '../../../knowledge/package-managers';
import { appendCommand } from '../../edits/append-command';
import { joinRunSequence } from '../../edits/join-run-sequence';
import { mountInsteadOfCopy } from '../../edits/mount-file';
import { moveCommandBehind } from '../../edits/move-command';
import type { Dockerfile, Run, RunCommand, Stage } from '../../model/dockerfile';
import { extractedArchives } from '../../model/extracted-archives';
import { readsIndexOf } from '../../model/index-readers';
import { type LateCleanup, type LeftEarlier, lateCleanups, type PackageLeftover } from '../../model/late-cleanups';
import { instructionAfter, runsOf, textIn } from '../../model/lookups';
import { directoriesOf, packageOperations, sharesIndex } from '../../model/packages';
import { removalOf } from '../../model/removals';
import { dockerfileRule } from '../../rule';

type FixName = 'merge' | 'move' | 'clean' | 'mount';

export default dockerfileRule({
  id: 'cleanup-in-later-layer',
  chapter: 'layers',
  variants: {
    file: {
      severity: 'warning',
      message: '`{removal}` comes too late: the layer of `{maker}` keeps what it removes, and every pull carries it',
    },
    cache: {
      severity: 'warning',
      equals: peersOf('cacheLeft'),
      message: '`{removal}` comes too late: the layer of `{maker}` keeps what it cleans up, and every pull carries it',
    },
  },
  fixes: {
    merge: { title: 'Make one `RUN` of it and that of `{maker}`', safety: 'behaviour', safest: 'safe' },
    move: { title: 'Move `{removal}` into the `RUN` of `{maker}`', safety: 'behaviour' },
    clean: { title: 'Append `{cleaning}` to the `RUN` of `{maker}`', safety: 'behaviour' },
    mount: { title: 'Mount `{file}` for this `RUN`, instead of copying it into a layer', safety: 'behaviour' },
  },
  notes: { maker: 'What is removed stays in this layer' },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      const unpacked = new Set(extractedArchives(dockerfile, stage).map(({ copy }) => copy));
      for (const cleanup of lateCleanups(dockerfile, stage)) {
        const { command, removes } = cleanup;
        const [first] = removes;
        // An archive that `ADD` would unpack need not be copied at all: hand-extracted-archive says so.
        const isUnpacked = (left: LeftEarlier): boolean =>
          left.kind === 'copied' && left.transfer.keyword === 'COPY' && unpacked.has(left.transfer);
        if (first === undefined || removes.every(isUnpacked)) continue;
        const at = command.place.command.range;
        const isCache = removes.every(({ kind }) => kind === 'leftover');
        report({
          variant: isCache ? 'cache' : 'file',
          at,
          values: { removal: textIn(dockerfile, at), maker: textIn(dockerfile, makerOf(first)) },
          ...(first.kind === 'leftover' && isCache && { equals: first.operation.manager.peers.cacheLeft ?? [] }),
          related: [...new Set(removes.map(makerOf))].map((range) => ({ at: range, note: 'maker' })),
          fixes: mends(dockerfile, stage, cleanup),
        });
      }
    }
  },
});

/** The command or the instruction that left something behind. */
function makerOf(left: LeftEarlier) {
  if (left.kind === 'copied') return left.transfer.range;
  return commandOf(left).place.command.range;
}

const commandOf = (left: Exclude<LeftEarlier, { readonly kind: 'copied' }>): RunCommand =>
  left.kind === 'download' ? left.command : left.operation.command;

function mends(dockerfile: Dockerfile, stage: Stage, cleanup: LateCleanup): readonly FixOffer<FixName>[] {
  const { command, removes } = cleanup;
  const made = removes.filter((left) => left.kind !== 'copied');
  if (made.length < removes.length) return made.length === 0 ? mounted(dockerfile, cleanup) : [];
  const makers = made.map((left) => commandOf(left).run);
  const first = makers.reduce((one, other) => (other.range.start < one.range.start ? other : one), command.run);
  const runs = runsBetween(dockerfile, first, command.run);
  const joined = runs && joinRunSequence(dockerfile, runs);
  if (runs !== undefined && joined !== undefined)
    return [{ id: 'merge', safety: runs.length === 2 ? 'safe' : 'behaviour', edits: () => joined }];
  return cleanedThere(dockerfile, stage, cleanup);
}

const mostRuns = 8;

/** The `RUN`s from one to another, both included; `undefined` when something else stands between. */
function runsBetween(dockerfile: Dockerfile, first: Run, last: Run): readonly Run[] | undefined {
  const runs = [first];
  for (let run = first; run !== last; ) {
    const next = instructionAfter(dockerfile, run);
    if (next?.keyword !== 'RUN' || runs.length === mostRuns) return undefined;
    runs.push(next);
    run = next;
  }
  return runs;
}

/** Cleans up where the package manager ran, further up. */
function cleanedThere(
  dockerfile: Dockerfile,
  stage: Stage,
  { command, removes }: LateCleanup,
): readonly FixOffer<FixName>[] {
  const [left] = removes;
  if (left?.kind !== 'leftover') return [];
  const { operation } = left;
  const { run } = operation.command;
  const isOfOne = removes.every(
    (other) =>
      other.kind === 'leftover' &&
      other.operation.command.run === run &&
      sharesIndex(other.operation.manager, operation.manager),
  );
  const last = packageOperations(run).findLast(({ manager }) => sharesIndex(manager, operation.manager));
  if (!isOfOne || last === undefined || isReadBetween(stage, left, command)) return [];
  const moved = removesOnly(dockerfile, command, left)
    ? moveCommandBehind(dockerfile, command, last.command)
    : undefined;
  if (moved !== undefined) return [{ id: 'move', edits: () => moved }];
  const cleaning = cleaningFor(operation.words);
  const added = cleaning === undefined ? undefined : appendCommand(dockerfile, last.command, cleaning);
  return cleaning === undefined || added === undefined
    ? []
    : [{ id: 'clean', values: { cleaning }, edits: () => added }];
}

/** Whether an install between the two reads the index that is cleaned up. */
function isReadBetween(stage: Stage, { operation }: PackageLeftover, cleanup: RunCommand): boolean {
  const start = operation.command.run.range.end;
  const { start: end } = cleanup.place.command.range;
  return runsOf(stage)
    .filter(({ range }) => start < range.start && range.start < end)
    .flatMap(packageOperations)
    .some((other) => other.command.place.command.range.start < end && readsIndexOf(other, operation));
}

/** Whether a command removes nothing but what the package manager left. */
function removesOnly(dockerfile: Dockerfile, command: RunCommand, { operation, leftover }: PackageLeftover): boolean {
  const removal = removalOf(dockerfile, command);
  if (removal === undefined) return command.name !== 'find';
  const directories = directoriesOf(operation.manager, leftover);
  return (
    !removal.unknown &&
    removal.patterns.length === 0 &&
    removal.paths.every((path) =>
      directories.some((directory) => coversDirectory(path, directory) && coversDirectory(directory, path)),
    )
  );
}

function mounted(dockerfile: Dockerfile, { command, removes }: LateCleanup): readonly FixOffer<FixName>[] {
  const removal = removalOf(dockerfile, command);
  const left = removes.find(({ kind }) => kind === 'copied');
  if (removal === undefined || left?.kind !== 'copied') return [];
  const { transfer } = left;
  const [path, more] = removal.paths;
  const [source] = transfer.sources;
  const isAll = more === undefined && !removal.unknown && removal.patterns.length === 0;
  const isOfOne = removes.every((other) => other.kind === 'copied' && other.transfer === transfer);
  const isFile = removes.some((other) => other.kind === 'copied' && other.path === path);
  if (!isAll || !isOfOne || !isFile || path === undefined || source === undefined || transfer.keyword !== 'COPY')
    return [];
  const edits = mountInsteadOfCopy(dockerfile, transfer, command, path);
  return edits === undefined ? [] : [{ id: 'mount', values: { file: source.value }, edits: () => edits }];
}
