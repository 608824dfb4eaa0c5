import type { Completion, CompletionKind } from '../../../engine/editor';
import type { TextRange } from '../../../engine/text';

/** Words to choose from, in this order. */
export const valueCompletions = (
  values: readonly string[],
  range: TextRange,
  kind: CompletionKind = 'value',
  first = 0,
): readonly Completion[] =>
  values.map((label, index) => ({ label, kind, edit: { range, newText: label }, order: first + index }));

/** A stretch of a text with one of the words: of the value that a flag has, behind its `=`. */
export interface FlagValue {
  readonly name: string;
  readonly range: TextRange;
  /** What stands in front of the offset. */
  readonly typed: string;
}
