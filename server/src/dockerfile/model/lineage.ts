import type { Stage } from './dockerfile';

/** Longer chains are cut, so that no file can make the work grow with its square; see stages.ts. */
const longest = 127;

/** A stage, the one that it is built from, and so on to the one that is built from an image. */
export function lineageOf(stage: Stage): readonly Stage[] {
  const lineage = [stage];
  for (let { parent } = stage; parent.kind === 'stage' && lineage.length < longest; { parent } = parent.stage)
    lineage.push(parent.stage);
  return lineage;
}
