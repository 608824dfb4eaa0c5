import { fullName } from '../../../image/full-name';
import { isLogDaemon } from '../../../knowledge/log-options';
import { baseName } from '../../../shell/commands';
import { applicationOf, startsApplication } from '../../model/application';
import type { Stage } from '../../model/dockerfile';
import { runsOf } from '../../model/lookups';
import { packageOperations } from '../../model/packages';
import { isForDevelopment } from '../../model/stage-purpose';
import { chainOf, rootOf } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'log-daemon',
  chapter: 'logging',
  variants: {
    installed: {
      severity: 'information',
      message: '`{package}` in the image looks after logs that the cluster looks after: write them to stdout instead',
    },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage) || !startsApplication(stage)) continue;
      const application = baseName(applicationOf(stage)[0]?.value ?? '');
      for (const { value, range } of installedPackages(stage)) {
        const name = value?.replace(/[=:].*$/, '') ?? '';
        if (range === undefined || seen.has(range.start) || !isLogDaemon(name) || isAbout(stage, application, name))
          continue;
        seen.add(range.start);
        report({ variant: 'installed', at: range, values: { package: name } });
      }
    }
  },
});

const installedPackages = (stage: Stage) =>
  chainOf(stage)
    .flatMap(runsOf)
    .flatMap(packageOperations)
    .filter(({ action, manager }) => action === 'install' && manager.kind === 'system')
    .flatMap(({ packages }) => packages);

/** Whether looking after logs is what the image is for. */
function isAbout(stage: Stage, application: string, name: string): boolean {
  const { parent } = rootOf(stage);
  const image = parent.kind === 'image' ? baseName(fullName(parent.reference)) : '';
  return isLogDaemon(application) || application.replace(/d$/, '') === name.replace(/d$/, '') || isLogDaemon(image);
}
