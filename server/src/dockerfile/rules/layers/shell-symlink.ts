import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'shell-symlink',
  chapter: 'layers',
  variants: {
    found: { severity: 'information', message: 'What the thing is, and what goes wrong in production' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages)
      report({ variant: 'found', at: stage.from.argumentsRange });
  },
});
