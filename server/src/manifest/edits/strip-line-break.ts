import { insertion, replacement, type TextEdit } from '../../engine/text';
import type { ManifestDocument, Scalar } from '../model/manifest';
import { hasAction, hasProblem, isTagged } from './obstacles';
import { replaceScalar } from './replace-scalar';

/**
 * Takes the line break off the end of a value: of a block scalar by its header, `|-` for `|`.
 * @param wanted the value without it
 * @returns `undefined` where the text cannot be edited safely
 */
export function stripLineBreak(
  document: ManifestDocument,
  scalar: Scalar,
  wanted: string,
): readonly TextEdit[] | undefined {
  if (scalar.style !== 'literal' && scalar.style !== 'folded') return replaceScalar(document, scalar, wanted);
  const { text } = document;
  const { start } = scalar.range;
  const [header, indication = '', keeping] = /^[|>]([1-9]?)(\+?)(?=\s)/.exec(text.slice(start, start + 4)) ?? [];
  if (header === undefined || scalar.alias !== undefined || isTagged(text, start)) return undefined;
  if (hasAction(document, scalar.range) || hasProblem(document, scalar.range)) return undefined;
  const at = start + 1 + indication.length;
  return keeping === '+' ? [replacement({ start: at, end: at + 1 }, '-')] : [insertion(at, '-')];
}
