import { deletion, type TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Item, Sequence } from '../model/nodes';
import { isPlainFlow } from './members';
import { hasAction, hasComment, hasProblem, isExpendable } from './obstacles';
import { removeItem } from './remove';
import { together } from './together';

/**
 * Removes several items of a list that keeps others; comments stay.
 * @returns `undefined` where the text cannot be edited safely
 */
export function removeItems(
  document: ManifestDocument,
  sequence: Sequence,
  items: readonly Item[],
): readonly TextEdit[] | undefined {
  if (!sequence.flow || items.length < 2) return together(...items.map((item) => removeItem(document, sequence, item)));
  return together(...runsOf(sequence, items).map((run) => removeRun(document, sequence, run)));
}

/** Items that stand next to each other, by the index of the first and of the last. */
interface Run {
  readonly first: number;
  readonly last: number;
}

function runsOf(sequence: Sequence, items: readonly Item[]): readonly Run[] {
  const runs: Run[] = [];
  for (const index of items.map((item) => sequence.items.indexOf(item)).sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && run.last + 1 === index) runs[runs.length - 1] = { first: run.first, last: index };
    else runs.push({ first: index, last: index });
  }
  return runs;
}

/** The items with the comma that parts them from what is left. */
function removeRun(
  document: ManifestDocument,
  sequence: Sequence,
  { first, last }: Run,
): readonly TextEdit[] | undefined {
  const { items } = sequence;
  const [start, end] = [items[first]?.range.start, items[last]?.range.end];
  const [previous, next] = [items[first - 1], items[last + 1]];
  if (start === undefined || end === undefined || !isPlainFlow(document.text, sequence)) return undefined;
  const range = next !== undefined ? { start, end: next.range.start } : previous && { start: previous.range.end, end };
  if (range === undefined || hasComment(document, range) || hasAction(document, range)) return undefined;
  return hasProblem(document, range) || !isExpendable(document, range) ? undefined : [deletion(range)];
}
