import { replacement, type TextEdit } from '../../engine/text';
import type { Dockerfile, Instruction } from '../model/dockerfile';

/** Replaces the keyword by another one, in the case in which the first is written. */
export const replaceKeyword = (instruction: Instruction, keyword: string): TextEdit =>
  replacement(instruction.keywordRange, likeKeyword(instruction.keywordText, keyword));

/** `keyword` in upper, lower or capital case, as `model` is. */
export function likeKeyword(model: string, keyword: string): string {
  if (model === model.toUpperCase()) return keyword.toUpperCase();
  if (model === model.toLowerCase()) return keyword.toLowerCase();
  return keyword.charAt(0).toUpperCase() + keyword.slice(1).toLowerCase();
}

/** `keyword` as the file writes its keywords: in lower case when all of them are. */
export function keywordFor({ instructions }: Dockerfile, keyword: string): string {
  const lower = instructions.every(({ keywordText }) => keywordText === keywordText.toLowerCase());
  return lower && instructions.length > 0 ? keyword.toLowerCase() : keyword;
}
