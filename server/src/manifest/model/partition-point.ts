/**
 * Index of the first item that no longer stands before something; all items before it do, and none behind it.
 * @param isBefore true for the first items of the list, false for all others
 */
export function partitionPoint<Item>(items: readonly Item[], isBefore: (item: Item, index: number) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
