import type { Problem } from '../../../engine/rule';
import { environmentHost, isEnvironmentFile, isUnreleasedEnvironment } from '../../../knowledge/environment-values';
import { secretIn } from '../../../knowledge/secrets';
import type { Dockerfile, Env, Stage } from '../../model/dockerfile';
import { instructionsOf, textIn } from '../../model/lookups';
import { isForDevelopment } from '../../model/stage-purpose';
import { chainOf } from '../../model/stage-relations';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'baked-configuration',
  chapter: 'configuration',
  variants: {
    address: {
      severity: 'information',
      message: '`{name}` bakes the address `{host}` into the image: each environment needs an image of its own',
    },
    environment: {
      severity: 'information',
      message: '`{name}={value}` is what runs wherever nobody sets `{name}`, in production too',
    },
    file: {
      severity: 'information',
      message: '`{file}` bakes the settings of one environment into the image: what was tested is not what is deployed',
    },
  },
  check(dockerfile, report) {
    const seen = new Set<number>();
    for (const stage of dockerfile.stages) {
      if (!stage.shipped || isForDevelopment(dockerfile, stage)) continue;
      for (const problem of chainOf(stage).flatMap((each) => problemsOf(dockerfile, each))) {
        if (seen.has(problem.at.start)) continue;
        seen.add(problem.at.start);
        report(problem);
      }
    }
  },
});

type Found = Problem<'address' | 'environment' | 'file', never, never>;

const problemsOf = (dockerfile: Dockerfile, stage: Stage): readonly Found[] => [
  ...instructionsOf(stage, 'ENV').flatMap((instruction) => inVariables(dockerfile, stage, instruction)),
  ...[...instructionsOf(stage, 'COPY'), ...instructionsOf(stage, 'ADD')].flatMap(({ sources }) =>
    sources.flatMap(({ value, range }): readonly Found[] =>
      isEnvironmentFile(value) ? [{ variant: 'file', at: range, values: { file: value } }] : [],
    ),
  ),
];

function inVariables(dockerfile: Dockerfile, stage: Stage, { properties, range }: Env): readonly Found[] {
  return properties.flatMap(({ name, value, range: at }): readonly Found[] => {
    if (value === undefined || value.variables.length > 0) return [];
    if (isUnreleasedEnvironment(name, value.value))
      return [{ variant: 'environment', at, values: { name, value: value.value } }];
    const host = environmentHost(name, value.value);
    if (host === undefined || secretIn(name, value.value, 'build') !== undefined) return [];
    return isReadByBuild(dockerfile, stage, name, range.end)
      ? []
      : [{ variant: 'address', at, values: { name, host } }];
  });
}

/** What stands below is looked through for each variable, but not in a stage that nobody wrote by hand. */
const farthest = 50_000;

/** Whether an instruction below expands the variable: then the address is where the build fetches from. */
function isReadByBuild(dockerfile: Dockerfile, stage: Stage, name: string, start: number): boolean {
  const below = textIn(dockerfile, { start, end: stage.range.end });
  if (below.length > farthest) return true;
  const process = [...instructionsOf(stage, 'CMD'), ...instructionsOf(stage, 'ENTRYPOINT')].map(({ range }) => range);
  for (const dollar of [`$${name}`, `\${${name}`]) {
    for (let index = below.indexOf(dollar); index !== -1; index = below.indexOf(dollar, index + 1)) {
      const offset = start + index;
      if (/\w/.test(below.charAt(index + dollar.length))) continue;
      if (!process.some((range) => range.start <= offset && offset < range.end)) return true;
    }
  }
  return false;
}
