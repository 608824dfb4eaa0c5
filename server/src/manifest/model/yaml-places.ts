import { type CST, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { spanning, type TextRange } from '../../engine/text';
import { partitionPoint } from './partition-point';
import type { Gap } from './template';

export type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

/** What is not as it seems in a parsed tree. */
export interface Unsure {
  /** Collections that may hold more than what is written. */
  readonly open: ReadonlySet<Collection>;
  /** Scalars that a template action stands for or writes into. */
  readonly printed: ReadonlyMap<Scalar.Parsed, TextRange>;
}

/**
 * Finds the collections that a syntax error or a template action makes unsure.
 * @param faults offsets of syntax errors
 */
export function unsureIn(root: ParsedNode | null, faults: readonly number[], gaps: readonly Gap[]): Unsure {
  const open = new Set<Collection>();
  const printed = new Map<Scalar.Parsed, TextRange>();
  // An error is often seen only where the next thing starts.
  for (const fault of faults)
    for (const offset of [fault, fault - 1]) for (const step of pathTo(root, offset)) open.add(step.collection);
  for (const gap of gaps) markGap(pathTo(root, gap.range.start), gap, open, printed);
  return { open, printed };
}

interface Step {
  readonly collection: Collection;
  /** The value of the last entry that starts before the offset. */
  readonly value: ParsedNode | null | undefined;
}

/** The collections around an offset, from the root. */
function pathTo(root: ParsedNode | null, offset: number): readonly Step[] {
  const steps: Step[] = [];
  let node: ParsedNode | null | undefined = root;
  while (isMap(node) || isSeq(node)) {
    if (node.flow === true && steps.length > 0 && offset > node.range[1]) break;
    const value: ParsedNode | null | undefined = isMap(node) ? valueBefore(node, offset) : itemBefore(node, offset);
    steps.push({ collection: node, value });
    node = value;
  }
  return steps;
}

/** The value of the last key that ends before an offset. */
function valueBefore(map: YAMLMap.Parsed, offset: number): ParsedNode | null | undefined {
  const pair = lastBefore(map.items, ({ key }) => key.range[0], offset);
  return pair !== undefined && offset < pair.key.range[1] ? undefined : pair?.value;
}

/** The last item whose dash, or whose value in flow style, stands before an offset. */
function itemBefore(seq: YAMLSeq.Parsed, offset: number): ParsedNode | undefined {
  const tokens = itemTokens(seq.srcToken);
  const startOf = (item: ParsedNode, index: number): number =>
    tokens[index]?.start.find((part) => part.type === 'seq-item-ind')?.offset ?? item.range[0];
  return lastBefore(seq.items, startOf, offset);
}

function lastBefore<Item>(
  items: readonly Item[],
  startOf: (item: Item, index: number) => number,
  offset: number,
): Item | undefined {
  return items[partitionPoint(items, (item, index) => startOf(item, index) <= offset) - 1];
}

/** The tokens of a block sequence's items, one for each of its nodes: what is only a comment makes no item. */
export function itemTokens(token: CST.Token | undefined): readonly CST.CollectionItem[] {
  if (token?.type !== 'block-seq') return [];
  const makesItem = (type: string): boolean => type === 'seq-item-ind' || type === 'anchor' || type === 'tag';
  return token.items.filter((item) => item.value !== undefined || item.start.some((part) => makesItem(part.type)));
}

/** What an action prints belongs to the key before it, or to the collection at the column that it prints to. */
function markGap(path: readonly Step[], gap: Gap, open: Set<Collection>, printed: Map<Scalar.Parsed, TextRange>): void {
  for (const [index, { collection, value }] of path.entries()) {
    const last = index === path.length - 1;
    // The action stands before all that is written here: behind the dash, or above the first key.
    if (collection.range[0] > gap.range.start) {
      open.add(collection);
      return;
    }
    if (gap.inline) {
      if (!last) continue;
      if (isScalar(value)) print(value, gap, printed);
      else open.add(collection);
      return;
    }
    const column = collection.srcToken?.indent ?? 0;
    if (column >= gap.column || collection.flow === true) {
      // A sequence may stand at the column of the key that holds it: what is printed there may be items or keys.
      const beside = isSeq(value) && value.srcToken?.indent === column ? value : undefined;
      if (beside !== undefined) open.add(beside);
      if (beside === undefined || beside.range[0] < gap.range.start) open.add(collection);
      // Right behind a key, what is printed may be the start of its value, dashes and all.
      if ((isMap(value) || isSeq(value)) && value.range[0] > gap.range.start) open.add(value);
      return;
    }
    if (isScalar(value) && (value.source === '' || value.type === 'BLOCK_LITERAL' || value.type === 'BLOCK_FOLDED')) {
      print(value, gap, printed);
      return;
    }
    // Deeper than this collection: inside its last value, unless that cannot hold anything.
    if (last) open.add(collection);
  }
}

function print(scalar: Scalar.Parsed, { range }: Gap, printed: Map<Scalar.Parsed, TextRange>): void {
  const before = printed.get(scalar);
  printed.set(scalar, before === undefined ? range : spanning(before, range));
}
