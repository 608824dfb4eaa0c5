import { contains } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Item, Mapping, Node, Sequence } from '../model/nodes';

/** One step from the root of a document towards a node: through an entry of a mapping or an item of a list. */
export type Step = EntryStep | ItemStep;

export interface EntryStep {
  readonly kind: 'entry';
  readonly mapping: Mapping;
  readonly entry: Entry;
}

export interface ItemStep {
  readonly kind: 'item';
  readonly sequence: Sequence;
  readonly item: Item;
}

/**
 * The steps from a document's root to the place where a node is written, outermost first; none for the root.
 * @returns `undefined` for a node of another document, or one that a broken text hides
 */
export function stepsTo(document: ManifestDocument, node: Node): readonly Step[] | undefined {
  const steps: Step[] = [];
  let current = document.root;
  while (current !== undefined) {
    if (isAt(current, node)) return steps;
    const step = current.kind === 'scalar' ? undefined : stepTowards(current, node);
    if (step === undefined) return undefined;
    steps.push(step);
    current = step.kind === 'entry' ? step.entry.value : step.item.value;
  }
  return undefined;
}

/** Nodes reached through an alias are copies: what is the same is the place. */
const isAt = (current: Node, node: Node): boolean =>
  current === node ||
  (current.kind === node.kind && current.range.start === node.range.start && current.range.end === node.range.end);

/** The step of a mapping or list towards what is written at a range. */
export function stepTowards(current: Mapping | Sequence, node: Pick<Node, 'range'>): Step | undefined {
  if (current.kind === 'sequence') {
    const item = current.items.find(({ value }) => leadsTo(value, node));
    return item && { kind: 'item', sequence: current, item };
  }
  const entry = current.entries.find(({ merged, value }) => !merged && leadsTo(value, node));
  return entry && { kind: 'entry', mapping: current, entry };
}

const leadsTo = (value: Node | undefined, node: Pick<Node, 'range'>): boolean =>
  value !== undefined && value.alias === undefined && contains(value.range, node.range);

/** The entry of a mapping in block style whose value a node is. */
export function blockEntryOf(document: ManifestDocument, node: Node): EntryStep | undefined {
  const last = stepsTo(document, node)?.at(-1);
  return last?.kind === 'entry' && !last.mapping.flow ? last : undefined;
}
