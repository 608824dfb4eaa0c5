import { everyContainer, labelOf } from '../../model/every-container';
import { frozenMounts } from '../../model/frozen-mounts';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'sub-path-never-updates',
  chapter: 'configuration',
  variants: {
    frozen: {
      severity: 'information',
      message:
        '`{path}` never changes while `{container}` runs: a {source} mounted by `subPath` is not kept up to date',
    },
  },
  phrases: { source: ['projected volume', 'downward API'] },
  check(document, report) {
    for (const container of everyContainer(document))
      for (const { mount, subPath, source } of frozenMounts(container))
        report({
          variant: 'frozen',
          at: subPath.range,
          values: { path: mount.path ?? subPath.source, container: labelOf(container), source },
        });
  },
});
