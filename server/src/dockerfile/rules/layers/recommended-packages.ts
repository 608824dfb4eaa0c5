import { peersOf } from '../../../knowledge/package-managers';
import { addPackageOption } from '../../edits/package-option';
import { runsOf, textIn } from '../../model/lookups';
import { isChosen, packageOperations } from '../../model/packages';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'recommended-packages',
  chapter: 'layers',
  covers: ['hadolint/DL3015'],
  variants: {
    recommended: {
      severity: 'information',
      equals: peersOf('recommendedPackages'),
      message:
        '`{install}` also installs what packages merely recommend: without `{flag}` the image ships things nobody asked for',
    },
  },
  fixes: {
    flag: { title: 'Add `{flag}` to `{install}`', safety: 'behaviour' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      for (const operation of runsOf(stage).flatMap(packageOperations)) {
        const { manager, action, command } = operation;
        const { recommended } = manager;
        const flag = recommended?.insert;
        if (action !== 'install' || recommended === undefined || flag === undefined) continue;
        if (isChosen(dockerfile, operation, recommended)) continue;
        const at = command.place.command.range;
        const edits = addPackageOption(dockerfile, operation, flag);
        report({
          variant: 'recommended',
          at,
          values: { install: textIn(dockerfile, at), flag },
          equals: manager.peers.recommendedPackages ?? [],
          fixes: edits === undefined ? [] : [{ id: 'flag', edits: () => edits }],
        });
      }
    }
  },
});
