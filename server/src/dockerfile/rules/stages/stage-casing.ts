import { replacement } from '../../../engine/text';
import { dockerfileRule } from '../../rule';

/** Source: moby/buildkit frontend/dockerfile/instructions/parse.go */
const stageName = /^[a-z][a-z0-9-_.]*$/i;

export default dockerfileRule({
  id: 'stage-casing',
  chapter: 'stages',
  variants: {
    casing: {
      severity: 'hint',
      equals: ['buildkit/StageNameCasing'],
      message: '`{alias}` is compared in lower case: `FROM {alias}` would not find this stage, `FROM {name}` does',
    },
  },
  fixes: {
    lower: { title: 'Write `{name}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const { from, name } of dockerfile.stages) {
      const { alias } = from;
      if (alias === undefined || name === undefined || alias.value === name || !stageName.test(alias.text)) continue;
      report({
        variant: 'casing',
        at: alias.range,
        values: { alias: alias.value, name },
        fixes: [{ id: 'lower', edits: () => [replacement(alias.range, name)] }],
      });
    }
  },
});
