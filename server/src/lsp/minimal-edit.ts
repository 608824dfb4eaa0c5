import type { TextEdit } from '../engine/text';

/**
 * Edits that lead from one text to another, one for each stretch of lines that differ, so that cursors and folds
 * outside of them stay where they are.
 */
export function minimalEdit(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const old = linesOf(before);
  const wanted = linesOf(after);
  const edits: TextEdit[] = [];
  let i = 0;
  let j = 0;
  let offset = 0;
  while (i < old.length || j < wanted.length) {
    if (i < old.length && old[i] === wanted[j]) {
      offset += old[i]?.length ?? 0;
      i++;
      j++;
      continue;
    }
    const [removed, added] = nextMeeting(old, wanted, i, j);
    const length = old.slice(i, i + removed).reduce((sum, line) => sum + line.length, 0);
    edits.push({
      range: { start: offset, end: offset + length },
      newText: wanted.slice(j, j + added).join(''),
    });
    offset += length;
    i += removed;
    j += added;
  }
  return edits;
}

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** How far ahead a pair of equal lines is looked for; beyond it the rest is replaced whole. */
const reach = 200;

/** How many lines to leave out on either side until the two texts agree again. */
function nextMeeting(old: readonly string[], wanted: readonly string[], i: number, j: number): [number, number] {
  for (let distance = 1; distance <= reach; distance++)
    for (let removed = 0; removed <= distance; removed++) {
      const added = distance - removed;
      if (i + removed < old.length && j + added < wanted.length && old[i + removed] === wanted[j + added])
        return [removed, added];
      if (i + removed === old.length && j + added === wanted.length) return [removed, added];
    }
  return [old.length - i, wanted.length - j];
}
