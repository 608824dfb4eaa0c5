import { isVerbatim } from './parts';
import { lazilyMappedSource, type ShellSource, sourceAt } from './source';
import type { LiteralPart, Word } from './syntax';

/** Where each character of a word's literal value stands in the document; `undefined` for a word that has none. */
export function literalSource(word: Word): ShellSource | undefined {
  const { literal } = word;
  if (literal === undefined) return undefined;
  const parts = word.parts.filter((part): part is LiteralPart => part.kind === 'literal');
  const [first] = parts;
  if (first === undefined) return sourceAt('', word.range.start);
  if (parts.length === 1 && isVerbatim(first)) return sourceAt(literal, first.range.start);
  return lazilyMappedSource(literal, () => mapOf(literal, parts));
}

function mapOf(literal: string, parts: readonly LiteralPart[]): { offsets: Uint32Array; ends: Uint32Array } {
  const offsets = new Uint32Array(literal.length + 1);
  const ends = new Uint32Array(literal.length);
  let index = 0;
  for (const part of parts) {
    const { start, end } = part.range;
    const verbatim = isVerbatim(part);
    for (let at = 0; at < part.value.length; at++) {
      offsets[index] = verbatim ? start + at : start;
      ends[index] = verbatim ? start + at + 1 : end;
      index++;
    }
    offsets[index] = end;
  }
  return { offsets, ends };
}
