import type { TextRange } from '../../engine/text';
import { readBlock } from './block-scalar-text';
import type { Reading } from './character-reading';
import { readFlow } from './flow-scalar-text';
import type { Scalar } from './nodes';

/**
 * Offset in the document of each character of a scalar's value, and of the value's end.
 * @param text the document's text
 * @param range of the scalar, quotes or block header included
 * @returns `undefined` where value and text do not correspond character by character
 */
export function offsetsOf(
  text: string,
  range: TextRange,
  style: Scalar['style'],
  value: string,
): readonly number[] | undefined {
  const reading: Reading = { value: '', offsets: [] };
  switch (style) {
    case 'plain':
      readFlow(reading, text, range.start, range.end, undefined);
      break;
    case 'single':
    case 'double':
      readFlow(reading, text, range.start + 1, range.end - 1, style);
      break;
    case 'json':
      readFlow(reading, text, range.start + 1, range.end - 1, 'double');
      break;
    case 'literal':
    case 'folded':
      readBlock(reading, text, range, style, value);
      break;
  }
  // The YAML reader has the last word: a value that came out otherwise has no known places.
  return reading.value === value ? reading.offsets : undefined;
}

/** The value of a plain or quoted scalar, by reading it here. */
export function flowValue(text: string, range: TextRange, style: 'plain' | 'single' | 'double'): string {
  const reading: Reading = { value: '', offsets: [] };
  const quote = style === 'plain' ? 0 : 1;
  readFlow(reading, text, range.start + quote, range.end - quote, style === 'plain' ? undefined : style);
  return reading.value;
}
