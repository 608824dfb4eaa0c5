import { replacement, type TextEdit } from '../../engine/text';
import type { Dockerfile, Stage } from '../model/dockerfile';
import { remembered } from '../model/remembered';
import { stageReferences } from '../model/stage-references';
import { stageCopiedFrom } from '../model/stage-relations';

/**
 * Gives a stage another name, in its `FROM` and wherever BuildKit takes the old one for this stage. What the stage itself
 * copies from that name is left: it cannot mean itself.
 * @param parents whether `FROM` of other stages follows too
 * @returns none when it has no name, or an argument may choose a parent
 */
export function renameStage(dockerfile: Dockerfile, stage: Stage, name: string, parents = true): readonly TextEdit[] {
  const { alias } = stage.from;
  if (alias === undefined || !canRename(dockerfile, stage)) return [];
  const edits = [replacement(alias.range, name)];
  for (const other of dockerfile.stages) {
    if (other === stage) continue;
    const { image } = other.from;
    if (parents && image !== undefined && other.parent.kind === 'stage' && other.parent.stage === stage) {
      edits.push(replacement(image.range, name));
    }
    for (const reference of other.instructions.flatMap(stageReferences)) {
      const named = !/^\d+$/.test(reference.name) && reference.instruction.onbuild === undefined;
      if (named && stageCopiedFrom(dockerfile, reference.name) === stage)
        edits.push(replacement(reference.range, name));
    }
  }
  return edits;
}

/** Whether a stage has a name, and no `FROM` may come to mean it by an argument. */
export const canRename = (dockerfile: Dockerfile, { from }: Stage): boolean =>
  from.alias !== undefined && !choosesParents(dockerfile);

const choosesParents = remembered(({ stages }: Dockerfile): boolean =>
  stages.some(({ from, parent }) => parent.kind === 'stage' && (from.image?.variables.length ?? 0) > 0),
);

const stageNames = remembered(({ stages }: Dockerfile) => new Set(stages.map(({ name }) => name)));

/**
 * A name that no stage has yet: `build-2`.
 * @param first the number to begin with, for several names that are given at once
 */
export function freeStageName(dockerfile: Dockerfile, like: string, first = 2): string {
  const taken = stageNames(dockerfile);
  let number = first;
  while (taken.has(`${like}-${number}`)) number += 1;
  return `${like}-${number}`;
}
