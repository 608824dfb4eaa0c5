import { isRoot } from '../../knowledge/users';
import type { Dockerfile, Instruction, Stage } from './dockerfile';
import { expandedWord } from './expanded-word';
import { lastBefore } from './last-before';
import { instructionsOf, stageOf } from './lookups';
import { remembered } from './remembered';
import { defaultsOfParent } from './stages';
import { variableBefore } from './variables';

/** Whether what stands at an instruction runs as root; `undefined` when that is not known. */
export function runsAsRoot(dockerfile: Dockerfile, instruction: Instruction): boolean | undefined {
  const stage = stageOf(dockerfile, instruction);
  return stage && isRootBefore(stage, (instruction.onbuild ?? instruction.range).start);
}

const usersOf = remembered((stage: Stage) => instructionsOf(stage, 'USER').filter(({ word }) => word !== undefined));

function isRootBefore(stage: Stage, offset: number): boolean | undefined {
  const set = lastBefore(usersOf(stage), offset, ({ range }) => range.start);
  if (set?.word !== undefined) {
    const user = expandedWord(set.word, (name) => variableBefore(stage, name, set.range.start)?.value);
    return user === undefined ? undefined : isRoot(user);
  }
  if (stage.parent.kind === 'stage') {
    const { user } = stage.parent.stage;
    return user === undefined ? isRootBefore(stage.parent.stage, Number.POSITIVE_INFINITY) : isRoot(user.value);
  }
  const user = defaultsOfParent(stage.parent)?.user;
  return user === undefined ? undefined : user === null || isRoot(user);
}
