import { spanning } from '../../../engine/text';
import { peersOf } from '../../../knowledge/package-managers';
import { addPackageOption } from '../../edits/package-option';
import type { Dockerfile } from '../../model/dockerfile';
import { isFed } from '../../model/fed-commands';
import { runsOf, textIn } from '../../model/lookups';
import { isChosen, type PackageOperation, packageOperations } from '../../model/packages';
import { unknownOptions } from '../../model/unknown-options';
import { dockerfileRule } from '../../rule';

const equals = peersOf('interactiveInstall');

export default dockerfileRule({
  id: 'interactive-install',
  chapter: 'layers',
  covers: equals,
  variants: {
    asks: {
      severity: 'warning',
      equals,
      message: '`{command}` stops to ask, and nobody answers during a build: without `{flag}` it aborts',
    },
  },
  fixes: {
    assent: { title: 'Add `{flag}` to `{command}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const operation of runsOf(dockerfile).flatMap(packageOperations)) {
      const { manager, action, command, subcommand } = operation;
      const flag = manager.assumeYes?.insert;
      if (flag === undefined || !asks(dockerfile, operation)) continue;
      const { range } = command.place.command;
      const edits = addPackageOption(dockerfile, operation, flag, { first: true });
      report({
        variant: 'asks',
        at: spanning(command.words[0]?.range ?? range, subcommand.range ?? range),
        values: { command: textIn(dockerfile, range), flag },
        equals: isJudgedByPeers(manager.id, action) ? (manager.peers.interactiveInstall ?? []) : [],
        fixes: edits === undefined ? [] : [{ id: 'assent', edits: () => edits }],
      });
    }
  },
});

/** Whether a command waits for a yes that nothing gives: no option, no configuration, no input. */
function asks(dockerfile: Dockerfile, operation: PackageOperation): boolean {
  const { manager, action, command, words, options } = operation;
  if (manager.assumeYes === undefined || isChosen(dockerfile, operation, manager.assumeYes)) return false;
  if (action !== 'install' && action !== 'upgrade' && action !== 'remove') return false;
  // `conda env create` and `conda env update` ask nothing; conda/conda:conda/env/cli.
  if (words.subcommand.startsWith('env ')) return false;
  if (options.some(({ name }) => harmless.has(name))) return false;
  return !isFed(command.place) && !unknownOptions(dockerfile, command);
}

/** Options with which a package manager changes nothing, or answers no by itself. Source: apt-get(8), dnf(8), zypper(8), pacman(8). */
const harmless: ReadonlySet<string> = new Set([
  ...['-s', '--simulate', '--just-print', '--dry-run', '--recon', '--no-act', '--print-uris', '--assume-no'],
  ...['--assumeno', '-p', '--print', '-h', '--help', '-v', '--version'],
]);

/** hadolint looks at installs, and of zypper at removals and patches too. */
const isJudgedByPeers = (manager: string, action: PackageOperation['action']): boolean =>
  action === 'install' || manager === 'zypper';
