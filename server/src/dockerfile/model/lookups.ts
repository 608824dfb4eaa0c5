import type { TextRange } from '../../engine/text';
import type { Dockerfile, Instruction, Keyword, Run, Stage } from './dockerfile';

/** The instruction of a keyword. */
export type InstructionOf<Name extends Keyword> = Extract<Instruction, { readonly keyword: Name }>;

/** The text of a range of the document. */
export const textIn = ({ text }: Dockerfile, { start, end }: TextRange): string => text.slice(start, end);

export const isOf = <Name extends Keyword>(
  instruction: Instruction,
  keyword: Name,
): instruction is InstructionOf<Name> => instruction.keyword === keyword;

/** The stage's own instructions of a keyword, in source order; what `ONBUILD` triggers is not among them. */
export const instructionsOf = <Name extends Keyword>(
  { instructions }: Pick<Stage | Dockerfile, 'instructions'>,
  keyword: Name,
): readonly InstructionOf<Name>[] => instructions.filter((one) => isOf(one, keyword));

/** The last of them, the one that counts for `CMD`, `ENTRYPOINT` and the like. */
export function lastOf<Name extends Keyword>(
  { instructions }: Pick<Stage | Dockerfile, 'instructions'>,
  keyword: Name,
): InstructionOf<Name> | undefined {
  for (let index = instructions.length - 1; index >= 0; index--) {
    const instruction = instructions[index];
    if (instruction !== undefined && isOf(instruction, keyword)) return instruction;
  }
  return undefined;
}

/** The instructions of a keyword with those that `ONBUILD` triggers. */
export const instructionsOrTriggersOf = <Name extends Keyword>(
  { instructions }: Pick<Stage | Dockerfile, 'instructions'>,
  keyword: Name,
): readonly InstructionOf<Name>[] =>
  instructions.flatMap((instruction): readonly InstructionOf<Name>[] => {
    if (isOf(instruction, keyword)) return [instruction];
    if (instruction.keyword !== 'ONBUILD' || instruction.trigger === undefined) return [];
    return isOf(instruction.trigger, keyword) ? [instruction.trigger] : [];
  });

/** Every `RUN`, also those that `ONBUILD` triggers. */
export const runsOf = (scope: Pick<Stage | Dockerfile, 'instructions'>): readonly Run[] =>
  instructionsOrTriggersOf(scope, 'RUN');

/** The instruction whose lines an offset is in or at the end of; an `ONBUILD`, and not what it triggers. */
export function instructionAt(dockerfile: Dockerfile, offset: number): Instruction | undefined {
  const instruction = dockerfile.instructions[lastStarted(dockerfile, offset)];
  return instruction !== undefined && offset <= instruction.range.end ? instruction : undefined;
}

/** The instruction below; of a trigger, the one below its `ONBUILD`. */
export const instructionAfter = (dockerfile: Dockerfile, { range }: Instruction): Instruction | undefined =>
  dockerfile.instructions[lastStarted(dockerfile, range.start) + 1];

/** The instruction above; of a trigger, the one above its `ONBUILD`. */
export const instructionBefore = (dockerfile: Dockerfile, { range }: Instruction): Instruction | undefined =>
  dockerfile.instructions[lastStarted(dockerfile, range.start) - 1];

/** The stage that an instruction stands in. */
export const stageOf = ({ stages }: Dockerfile, { stage }: Instruction): Stage | undefined =>
  stage === undefined ? undefined : stages[stage];

/** Index of the last instruction that starts at or before an offset; -1 when none does. */
function lastStarted({ instructions }: Dockerfile, offset: number): number {
  let low = 0;
  let high = instructions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instructions[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
