import type { Placeholder, TextEdit, TextRange } from '../../engine/text';
import { shifted } from '../../engine/text';

/** Text to be written, with the places in it that a person should look at. */
export interface Rendered {
  readonly text: string;
  /** From the start of `text`, in order. */
  readonly placeholders: readonly Placeholder[];
}

/** The parts one after the other. */
export function joined(parts: readonly (string | Rendered)[]): Rendered {
  let length = 0;
  const texts: string[] = [];
  const placeholders: Placeholder[] = [];
  for (const part of parts) {
    const text = typeof part === 'string' ? part : part.text;
    if (typeof part !== 'string')
      for (const place of part.placeholders) placeholders.push({ ...place, ...shifted(place, length) });
    texts.push(text);
    length += text.length;
  }
  return { text: texts.join(''), placeholders };
}

/** The parts with `separator` between them. */
export const separated = (parts: readonly (string | Rendered)[], separator: string): Rendered =>
  joined(parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));

/** Whether everything could be rendered. */
export const allThere = (parts: readonly (Rendered | undefined)[]): parts is readonly Rendered[] =>
  parts.every((part) => part !== undefined);

/** Writes `rendered` in place of `range`. */
export const editOf = (range: TextRange, rendered: Rendered): TextEdit =>
  rendered.placeholders.length === 0
    ? { range, newText: rendered.text }
    : { range, newText: rendered.text, placeholders: rendered.placeholders };

/** Writes `rendered` at an offset. */
export const insertionOf = (at: number, rendered: Rendered): TextEdit => editOf({ start: at, end: at }, rendered);
