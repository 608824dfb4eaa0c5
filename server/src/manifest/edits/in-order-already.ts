interface Chain<Item> {
  readonly item: Item;
  readonly before: Chain<Item> | undefined;
  readonly fixed: number;
  readonly length: number;
}

/**
 * The most items of a list that stand in order already, so that only the others have to move.
 * @param isFixed which of them cannot move
 * @returns `undefined` when those that cannot move are not in order themselves
 */
export function inOrderAlready<Item>(
  items: readonly Item[],
  inOrder: (one: Item, other: Item) => boolean,
  isFixed: (item: Item) => boolean,
): ReadonlySet<Item> | undefined {
  const chains: Chain<Item>[] = [];
  for (const item of items) {
    let before: Chain<Item> | undefined;
    for (const chain of chains) if (inOrder(chain.item, item) && isBetter(chain, before)) before = chain;
    const fixed = (before?.fixed ?? 0) + (isFixed(item) ? 1 : 0);
    chains.push({ item, before, fixed, length: (before?.length ?? 0) + 1 });
  }
  let best: Chain<Item> | undefined;
  for (const chain of chains) if (isBetter(chain, best)) best = chain;
  if ((best?.fixed ?? 0) < items.filter(isFixed).length) return undefined;
  const found = new Set<Item>();
  for (let chain = best; chain !== undefined; chain = chain.before) found.add(chain.item);
  return found;
}

const isBetter = <Item>(one: Chain<Item>, other: Chain<Item> | undefined): boolean =>
  other === undefined || one.fixed > other.fixed || (one.fixed === other.fixed && one.length > other.length);
