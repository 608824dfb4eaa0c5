import type { TextEdit } from '../../engine/text';
import type { Arg, Dockerfile, Env, Label, Property } from '../model/dockerfile';
import { cutOut } from './cut';
import { deleteInstruction } from './delete-instruction';

/** Takes a variable or a label out of its instruction, and the instruction with it when it sets nothing else. */
export function removeProperty(
  dockerfile: Dockerfile,
  instruction: Env | Arg | Label,
  property: Property,
): readonly TextEdit[] {
  return instruction.properties.length === 1
    ? deleteInstruction(dockerfile, instruction)
    : (cutOut(dockerfile, instruction, [property.range]) ?? []);
}
