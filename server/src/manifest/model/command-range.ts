import { spanning, type TextRange } from '../../engine/text';
import type { Argument } from '../../shell/command-line';
import type { ManifestDocument } from './manifest';

/** From the first word of a command to its end where that is on one line, else the word; `undefined` for one that is not in the document. */
export function rangeOnLine(
  { text }: ManifestDocument,
  command: TextRange | undefined,
  { range: first }: Argument,
): TextRange | undefined {
  if (first === undefined || command === undefined) return first;
  const whole = spanning(first, command);
  return text.slice(whole.start, whole.end).includes('\n') ? first : whole;
}
