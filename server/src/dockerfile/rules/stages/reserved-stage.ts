import { canRename, freeStageName, renameStage } from '../../edits/rename-stage';
import { dockerfileRule } from '../../rule';

const equals = ['hadolint/DL3063', 'buildkit/ReservedStageName'];

export default dockerfileRule({
  id: 'reserved-stage',
  chapter: 'stages',
  variants: {
    scratch: {
      severity: 'error',
      equals,
      message: '`{name}` is the empty image: a `FROM scratch` further down starts from this stage instead of nothing',
    },
    context: {
      severity: 'error',
      equals,
      message: '`{name}` is the name of the build context: BuildKit may take one for the other',
    },
  },
  fixes: {
    rename: { title: 'Call this stage `{other}`', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      const { name, from } = stage;
      if ((name !== 'scratch' && name !== 'context') || from.alias === undefined) continue;
      const other = freeStageName(dockerfile, name);
      report({
        variant: name,
        at: from.alias.range,
        values: { name: from.alias.value },
        // Whoever writes `FROM scratch` means the empty image.
        fixes: canRename(dockerfile, stage)
          ? [
              {
                id: 'rename',
                values: { other },
                edits: () => renameStage(dockerfile, stage, other, name === 'context'),
              },
            ]
          : [],
      });
    }
  },
});
