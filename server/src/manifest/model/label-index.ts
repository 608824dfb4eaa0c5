import { remembered } from '../../engine/remembered';
import { mayShareNamespace } from './file-objects';
import { grouped } from './grouped';
import { stringOf } from './lookup';
import type { KubernetesObject } from './manifest';
import { labelsMeet, type PodLabels } from './pod-labels';
import { meets, type Requirement } from './selectors';

/** Something that selectors find by its labels. */
export interface Labelled {
  readonly object: KubernetesObject;
  /** `undefined` when nothing can be known of them. */
  readonly labels: PodLabels | undefined;
}

/** Labelled things of one file, so that what a selector finds is looked up, and not looked for. */
export interface LabelIndex<Item extends Labelled> {
  readonly items: readonly Item[];
  /** Those that surely have a label, by its key and its value. */
  readonly having: ReadonlyMap<string, ReadonlyMap<string, readonly Item[]>>;
  /** Those with labels that a template or a patch decides about. */
  readonly unsure: readonly Item[];
  /** Of the unsure ones, those of which it is not known whether they have a label, by its key; filled as it is asked for. */
  readonly mayHave: Map<string, readonly Item[]>;
  /** What selectors found, by what they ask for and their namespace; filled as it is asked for. */
  readonly selections: Map<string, Map<string | undefined, Selection<Item>>>;
  /** Filled when it is asked for. */
  byName: ReadonlyMap<string, readonly Item[]> | undefined;
}

/** What a selector finds. Equal selectors of a namespace have the same one. */
export interface Selection<Item extends Labelled> {
  /** Those of its namespace that it surely finds. */
  readonly selected: readonly Item[];
  /** Whether there are any of which it cannot be said. */
  readonly unsure: boolean;
}

/** Puts things where selectors find them. */
export function labelIndex<Item extends Labelled>(items: readonly Item[]): LabelIndex<Item> {
  const having = new Map<string, Map<string, Item[]>>();
  const unsure: Item[] = [];
  for (const item of items) {
    const { sure, whole } = factsOf(item.labels);
    if (!whole) unsure.push(item);
    for (const [key, value] of sure) {
      const values = having.get(key) ?? new Map<string, Item[]>();
      if (values.size === 0) having.set(key, values);
      const found = values.get(value);
      if (found === undefined) values.set(value, [item]);
      else found.push(item);
    }
  }
  return { items, having, unsure, mayHave: new Map(), selections: new Map(), byName: undefined };
}

/** The things whose object has a name. */
export function itemsNamed<Item extends Labelled>(index: LabelIndex<Item>, name: string): readonly Item[] {
  index.byName ??= grouped(index.items, ({ object }) => object.name);
  return index.byName.get(name) ?? [];
}

/**
 * What a selector finds among things. Of one that asks for no label by its value nothing can be said.
 * @param namespace that of the selector
 */
export function selectionOf<Item extends Labelled>(
  index: LabelIndex<Item>,
  requirements: readonly Requirement[],
  namespace: string | undefined,
): Selection<Item> {
  const words = wordsOf(requirements);
  const byNamespace = index.selections.get(words) ?? new Map<string | undefined, Selection<Item>>();
  if (byNamespace.size === 0) index.selections.set(words, byNamespace);
  const before = byNamespace.get(namespace);
  if (before !== undefined) return before;
  const found = select(index, requirements, namespace);
  byNamespace.set(namespace, found);
  return found;
}

function select<Item extends Labelled>(
  index: LabelIndex<Item>,
  requirements: readonly Requirement[],
  namespace: string | undefined,
): Selection<Item> {
  const candidates = fewestCandidates(index, requirements);
  if (candidates === undefined) return { selected: [], unsure: true };
  const near = (item: Item): boolean => mayShareNamespace(item.object.namespace, namespace);
  const matching = candidates.sure.filter((item) => near(item) && labelsMeet(item.labels, requirements) === 'yes');
  // Which namespace the other one is deployed to is not written.
  const selected = matching.filter(({ object }) => object.namespace === namespace);
  if (selected.length < matching.length) return { selected, unsure: true };
  const isUnsure = (item: Item): boolean => near(item) && labelsMeet(item.labels, requirements) === 'unknown';
  return { selected, unsure: candidates.sure.some(isUnsure) || candidates.unsure.some(isUnsure) };
}

interface Candidates<Item> {
  /** Those that surely are as one of the requirements asks. */
  readonly sure: readonly Item[];
  /** Those that may be. */
  readonly unsure: readonly Item[];
}

/** What a selector finds is among those with the label that the fewest have. */
function fewestCandidates<Item extends Labelled>(
  index: LabelIndex<Item>,
  requirements: readonly Requirement[],
): Candidates<Item> | undefined {
  let fewest: Candidates<Item> | undefined;
  for (const { operator, key, values } of requirements) {
    if (operator !== 'In') continue;
    const byValue = index.having.get(key);
    const [first = '', second] = values;
    const sure =
      second === undefined
        ? (byValue?.get(first) ?? [])
        : [...new Set(values)].flatMap((value) => byValue?.get(value) ?? []);
    const unsure = mayHave(index, key);
    if (fewest === undefined || sure.length + unsure.length < fewest.sure.length + fewest.unsure.length)
      fewest = { sure, unsure };
  }
  return fewest;
}

function mayHave<Item extends Labelled>({ unsure, mayHave: known }: LabelIndex<Item>, key: string): readonly Item[] {
  if (unsure.length === 0) return unsure;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = unsure.filter(
    ({ labels }) =>
      labels === undefined || meets(labels.labels, labels.open, { operator: 'In', key, values: [''] }) === 'unknown',
  );
  known.set(key, found);
  return found;
}

/** The value of a label that is surely there. */
export const labelOf = ({ labels }: Labelled, key: string): string | undefined => factsOf(labels).sure.get(key);

interface LabelFacts {
  /** The labels that are surely there, with their values. */
  readonly sure: ReadonlyMap<string, string>;
  /** Whether these are surely all. */
  readonly whole: boolean;
}

const nothing: LabelFacts = { sure: new Map(), whole: false };

const factsOf = (labels: PodLabels | undefined): LabelFacts => (labels === undefined ? nothing : readFacts(labels));

const readFacts = remembered(({ labels, open }: PodLabels): LabelFacts => {
  const sure = new Map<string, string>();
  const others = new Set<string>();
  // What is written last counts, and before what a merge brings.
  for (const { name, value, merged, conditional } of labels?.entries ?? []) {
    if (merged && (sure.has(name) || others.has(name))) continue;
    const text = conditional ? undefined : stringOf(value);
    sure.delete(name);
    others.delete(name);
    if (text === undefined) others.add(name);
    else sure.set(name, text);
  }
  return { sure, whole: others.size === 0 && !(labels?.open ?? open) };
});

/** What tells one list of requirements from another. */
const wordsOf = remembered((requirements: readonly Requirement[]) =>
  JSON.stringify(requirements.map(({ key, operator, values }) => [key, operator, values]).sort()),
);
