import { deletion, rangeOf, type TextEdit } from '../../engine/text';
import type { Dockerfile, Flag, Instruction } from '../model/dockerfile';
import { cutOut } from './cut';

/**
 * Takes a flag out of an instruction, with the blanks, and the line that it ends, up to the next word.
 * @returns `undefined` when nothing follows it, or when it is given twice
 */
export function removeFlag(
  dockerfile: Dockerfile,
  instruction: Instruction,
  flag: Flag,
): readonly TextEdit[] | undefined {
  const { flags, argumentsRange, innerComments } = instruction;
  if (flags.some((other) => other !== flag && other.name === flag.name)) return undefined;
  const next = flags.find(({ range }) => range.start > flag.range.start)?.range.start ?? argumentsRange.start;
  if (next <= flag.range.end || argumentsRange.end <= argumentsRange.start) return undefined;
  const commented = innerComments.some(({ range }) => range.start > flag.range.start && range.start < next);
  return commented ? cutOut(dockerfile, instruction, [flag.range]) : [deletion(rangeOf(flag.range.start, next))];
}
