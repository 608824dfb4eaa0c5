import type { FixOffer } from '../../../engine/rule';
import type { TextRange } from '../../../engine/text';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { stageReferences } from '../../model/stage-references';
import { stageCopiedFrom } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'copy-from-itself',
  chapter: 'stages',
  variants: {
    itself: {
      severity: 'error',
      equals: ['hadolint/DL3023', 'trivy/DS-0006'],
      message:
        '`{name}` is the stage that this stands in: it would have to be built before itself, and the build stops',
    },
  },
  fixes: {
    other: { title: 'Name another stage', safety: 'placeholder' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages)
      for (const { name, range, instruction } of stage.instructions.flatMap(stageReferences)) {
        const isIndex = /^\d+$/.test(name) && instruction.keyword !== 'COPY';
        if (isIndex || instruction.onbuild !== undefined || stageCopiedFrom(dockerfile, name) !== stage) continue;
        report({ variant: 'itself', at: range, values: { name }, fixes: mends(dockerfile, stage, range) });
      }
  },
});

/** The stages above by their names, the nearest first. */
function mends(dockerfile: Dockerfile, stage: Stage, range: TextRange): readonly FixOffer<'other'>[] {
  const names = dockerfile.stages
    .slice(0, stage.index)
    .flatMap(({ name }) => (name === stage.name ? [] : (name ?? [])));
  const choices = [...new Set(names.reverse())];
  const [nearest] = choices;
  if (nearest === undefined) return [];
  const placeholders = [{ start: 0, end: nearest.length, choices }];
  return [{ id: 'other', edits: () => [{ range, newText: nearest, placeholders }] }];
}
