import { entryOf } from './lookup';
import type { Node } from './nodes';

/** Whether two values say the same, in whatever order their keys stand; what a template prints by its source. */
export function sameValue(one: Node | undefined, other: Node | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.kind === 'scalar') return other.kind === 'scalar' && one.type === other.type && one.value === other.value;
  if (one.kind === 'sequence')
    return (
      other.kind === 'sequence' &&
      one.items.length === other.items.length &&
      one.items.every((item, index) => sameValue(item.value, other.items[index]?.value))
    );
  return (
    other.kind === 'mapping' &&
    one.entries.length === other.entries.length &&
    one.entries.every((entry) => {
      const counterpart = entryOf(other, entry.name);
      return counterpart !== undefined && sameValue(entry.value, counterpart.value);
    })
  );
}
