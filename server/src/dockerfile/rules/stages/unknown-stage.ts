import { closest } from '../../../engine/closest';
import type { Problem } from '../../../engine/rule';
import { replacement } from '../../../engine/text';
import { knownImage } from '../../../knowledge/images';
import { publishedTags } from '../../../knowledge/published-tags';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { type StageReference, stageReferences } from '../../model/stage-references';
import { stageCopiedFrom, stageNamed } from '../../model/stage-relations';
import { isTemplated } from '../../model/templates';
import { dockerfileRule } from '../../rule';

const equals = ['hadolint/DL3022'];

export default dockerfileRule({
  id: 'unknown-stage',
  chapter: 'stages',
  variants: {
    typo: {
      severity: 'warning',
      equals,
      message:
        'No stage is called `{name}`: the build looks for an image of that name, where `{stage}` is most likely meant',
    },
    unknown: {
      severity: 'information',
      equals,
      message:
        'No stage is called `{name}`: unless the build gives it a context of that name, it pulls an image from elsewhere',
    },
    later: {
      severity: 'hint',
      equals,
      message: '`{name}` starts further down: BuildKit finds it there, other builders look only above',
    },
    number: {
      severity: 'error',
      equals,
      message: 'There is no stage number `{name}`: the build stops here',
    },
    variable: {
      severity: 'error',
      equals,
      message: 'Docker expands no variable in `--from={name}`: the build stops here',
    },
    casing: {
      severity: 'error',
      message:
        '`FROM {name}` is not the stage `{stage}`: names of stages are compared in lower case here, and no image has capitals',
    },
    parent: {
      severity: 'warning',
      message: '`FROM {name}` looks for an image of that name, where the stage `{stage}` is most likely meant',
    },
    laterParent: {
      severity: 'warning',
      message: '`{name}` starts further down: `FROM` finds only stages above, and looks for an image of that name',
    },
  },
  fixes: {
    stage: { title: 'Use the stage `{stage}`', safety: 'behaviour', safest: 'safe', revealing: true },
  },
  notes: { stage: 'This stage' },
  check(dockerfile, report) {
    if (isTemplated(dockerfile.text)) return;
    for (const stage of dockerfile.stages) {
      const problem = parentProblem(dockerfile, stage);
      if (problem !== undefined) report(problem);
      for (const reference of stage.instructions.flatMap(stageReferences)) {
        const found = referenceProblem(dockerfile, stage, reference);
        if (found !== undefined) report(found);
      }
    }
  },
});

type Variant = 'typo' | 'unknown' | 'later' | 'number' | 'variable' | 'casing' | 'parent' | 'laterParent';
type Found = Problem<Variant, 'stage', 'stage'>;

/** A name that could be a stage's, and is neither an image's with a tag or a registry nor one that everybody knows. */
const mayBeStage = (name: string): boolean =>
  /^[a-z][a-z0-9._-]*$/i.test(name) &&
  publishedTags(name.toLowerCase()).length === 0 &&
  knownImage(name.toLowerCase()) === undefined;

function referenceProblem(dockerfile: Dockerfile, stage: Stage, reference: StageReference): Found | undefined {
  const { name, range: at, instruction } = reference;
  const values = { name };
  const isCopy = instruction.keyword === 'COPY';
  if (/[$]/.test(name)) return isCopy ? { variant: 'variable', at, values } : undefined;
  if (/^\d+$/.test(name) && !isCopy) return undefined;
  const named = stageCopiedFrom(dockerfile, name);
  if (named !== undefined) {
    const isLater = named.index > stage.index && instruction.onbuild === undefined;
    return isLater && stageNamed(dockerfile, name, stage.index) === undefined
      ? { variant: 'later', at, values, related: [{ at: placeOf(named), note: 'stage' }] }
      : undefined;
  }
  // What `ONBUILD` triggers finds the stages of another file.
  if (instruction.onbuild !== undefined) return undefined;
  if (/^\d+$/.test(name)) return { variant: 'number', at, values };
  if (!mayBeStage(name)) return undefined;
  const meant = closestStage(dockerfile, name, stage);
  return meant === undefined ? { variant: 'unknown', at, values } : suggested('typo', reference, meant);
}

function parentProblem(dockerfile: Dockerfile, stage: Stage): Found | undefined {
  const { image } = stage.from;
  if (image === undefined || image.variables.length > 0 || stage.parent.kind !== 'image') return undefined;
  const { value: name, range } = image;
  const reference = { name, range };
  const same = stageNamed(dockerfile, name, stage.index);
  if (same !== undefined && !/^\d+$/.test(name)) return suggested('casing', reference, same);
  if (!mayBeStage(name)) return undefined;
  const later = stageCopiedFrom(dockerfile, name);
  if (later !== undefined && later !== stage)
    return { variant: 'laterParent', at: range, values: { name }, related: [{ at: placeOf(later), note: 'stage' }] };
  const meant = closestStage(dockerfile, name, stage);
  return meant === undefined ? undefined : suggested('parent', reference, meant);
}

function suggested(
  variant: 'typo' | 'casing' | 'parent',
  { name, range: at }: Pick<StageReference, 'name' | 'range'>,
  meant: Stage,
): Found | undefined {
  const { name: stage } = meant;
  if (stage === undefined) return undefined;
  return {
    variant,
    at,
    values: { name, stage },
    related: [{ at: placeOf(meant), note: 'stage' }],
    // No image has capitals: what was written could not be built.
    fixes: [
      {
        id: 'stage',
        edits: () => [replacement(at, stage)],
        ...(variant === 'casing' && { safety: 'safe' as const }),
      },
    ],
  };
}

const placeOf = ({ from }: Stage) => from.alias?.range ?? from.range;

/** More are not compared, so that no file can make the work grow with its square. */
const mostStages = 50;

function closestStage(dockerfile: Dockerfile, name: string, { index }: Stage): Stage | undefined {
  const above = dockerfile.stages.slice(Math.max(0, index - mostStages), index).flatMap(({ name: own }) => own ?? []);
  const meant = closest(name, above);
  return meant === undefined ? undefined : stageNamed(dockerfile, meant, index);
}
