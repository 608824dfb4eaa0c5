import { insertion, type TextEdit } from '../../engine/text';
import type { Instruction } from '../model/dockerfile';

/** Adds a flag to an instruction, behind those that it has. */
export function addFlag({ flags, keywordRange }: Instruction, written: string): TextEdit {
  return insertion(flags.at(-1)?.range.end ?? keywordRange.end, ` ${written}`);
}
