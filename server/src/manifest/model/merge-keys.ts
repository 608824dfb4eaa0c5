import type { Entry, Scalar } from './nodes';
import type { TreeProblems } from './tree-problems';

export const isMergeKey = (key: Scalar): boolean => key.style === 'plain' && key.source === '<<';

/** What `<<` keys bring. */
export interface Merged {
  readonly entries: readonly Entry[];
  /** What is merged is not all known. */
  readonly open: boolean;
}

/** Keys that are written win over merged ones, wherever they stand, and the first mapping of several over the others. */
export function mergedEntries(own: readonly Entry[], merges: readonly Entry[], problems: TreeProblems): Merged {
  const names = new Set(own.map((entry) => entry.name));
  const entries: Entry[] = [];
  let open = false;
  for (const { value, range } of merges)
    for (const source of value?.kind === 'sequence' ? value.items.map((item) => item.value) : [value]) {
      if (source?.kind !== 'mapping') {
        open = true;
        if (source?.kind !== 'scalar' || source.type !== 'unknown')
          problems.report('BAD_MERGE', 'Only a mapping, or a list of them, can be merged', range);
        continue;
      }
      open ||= source.open;
      for (const entry of source.entries) {
        if (names.has(entry.name)) continue;
        names.add(entry.name);
        entries.push({ ...entry, merged: true });
      }
    }
  return { entries, open };
}
