import { mayShareNamespace } from './file-objects';
import type { FilePods } from './file-pods';
import { itemsNamed, type LabelIndex, type Labelled, labelOf, type Selection } from './label-index';
import type { KubernetesObject } from './manifest';
import type { Entry } from './nodes';
import { labelsMeet } from './pod-labels';
import type { Requirement } from './selectors';
import { isSlip } from './slips';

/** What a selector that finds nothing most likely means. */
export interface Meant<Item extends Labelled> {
  readonly item: Item;
  readonly differences: readonly LabelDifference[];
}

/** A label that the selector asks for and the thing does not have. */
export interface LabelDifference {
  readonly key: string;
  readonly value: string;
  /** Of the selector. */
  readonly entry: Entry;
  /** What the thing has by that key. */
  readonly wanted: string | undefined;
}

/** A selector of an object, and what it finds. */
export interface SelectorUse<Item extends Labelled> {
  readonly object: KubernetesObject;
  readonly requirements: readonly Requirement[];
  readonly selection: Selection<Item>;
}

export interface MeantOptions {
  /** Whether what has the name of the selector's object is meant, whatever its labels. */
  readonly named: boolean;
}

/** What nobody asks for by mistake, left out. */
type MayBeMeant<Item> = (item: Item) => boolean;

/**
 * The one thing of its file that a selector seems to be for although it finds nothing: it has labels that are nearly
 * those asked for, or the name of the selector's object. What any other selector is for may be elsewhere.
 */
export function meantItem<Item extends Labelled>(
  index: LabelIndex<Item>,
  use: SelectorUse<Item>,
  { named }: MeantOptions,
  mayBeMeant: MayBeMeant<Item> = () => true,
): Meant<Item> | undefined {
  const { object, requirements, selection } = use;
  if (selection.unsure || selection.selected.length > 0) return undefined;
  const isHere = (item: Item): boolean =>
    mayShareNamespace(item.object.namespace, object.namespace) && mayBeMeant(item);
  const namesakes = named && object.name !== undefined ? itemsNamed(index, object.name).filter(isHere) : [];
  const candidates = namesakes.length > 0 ? namesakes : nearItems(index, requirements).filter(isHere);
  const [only, other] = candidates.flatMap((item): readonly Meant<Item>[] => {
    const differences = differencesFrom(requirements, item);
    return namesakes.length > 0 || isNear(differences, item, requirements) ? [{ item, differences }] : [];
  });
  return other === undefined ? only : undefined;
}

/** Like `meantItem`; the pods of jobs come and go, and what is merged over others' pods is no workload. */
export const meantPods = (
  index: LabelIndex<FilePods>,
  use: SelectorUse<FilePods>,
  options: MeantOptions,
): Meant<FilePods> | undefined =>
  meantItem(index, use, options, ({ workload }) => workload.lifetime !== 'job' && workload.lifetime !== 'overlay');

/** A list of more values is not looked through for one that is nearly another. */
const mostValues = 250;

/** Those with a label that is asked for, or nearly so: of the label of which there are the fewest values. */
function nearItems<Item extends Labelled>(
  { having }: LabelIndex<Item>,
  requirements: readonly Requirement[],
): readonly Item[] {
  let fewest: ReadonlyMap<string, readonly Item[]> | undefined;
  let asked = '';
  for (const { key, values, equality } of requirements) {
    if (!equality) continue;
    const byValue = having.get(key) ?? new Map<string, readonly Item[]>();
    if (fewest === undefined || byValue.size < fewest.size) [fewest, asked] = [byValue, values[0] ?? ''];
  }
  if (fewest === undefined || fewest.size > mostValues) return [];
  return [...fewest].flatMap(([value, items]) => (value === asked || isSlip(asked, value) ? items : []));
}

function differencesFrom(requirements: readonly Requirement[], item: Labelled): readonly LabelDifference[] {
  return requirements.flatMap(({ key, values: [value = ''], node, equality }) => {
    if (!equality || !('key' in node)) return [];
    const wanted = labelOf(item, key);
    return wanted === value ? [] : [{ key, value, entry: node, wanted }];
  });
}

/** Whether each label that differs is nearly the one asked for, and what else is asked for is met. */
const isNear = (
  differences: readonly LabelDifference[],
  item: Labelled,
  requirements: readonly Requirement[],
): boolean =>
  differences.every(({ value, wanted }) => wanted !== undefined && isSlip(value, wanted)) &&
  labelsMeet(
    item.labels,
    requirements.filter(({ equality }) => !equality),
  ) === 'yes';
