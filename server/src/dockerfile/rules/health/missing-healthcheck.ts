import { startsApplication } from '../../model/application';
import { isForDevelopment } from '../../model/stage-purpose';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'missing-healthcheck',
  chapter: 'health',
  enabled: false,
  variants: {
    missing: {
      severity: 'information',
      equals: ['hadolint/DL3057', 'trivy/DS-0026', 'checkov/CKV_DOCKER_2'],
      message:
        'No `HEALTHCHECK` says how to ask the application for its health: Docker takes it for healthy while it runs',
    },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || stage.healthcheck !== undefined || isForDevelopment(dockerfile, stage)) continue;
      const { process, index, from } = stage;
      const start = [process?.entrypoint, process?.cmd].find((instruction) => instruction?.stage === index);
      const at = start?.keywordRange ?? from.image?.range;
      if (!startsApplication(stage) || at === undefined || seen.has(at.start)) continue;
      seen.add(at.start);
      report({ variant: 'missing', at });
    }
  },
});
