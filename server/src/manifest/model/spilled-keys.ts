import type { Item } from './nodes';
import type { Branches } from './template-branches';

/**
 * The items of a list with those opened whose keys may stand in the one below: when a branch begins with an item and ends
 * before that item does, what follows belongs to the item above where the branch is not taken.
 */
export function withSpilledKeys(items: readonly Item[], branches: Branches): readonly Item[] {
  const open = new Set<number>();
  for (const [index, item] of items.entries()) {
    if (!spills(item, branches)) continue;
    for (let above = index - 1; above >= 0 && !open.has(above); above--) {
      open.add(above);
      if (items[above]?.conditional !== true) break;
    }
  }
  return open.size === 0 ? items : items.map((item, index) => (open.has(index) ? opened(item) : item));
}

/** Whether keys of an item stand outside of the branch that decides about it. */
function spills({ conditional, value, range }: Item, branches: Branches): boolean {
  if (!conditional || value?.kind !== 'mapping' || value.flow || value.alias !== undefined) return false;
  const branch = branches.at(range.start);
  return value.entries.some(
    ({ key, merged }) => !merged && branches.common(branch, branches.at(key.range.start)) !== branch,
  );
}

const opened = (item: Item): Item =>
  item.value?.kind === 'mapping' ? { ...item, value: { ...item.value, open: true } } : item;
