import type { TextEdit } from '../../engine/text';
import { joined, type Rendered } from './rendered';

/**
 * Several lists of edits of one document as one list, in which no two edits touch.
 *
 * What is inserted at one offset is written in the order of its indentation, deepest first, because a deeper line belongs
 * to what stands above; else in the order given.
 * @returns `undefined` when one of the lists is, or when edits overlap or bring one comma twice
 */
export function together(...lists: readonly (readonly TextEdit[] | undefined)[]): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const list of lists) {
    if (list === undefined) return undefined;
    edits.push(...list);
  }
  edits.sort(inOrder);
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last === undefined || last.range.end < edit.range.start) result.push(edit);
    else if (last.range.end > edit.range.start || isSecondComma(last, edit)) return undefined;
    else result.splice(-1, 1, merged(last, edit));
  }
  return result;
}

/** Both put lines behind a member without a comma: only one of them may bring it. */
const isSecondComma = (one: TextEdit, other: TextEdit): boolean => one.newText === ',' && other.newText === ',';

/** An insertion comes before a replacement that starts at its place. */
const inOrder = (one: TextEdit, other: TextEdit): number =>
  one.range.start - other.range.start || one.range.end - other.range.end || depth(other.newText) - depth(one.newText);

/** How far the first line that a text adds is indented; what goes on with the line at hand comes before all lines. */
function depth(text: string): number {
  const addsLines = /^\r?\n/.test(text) || text.endsWith('\n');
  return addsLines ? (/^(?:\r?\n)?([ \t]*)/.exec(text)?.[1]?.length ?? 0) : Number.MAX_SAFE_INTEGER;
}

function merged(one: TextEdit, other: TextEdit): TextEdit {
  const { text, placeholders } = joined([partOf(one), partOf(other)]);
  const range = { start: one.range.start, end: other.range.end };
  return placeholders.length === 0 ? { range, newText: text } : { range, newText: text, placeholders };
}

const partOf = (edit: TextEdit): Rendered => ({ text: edit.newText, placeholders: edit.placeholders ?? [] });
