import { canRename, freeStageName, renameStage } from '../../edits/rename-stage';
import type { Stage } from '../../model/dockerfile';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'duplicate-stage',
  chapter: 'stages',
  variants: {
    duplicate: {
      severity: 'error',
      equals: ['hadolint/DL3024', 'buildkit/DuplicateStageName', 'trivy/DS-0012', 'checkov/CKV_DOCKER_11'],
      message: '`{name}` is the name of a stage above already: `--from` and `--target` can no longer reach that one',
    },
  },
  fixes: {
    rename: { title: 'Call this stage `{other}`', safety: 'behaviour' },
  },
  notes: { first: 'The stage of the same name' },
  check(dockerfile, report) {
    const sameName = new Map<string, Stage[]>();
    for (const stage of dockerfile.stages) {
      const { name, from } = stage;
      if (name === undefined || from.alias === undefined) continue;
      const same = sameName.get(name) ?? [];
      sameName.set(name, same);
      same.push(stage);
      const above = same.length > 1 ? same[0]?.from.alias : undefined;
      if (above === undefined) continue;
      const other = freeStageName(dockerfile, name, same.length);
      report({
        variant: 'duplicate',
        at: from.alias.range,
        values: { name: from.alias.value },
        related: [{ at: above.range, note: 'first' }],
        fixes: canRename(dockerfile, stage)
          ? [{ id: 'rename', values: { other }, edits: () => renameStage(dockerfile, stage, other) }]
          : [],
      });
    }
  },
});
