import type { Dockerfile, Stage } from './dockerfile';
import { lineageOf } from './lineage';
import { remembered } from './remembered';

/** The stages of each name, in order. */
const stagesByName: (dockerfile: Dockerfile) => ReadonlyMap<string, readonly Stage[]> = remembered(({ stages }) => {
  const byName = new Map<string, Stage[]>();
  for (const stage of stages) {
    if (stage.name === undefined) continue;
    const known = byName.get(stage.name);
    if (known === undefined) byName.set(stage.name, [stage]);
    else known.push(stage);
  }
  return byName;
});

/**
 * The stage that `--from=` names at a place: by its name in any case, the last one of that name above, or by its number.
 * @param before index of the stage that the instruction stands in
 */
export function stageNamed(dockerfile: Dockerfile, name: string, before: number): Stage | undefined {
  if (/^\d+$/.test(name)) return Number(name) < before ? dockerfile.stages[Number(name)] : undefined;
  return stagesByName(dockerfile)
    .get(name.toLowerCase())
    ?.findLast(({ index }) => index < before);
}

/**
 * The stage that BuildKit copies from for `COPY --from=`: the one of that number, or the last one of that name in the file,
 * wherever it stands (moby/buildkit dockerfile2llb/convert.go `toCommand`).
 */
export const stageCopiedFrom = (dockerfile: Dockerfile, name: string): Stage | undefined =>
  /^\d+$/.test(name) ? dockerfile.stages[Number(name)] : stagesByName(dockerfile).get(name.toLowerCase())?.at(-1);

/** A stage and the stages that are built from it, directly or through others. */
export function builtFrom({ stages }: Dockerfile, stage: Stage): readonly Stage[] {
  const found = new Set([stage]);
  for (const other of stages) if (other.parent.kind === 'stage' && found.has(other.parent.stage)) found.add(other);
  return [...found];
}

/** A stage and those that it is built from, in source order. */
export const chainOf = (stage: Stage): readonly Stage[] => [...lineageOf(stage)].reverse();

/** The stage at the bottom of a chain of `FROM stage`: the one that is built from an image. */
export const rootOf = (stage: Stage): Stage => lineageOf(stage).at(-1) ?? stage;
