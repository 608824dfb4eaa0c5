import { isNothing } from './lookup';
import type { Node } from './nodes';

/** Whether a value says nothing: `null`, an empty string, a list or mapping of which all values say nothing. */
export function saysNothing(value: Node | undefined): boolean {
  if (value === undefined || isNothing(value)) return true;
  if (value.kind === 'scalar') return value.value === '';
  if (value.open) return false;
  return value.kind === 'mapping'
    ? value.entries.every((entry) => saysNothing(entry.value))
    : value.items.every((item) => saysNothing(item.value));
}
