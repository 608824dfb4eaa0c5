import { fullName } from '../../image/full-name';
import type { ConfigurationText, Surroundings } from '../../knowledge/foreground';
import { imageBase } from '../../knowledge/image-families';
import { officialName } from '../../knowledge/image-names';
import { absolute } from './copied-paths';
import type { Dockerfile, Run, Stage } from './dockerfile';
import { lineageOf } from './lineage';
import { instructionsOf, runsOf, textIn } from './lookups';
import { packageOperations } from './packages';

const known = new WeakMap<Stage, Surroundings>();

/** What a stage's process finds around it: the distribution, packages, variables, and configuration written in the file. */
export function surroundingsOf(dockerfile: Dockerfile, stage: Stage): Surroundings {
  const before = known.get(stage);
  if (before !== undefined) return before;
  const lineage = lineageOf(stage);
  const brought = lineage.map((each) => broughtBy(dockerfile, each));
  const surroundings: Surroundings = {
    ...imageAround(lineage.at(-1) ?? stage),
    packages: brought.flatMap(({ packages }) => packages),
    environment: Object.fromEntries(Object.entries(stage.environment).map(([name, { value }]) => [name, value])),
    configuration: brought.flatMap(({ configuration }) => configuration),
  };
  known.set(stage, surroundings);
  return surroundings;
}

interface Brought {
  readonly packages: readonly string[];
  readonly configuration: readonly ConfigurationText[];
}

/** Whether a text can be about what keeps a program in the foreground, in whatever words its configuration has for it. */
export const speaksOfForeground = (text: string): boolean => /daemon|foreground/i.test(text);

const broughtByStages = new WeakMap<Stage, Brought>();

/** What one stage adds, made once however many are built from it. */
function broughtBy(dockerfile: Dockerfile, stage: Stage): Brought {
  const before = broughtByStages.get(stage);
  if (before !== undefined) return before;
  const runs = runsOf(stage);
  const texts = runs.map(({ range }) => textIn(dockerfile, range)).filter((text) => speaksOfForeground(text));
  const brought: Brought = {
    packages: [...new Set(installedPackages(runs))],
    configuration: [...texts.map((text) => ({ text })), ...copiedTexts(dockerfile, stage)],
  };
  broughtByStages.set(stage, brought);
  return brought;
}

function imageAround({ parent }: Stage): Pick<Surroundings, 'family' | 'repository' | 'tag'> {
  if (parent.kind === 'scratch') return { family: 'scratch' };
  if (parent.kind !== 'image' || parent.reference.resolved === undefined) return {};
  const { tag } = parent.reference;
  const name = fullName(parent.reference);
  const official = officialName(name);
  return {
    family: imageBase(name, tag).family,
    ...(official !== undefined && { repository: official }),
    ...(tag !== undefined && { tag }),
  };
}

const installedPackages = (runs: readonly Run[]): readonly string[] =>
  runs
    .flatMap(packageOperations)
    .filter(({ action }) => action === 'install')
    .flatMap(({ packages }) => packages.flatMap(({ value }) => value?.split('=', 1) ?? []));

/** The files that `COPY` makes of here-documents. */
const copiedTexts = (dockerfile: Dockerfile, stage: Stage): readonly ConfigurationText[] =>
  instructionsOf(stage, 'COPY').flatMap(({ destination, heredocs }) =>
    heredocs.map(({ name, body }) => {
      const target = destination?.value ?? '';
      const path = absolute(target.endsWith('/') ? target + name : target, stage);
      return { path, text: textIn(dockerfile, body) };
    }),
  );
