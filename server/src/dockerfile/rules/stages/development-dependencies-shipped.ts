import type { FixOffer } from '../../../engine/rule';
import { addPackageOption } from '../../edits/package-option';
import { startsApplication } from '../../model/application';
import { type DevelopmentInstall, developmentInstalls } from '../../model/development-dependencies';
import type { Dockerfile } from '../../model/dockerfile';
import { textIn } from '../../model/lookups';
import { isForDevelopment } from '../../model/stage-purpose';
import { chainOf } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'development-dependencies-shipped',
  chapter: 'stages',
  variants: {
    all: {
      severity: 'information',
      message:
        '`{install}` brings development dependencies too: every node pulls them, and every scan finds their flaws',
    },
    named: {
      severity: 'information',
      message: '`{named}` is for development: every node pulls it, and every scan finds its flaws',
    },
  },
  fixes: {
    production: { title: 'Add `{flag}`', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage) || !startsApplication(stage)) continue;
      const chain = chainOf(stage);
      if (chain.some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'ONBUILD'))) continue;
      for (const install of developmentInstalls(dockerfile, chain)) {
        const { operation, named } = install;
        const { range } = operation.command.place.command;
        const at = named?.range ?? range;
        if (seen.has(at.start)) continue;
        seen.add(at.start);
        report({
          variant: named === undefined ? 'all' : 'named',
          at,
          values: { install: textIn(dockerfile, range), named: named?.value ?? '' },
          fixes: mends(dockerfile, install),
        });
      }
    }
  },
});

/** The option that leaves them out. Newer versions of yarn have none. */
function mends(dockerfile: Dockerfile, { operation, named }: DevelopmentInstall): readonly FixOffer<'production'>[] {
  const { manager, words } = operation;
  if (named !== undefined || manager.productionOnly?.insert === undefined) return [];
  if (manager.id === 'yarn' && !words.options.some(({ name }) => name === '--frozen-lockfile')) return [];
  const flag = manager.productionOnly.insert.replace(' ', '=');
  const edits = addPackageOption(dockerfile, operation, flag);
  return edits === undefined ? [] : [{ id: 'production', values: { flag }, edits: () => edits }];
}
