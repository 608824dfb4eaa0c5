import type { SuppressedId, Suppression } from '../../engine/suppression';
import type { PlacedAnnotation } from './annotations';
import { type IdList, listIn } from './ids';

/** `plimsoll/ignore: "ID, ID[container]"`: for the object or pod template that bears it, or for one of its containers. */
export function plimsollIgnore(annotation: PlacedAnnotation): readonly Suppression[] {
  const { bearer, containers, range, value } = annotation;
  return [...byContainer(listIn(value))].map(([name, ids]): Suppression => {
    // An unknown container has nothing to silence: the id will be reported as unused.
    const reach = name === '' ? bearer : (containers.find((container) => container.name === name)?.item.range ?? range);
    return { owner: 'plimsoll', ids, reach, range };
  });
}

const entry = /([^\s,[\]]+)(?:\[([^\],]*)\])?/g;

/** The ids of a list by the container that they are about; `''` for those about everything. */
function byContainer(list: IdList): ReadonlyMap<string, readonly SuppressedId[]> {
  const groups = new Map<string, SuppressedId[]>();
  for (const { 0: whole, 1: id = '', 2: container, index } of list.text.matchAll(entry)) {
    const name = container?.trim() ?? '';
    groups.set(name, [...(groups.get(name) ?? []), { id, range: list.rangeOf(index, index + whole.length) }]);
  }
  return groups;
}
