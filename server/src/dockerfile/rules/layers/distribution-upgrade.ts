import type { FixOffer } from '../../../engine/rule';
import { cleanedBy, coversDirectory } from '../../../knowledge/package-commands';
import { peersOf } from '../../../knowledge/package-managers';
import { removeCommand, removeCommands } from '../../edits/remove-command';
import type { Dockerfile, RunCommand, Stage } from '../../model/dockerfile';
import { isIndexReadLater } from '../../model/index-readers';
import { runsOf, textIn } from '../../model/lookups';
import { type PackageOperation, packageOperations, sharesIndex } from '../../model/packages';
import { removalOf } from '../../model/removals';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'distribution-upgrade',
  chapter: 'layers',
  variants: {
    upgrade: {
      severity: 'information',
      equals: peersOf('distributionUpgrade'),
      message:
        '`{upgrade}` makes another image every day, with the old packages still below: rebuild on a newer parent',
    },
  },
  fixes: {
    remove: { title: 'Remove `{upgrade}`', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      for (const operation of runsOf(stage).flatMap(packageOperations)) {
        if (!upgradesAll(operation)) continue;
        const at = operation.command.place.command.range;
        report({
          variant: 'upgrade',
          at,
          values: { upgrade: textIn(dockerfile, at) },
          equals: peersFor(operation),
          fixes: mends(dockerfile, stage, operation),
        });
      }
    }
  },
});

/** Whether a command upgrades whatever there is, and not packages that it names or security updates alone. */
function upgradesAll({ manager, action, packages, options, words }: PackageOperation): boolean {
  if (action !== 'upgrade' || manager.kind !== 'system' || packages.length > 0) return false;
  // Arch has no releases: to install one package is to upgrade all. A `zypper patch` installs security updates.
  if (manager.id === 'pacman' || words.subcommand === 'patch') return false;
  return !options.some(({ name }) => harmless.has(name));
}

/** Options for security updates alone, and those with which nothing is changed. Source: dnf(8), apt-get(8), apk(8). */
const harmless: ReadonlySet<string> = new Set([
  ...[
    '--security',
    '--sec-severity',
    '--secseverity',
    '--advisory',
    '--advisories',
    '--cve',
    '--cves',
    '--bz',
    '--bzs',
  ],
  ...['-s', '--simulate', '--dry-run', '--just-print', '--no-act', '--print-uris', '-d', '--download-only', '--help'],
]);

/** Trivy and hadolint look at some of the subcommands. */
const peersFor = ({ manager, words }: PackageOperation): readonly string[] =>
  (manager.peers.distributionUpgrade ?? []).filter((id) => {
    if (id === 'trivy/DS-0024') return words.subcommand === 'dist-upgrade';
    return id !== 'hadolint/DL3035' || /^(?:dup|dist-upgrade)$/.test(words.subcommand);
  });

function mends(dockerfile: Dockerfile, stage: Stage, upgrade: PackageOperation): readonly FixOffer<'remove'>[] {
  const useless = uselessWithout(dockerfile, stage, upgrade);
  const edits = removeCommands(dockerfile, [upgrade.command, ...useless]) ?? removeCommand(dockerfile, upgrade.command);
  return edits === undefined ? [] : [{ id: 'remove', edits: () => edits }];
}

/** In a longer `RUN` the upgrade goes alone. */
const mostOperations = 16;

/** The updates and cleanings in the same `RUN` that are there for nothing but the upgrade. */
function uselessWithout(dockerfile: Dockerfile, stage: Stage, upgrade: PackageOperation): readonly RunCommand[] {
  const { run } = upgrade.command;
  const all = packageOperations(run);
  if (all.length > mostOperations) return [];
  const operations = all.filter(({ manager }) => sharesIndex(manager, upgrade.manager));
  const updates = operations.filter(({ action }) => action === 'update');
  const cleanings = operations.filter(({ words }) => cleanedBy(words) !== undefined);
  if (operations.length > updates.length + cleanings.length + 1) return [];
  if (isIndexReadLater(dockerfile, stage, upgrade)) return [];
  const removals = run.commands.filter((command) => {
    const removal = removalOf(dockerfile, command);
    if (removal === undefined || removal.unknown || removal.patterns.length > 0) return false;
    const { indexDirectories, cacheDirectories } = upgrade.manager;
    return removal.paths.every((path) =>
      [...indexDirectories, ...cacheDirectories].some((directory) => coversDirectory(directory, path)),
    );
  });
  return [...updates.map(({ command }) => command), ...cleanings.map(({ command }) => command), ...removals];
}
