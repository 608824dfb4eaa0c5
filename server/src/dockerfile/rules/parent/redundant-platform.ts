import { removeFlag } from '../../edits/remove-flag';
import type { Dockerfile, Flag } from '../../model/dockerfile';
import { textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'redundant-platform',
  chapter: 'parent',
  variants: {
    redundant: {
      severity: 'hint',
      equals: ['hadolint/DL3065', 'buildkit/RedundantTargetPlatform'],
      message: '`{flag}` asks for what a stage is built for anyway',
      tags: ['unnecessary'],
    },
  },
  fixes: {
    remove: { title: 'Remove `{flag}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const { from } of dockerfile.stages) {
      const { platform } = from;
      if (platform === undefined || !isTargetPlatform(dockerfile, platform)) continue;
      const edits = removeFlag(dockerfile, from, platform);
      report({
        variant: 'redundant',
        at: platform.range,
        values: { flag: textIn(dockerfile, platform.range) },
        fixes: edits === undefined ? [] : [{ id: 'remove', edits: () => edits }],
      });
    }
  },
});

/** Whether a flag says `$TARGETPLATFORM` and nothing else, and that is what the builder sets. */
function isTargetPlatform({ globalArguments }: Dockerfile, { value, variables }: Flag): boolean {
  const [variable] = variables;
  if (variable?.name !== 'TARGETPLATFORM' || variable.operation !== '' || !/^\$(?:\w+|\{\w+\})$/.test(value ?? ''))
    return false;
  return !globalArguments.some(({ properties }) =>
    properties.some(({ name, value: given }) => name === 'TARGETPLATFORM' && given !== undefined),
  );
}
