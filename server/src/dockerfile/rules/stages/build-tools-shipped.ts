import type { Problem } from '../../../engine/rule';
import type { TextRange } from '../../../engine/text';
import { startsApplication } from '../../model/application';
import { type BuildStep, buildStepsOf } from '../../model/build-steps';
import type { Dockerfile, Stage } from '../../model/dockerfile';
import { runsOf, textIn } from '../../model/lookups';
import { isForDevelopment } from '../../model/stage-purpose';
import { chainOf } from '../../model/stage-relations';
import { builderParent, developmentInstall, type LeftToolchain, leftToolchains } from '../../model/toolchains';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'build-tools-shipped',
  chapter: 'stages',
  variants: {
    parent: {
      severity: 'information',
      message:
        '`{command}` builds in the stage that ships: the image carries all of `{tools}`, which only a build needs',
    },
    compiler: {
      severity: 'information',
      message: '`{command}` builds in the stage that ships: the image carries `{tools}`, which only a build needs',
    },
    bundler: {
      severity: 'information',
      message: '`{command}` builds in the stage that ships: the image carries what `{tools}` installs for development',
    },
    packages: {
      severity: 'information',
      message: 'The image keeps `{tools}`: every node pulls what only a build needs, and whoever breaks in can use it',
    },
    headers: {
      severity: 'hint',
      message: 'The image keeps `{tools}`: headers are there to compile with, and every node pulls them',
    },
  },
  notes: { tools: 'The tools come from here' },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage) || !startsApplication(stage)) continue;
      const chain = chainOf(stage);
      if (chain.some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'ONBUILD'))) continue;
      for (const problem of problemsOf(dockerfile, stage, chain)) {
        if (seen.has(problem.at.start)) continue;
        seen.add(problem.at.start);
        report(problem);
      }
    }
  },
});

type Found = Problem<'parent' | 'compiler' | 'bundler' | 'packages' | 'headers', never, 'tools'>;

/** A build with the tools that it leaves behind; where nothing is built, the tools alone. */
function problemsOf(dockerfile: Dockerfile, stage: Stage, chain: readonly Stage[]): readonly Found[] {
  const left = leftToolchains(chain);
  const build = buildOf(dockerfile, stage, chain, left);
  return build === undefined ? left.map(toolsOf) : [build];
}

function buildOf(
  dockerfile: Dockerfile,
  stage: Stage,
  chain: readonly Stage[],
  left: readonly LeftToolchain[],
): Found | undefined {
  const steps = chain.flatMap(runsOf).flatMap(buildStepsOf);
  const builder = builderParent(stage);
  const built = steps.findLast(({ tool }) => tool.language === builder?.language || builder?.language === 'c');
  if (builder !== undefined && built !== undefined)
    return found(dockerfile, 'parent', built, builder.reference.text, builder.reference.range);
  const last = steps.at(-1);
  const compiler = left.find(({ kind }) => kind === 'toolchain');
  if (last !== undefined && compiler !== undefined)
    return found(dockerfile, 'compiler', last, namesOf(compiler), placeOf(compiler));
  const bundled = steps.findLast(({ tool }) => tool.language === 'node');
  const install = bundled && developmentInstall(dockerfile, chain);
  if (bundled === undefined || install === undefined) return undefined;
  const { range } = install.command.place.command;
  return found(dockerfile, 'bundler', bundled, textIn(dockerfile, range), range);
}

function found(
  dockerfile: Dockerfile,
  variant: 'parent' | 'compiler' | 'bundler',
  { command }: BuildStep,
  tools: string,
  place: TextRange,
): Found {
  const { range } = command.place.command;
  const written = textIn(dockerfile, range);
  const at = written.includes('\n') ? (command.words[0]?.range ?? range) : range;
  return { variant, at, values: { command: written, tools }, related: [{ at: place, note: 'tools' }] };
}

const toolsOf = (left: LeftToolchain): Found => ({
  variant: left.kind === 'toolchain' ? 'packages' : 'headers',
  at: placeOf(left),
  values: { tools: namesOf(left) },
});

const namesOf = ({ packages }: LeftToolchain): string => packages.map(({ text }) => text).join(', ');

const placeOf = ({ packages, install }: LeftToolchain): TextRange =>
  packages[0]?.range ?? install.command.place.command.range;
