import type { ConfigurationText, Surroundings } from '../../knowledge/foreground';
import { imageBase } from '../../knowledge/image-families';
import { officialName } from '../../knowledge/image-names';
import { absolute } from './copied-paths';
import type { Dockerfile, Stage } from './dockerfile';
import { lineageOf } from './lineage';
import { instructionsOf, runsOf, textIn } from './lookups';
import { packageOperations } from './packages';

const known = new WeakMap<Stage, Surroundings>();

/** What a stage's process finds around it: the distribution, packages, variables, and configuration written in the file. */
export function surroundingsOf(dockerfile: Dockerfile, stage: Stage): Surroundings {
  const before = known.get(stage);
  if (before !== undefined) return before;
  const lineage = lineageOf(stage);
  const surroundings: Surroundings = {
    ...imageAround(lineage.at(-1) ?? stage),
    packages: lineage.flatMap(installedPackages),
    environment: Object.fromEntries(Object.entries(stage.environment).map(([name, { value }]) => [name, value])),
    configuration: lineage.flatMap((each) => writtenFiles(dockerfile, each)),
  };
  known.set(stage, surroundings);
  return surroundings;
}

function imageAround({ parent }: Stage): Pick<Surroundings, 'family' | 'repository' | 'tag'> {
  if (parent.kind === 'scratch') return { family: 'scratch' };
  if (parent.kind !== 'image' || parent.reference.resolved === undefined) return {};
  const { registry, repository, tag } = parent.reference;
  const name = registry === undefined ? repository : `${registry}/${repository}`;
  const official = officialName(name);
  return {
    family: imageBase(name, tag).family,
    ...(official !== undefined && { repository: official }),
    ...(tag !== undefined && { tag }),
  };
}

const installedPackages = (stage: Stage): readonly string[] =>
  runsOf(stage)
    .flatMap(packageOperations)
    .filter(({ action }) => action === 'install')
    .flatMap(({ packages }) => packages.flatMap(({ value }) => value?.split('=', 1) ?? []));

/** The texts of `RUN`, which may write any file, and the files that `COPY` makes of here-documents. */
function writtenFiles(dockerfile: Dockerfile, stage: Stage): readonly ConfigurationText[] {
  const runs = runsOf(stage).map((run): ConfigurationText => ({ text: textIn(dockerfile, run.range) }));
  const copies = instructionsOf(stage, 'COPY').flatMap(({ destination, heredocs }) =>
    heredocs.map(({ name, body }): ConfigurationText => {
      const target = destination?.value ?? '';
      const path = absolute(target.endsWith('/') ? target + name : target, stage);
      return { path, text: textIn(dockerfile, body) };
    }),
  );
  return [...runs, ...copies];
}
