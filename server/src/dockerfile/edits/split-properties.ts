import { rangeOf, replacement, type TextEdit } from '../../engine/text';
import type { Dockerfile, Env, Label } from '../model/dockerfile';
import { indentationAt } from './lines';

/**
 * Begins a new instruction of the same kind in front of one of its properties.
 * @param index of that property; not the first
 * @returns `undefined` where a comment stands between the two, or the instruction is one that `ONBUILD` triggers
 */
export function splitProperties(
  { text, lineEnding, escape: escapeCharacter }: Dockerfile,
  instruction: Env | Label,
  index: number,
): readonly TextEdit[] | undefined {
  const before = instruction.properties[index - 1];
  const first = instruction.properties[index];
  if (before === undefined || first === undefined || instruction.onbuild !== undefined) return undefined;
  const gap = rangeOf(before.range.end, first.range.start);
  const words = text.slice(gap.start, gap.end).replaceAll(escapeCharacter, '');
  if (words.trim() !== '') return undefined;
  const indentation = indentationAt(text, instruction.range.start);
  return [replacement(gap, `${lineEnding}${indentation}${instruction.keywordText} `)];
}
