import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'digest-less-parent',
  chapter: 'parent',
  enabled: false,
  variants: {
    movable: {
      severity: 'information',
      message: '`{image}` can come to be another image under the same name: only a digest makes a build repeatable',
    },
  },
  check(dockerfile, report) {
    for (const { parent } of dockerfile.stages) {
      if (parent.kind !== 'image') continue;
      const { digest, variable, registry, text, range } = parent.reference;
      // An image that was built on this machine has no digest yet.
      if (digest !== undefined || variable || registry === 'localhost') continue;
      report({ variant: 'movable', at: range, values: { image: text } });
    }
  },
});
