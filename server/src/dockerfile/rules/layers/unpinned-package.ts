import { unpinnedOperands } from '../../../knowledge/package-commands';
import { peersOf } from '../../../knowledge/package-managers';
import { runsOf } from '../../model/lookups';
import { type PackageOperation, packageOperations } from '../../model/packages';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'unpinned-package',
  chapter: 'layers',
  enabled: false,
  variants: {
    unpinned: {
      severity: 'warning',
      equals: peersOf('unpinnedPackage'),
      message: '`{package}` comes in the version that is newest on the day of the build: another day, another image',
    },
  },
  check(dockerfile, report) {
    for (const operation of runsOf(dockerfile).flatMap(packageOperations)) {
      if (!namesVersions(operation)) continue;
      const { words, command, manager } = operation;
      for (const { word, index } of unpinnedOperands(words)) {
        const at = command.words[index]?.range;
        if (at === undefined) continue;
        report({
          variant: 'unpinned',
          at,
          values: { package: word },
          equals: manager.peers.unpinnedPackage ?? [],
        });
      }
    }
  },
});

/** Whether the operands are packages: not groups, modules, conditions, or versions themselves (`uv python install 3.13`). */
const namesVersions = ({ words: { subcommand } }: PackageOperation): boolean =>
  !/^(?:group|groups |module |python |satisfy|build-?dep|source-install|si$|create-project)/.test(subcommand);
