import type { FixOffer } from '../../../engine/rule';
import { shippedMarkers, stagePurpose } from '../../../knowledge/build-tools';
import { deleteStage } from '../../edits/delete-stage';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { stageCopiedFrom } from '../../model/stage-relations';
import { isTemplated } from '../../model/templates';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'unused-stage',
  chapter: 'stages',
  variants: {
    unnamed: {
      severity: 'hint',
      message: 'No stage uses this one, and it has no name to build it by: only legacy builders still run it',
      tags: ['unnecessary'],
    },
    named: {
      severity: 'hint',
      message: 'No stage uses `{name}`: it is only built by `--target {name}`',
    },
  },
  fixes: {
    remove: { title: 'Remove the stage', safety: 'behaviour', revealing: true },
  },
  check(dockerfile, report) {
    if (isTemplated(dockerfile.text)) return;
    const choices = choicesOf(dockerfile);
    const unused = dockerfile.stages.filter(
      (stage) => stage.unused && !choices.some((choice) => mayMean(choice, stage)),
    );
    // duplicate-stage speaks of those whose name another stage has taken over.
    const isNamesake = ({ name, index }: Stage): boolean => stageCopiedFrom(dockerfile, name ?? '')?.index !== index;
    const named = unused.filter(({ name }) => name !== undefined);
    for (const stage of unused) {
      const { alias, image, range } = stage.from;
      if (stage.name === undefined)
        report({ variant: 'unnamed', at: image?.range ?? range, fixes: mends(dockerfile, stage) });
      else if (alias !== undefined && named.length === 1 && !isTarget(stage) && !isNamesake(stage))
        report({ variant: 'named', at: alias.range, values: { name: stage.name }, fixes: mends(dockerfile, stage) });
    }
  },
});

/** A `FROM` whose stage an argument chooses: `FROM ${TARGETARCH}-base`. */
interface Choice {
  readonly index: number;
  readonly start: string;
  readonly end: string;
}

const choicesOf = ({ stages }: Dockerfile): readonly Choice[] =>
  stages.flatMap(({ from: { image }, index }) => {
    const [first, last] = [image?.variables[0], image?.variables.at(-1)];
    if (image === undefined || first === undefined || last === undefined) return [];
    const start = image.text.slice(0, first.range.start - image.range.start);
    return [{ index, start, end: image.text.slice(last.range.end - image.range.start) }];
  });

/** Whether the argument may choose the stage, whatever it is by default. */
const mayMean = ({ index, start, end }: Choice, stage: Stage): boolean =>
  stage.name !== undefined && stage.index < index && stage.name.startsWith(start) && stage.name.endsWith(end);

/** Whether a stage is there to be built by its name: one to test or develop in, or one that says how it is started. */
const isTarget = ({ name, instructions }: Stage): boolean => {
  const purpose = stagePurpose(name ?? '');
  return (
    purpose === 'test' ||
    purpose === 'development' ||
    instructions.some(({ keyword }) => shippedMarkers.includes(keyword))
  );
};

function mends(dockerfile: Dockerfile, stage: Stage): readonly FixOffer<'remove'>[] {
  const edits = deleteStage(dockerfile, stage);
  return edits === undefined ? [] : [{ id: 'remove', edits: () => edits }];
}
