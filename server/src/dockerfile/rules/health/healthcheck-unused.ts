import { textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'healthcheck-unused',
  chapter: 'health',
  variants: {
    unused: {
      severity: 'information',
      message: 'Kubernetes never runs `{command}`: without a probe in the manifest a pod that hangs still gets traffic',
    },
  },
  check(dockerfile, report) {
    const effective = dockerfile.stages.flatMap(({ shipped, healthcheck }) => (shipped && healthcheck) || []);
    for (const { command, keywordRange } of new Set(effective))
      if (command !== undefined && command.range.start < command.range.end)
        report({ variant: 'unused', at: keywordRange, values: { command: textIn(dockerfile, command.range) } });
  },
});
