import { initProcessOf } from '../../model/init-processes';
import { isForDevelopment } from '../../model/stage-purpose';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'init-system',
  chapter: 'process',
  variants: {
    process: {
      severity: 'warning',
      message: '`{word}` is PID 1: Kubernetes sees {label} alive and well whatever becomes of the services behind it',
    },
    parent: {
      severity: 'warning',
      message: '`{word}` boots an init system: Kubernetes sees that alive and well whatever becomes of the services',
    },
    configured: {
      severity: 'information',
      message:
        '`{word}` configures {label} in the image: several services in one container live, scale and fail together',
    },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage)) continue;
      const init = initProcessOf(dockerfile, stage);
      if (init === undefined || seen.has(init.range.start)) continue;
      seen.add(init.range.start);
      const values = { word: init.word, label: init.kind === 'parent' ? '' : init.label };
      report({ variant: init.kind, at: init.range, values });
    }
  },
});
