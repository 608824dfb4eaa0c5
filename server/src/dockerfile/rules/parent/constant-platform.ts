import { removeFlag } from '../../edits/remove-flag';
import { textIn } from '../../model/lookups';
import { literalPlatform, type Platform } from '../../model/platforms';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'constant-platform',
  chapter: 'parent',
  variants: {
    constant: {
      severity: 'warning',
      equals: ['hadolint/DL3029', 'buildkit/FromPlatformFlagConstDisallowed'],
      message: '`{flag}` holds for every build: what is built for another platform does not start on its nodes',
    },
  },
  fixes: {
    remove: { title: 'Remove `{flag}`', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const { from, name } of dockerfile.stages) {
      const platform = literalPlatform(from);
      if (from.platform === undefined || platform === undefined || isMeant(platform, name ?? '')) continue;
      const edits = removeFlag(dockerfile, from, from.platform);
      report({
        variant: 'constant',
        at: from.platform.range,
        values: { flag: textIn(dockerfile, from.platform.range) },
        fixes: edits === undefined ? [] : [{ id: 'remove', edits: () => edits }],
      });
    }
  },
});

/** Whether a stage is one platform's by its name, or the platform is one that no other build of the file could have. */
const isMeant = ({ system, architecture }: Platform, stage: string): boolean =>
  system !== 'linux' ||
  stage.includes(system) ||
  (architecture !== undefined && architecture !== '' && stage.includes(architecture));
