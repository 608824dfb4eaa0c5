import { serviceLabels } from '../../../knowledge/service-families';
import type { Stage } from '../../model/dockerfile';
import { installedServices, type PlacedService, startedServices } from '../../model/services';
import { isForDevelopment } from '../../model/stage-purpose';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'several-services',
  chapter: 'scope',
  variants: {
    started: {
      severity: 'warning',
      message:
        '`{second}` runs beside `{first}`: when one of them dies nobody notices, and neither is scaled or updated alone',
    },
    installed: {
      severity: 'information',
      message:
        '`{second}` is installed beside `{first}`: a {secondLabel} and a {firstLabel} belong into images of their own',
    },
  },
  notes: { first: 'The other service' },
  phrases: { firstLabel: serviceLabels, secondLabel: serviceLabels },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage)) continue;
      for (const { variant, first, second } of besides(stage)) {
        if (seen.has(second.at.start)) continue;
        seen.add(second.at.start);
        report({
          variant,
          at: second.at,
          values: { first: first.name, second: second.name, firstLabel: first.label, secondLabel: second.label },
          related: [{ at: first.at, note: 'first' }],
        });
      }
    }
  },
});

interface Beside {
  readonly variant: 'started' | 'installed';
  readonly first: PlacedService;
  readonly second: PlacedService;
}

/** The services beside the first one. What is only installed counts when no more than one is started. */
function besides(stage: Stage): readonly Beside[] {
  // ssh-server speaks of that one.
  const [first, ...others] = startedServices(stage).filter(({ family }) => family !== 'ssh');
  if (first !== undefined && others.length > 0) return others.map((second) => ({ variant: 'started', first, second }));
  // A scheduler or a relay for mail is often there for the application itself.
  const [main, ...more] = installedServices(stage).filter(({ family }) => !/^(?:ssh|cron|mail)$/.test(family));
  return main === undefined ? [] : more.map((second) => ({ variant: 'installed', first: main, second }));
}
