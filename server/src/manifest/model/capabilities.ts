import { capabilityName } from '../../knowledge/capabilities';
import { asSequence, fieldOf, lookupAt, stringOf } from './lookup';
import type { Container, Item, Presence, Scalar, Sequence } from './manifest';

/** A capability that a container adds to those that its runtime gives, or drops. */
export interface WrittenCapability {
  /** Upper case, without `CAP_`. */
  readonly name: string;
  readonly node: Scalar;
  readonly item: Item;
  readonly list: Sequence;
}

/** The capabilities that a container's security context adds, as far as they are written out. */
export const addedCapabilities = (container: Container): readonly WrittenCapability[] => listed(container, 'add');

/** Whether a container gives up capabilities: `name`, or all of them. */
export function drops(container: Container, name: string): Presence {
  const { presence, entry } = lookupAt(container.node, ['securityContext', 'capabilities', 'drop']);
  if (presence === 'unknown') return 'unknown';
  const dropped = listed(container, 'drop');
  if (dropped.some((each) => each.name === 'ALL' || each.name === name)) return 'yes';
  const list = entry?.value;
  const readable =
    list === undefined || list.kind !== 'sequence' ? list?.kind !== 'scalar' || list.type === 'null' : !list.open;
  return readable && dropped.length === (asSequence(list)?.items.length ?? 0) ? 'no' : 'unknown';
}

function listed({ securityContext }: Container, key: 'add' | 'drop'): readonly WrittenCapability[] {
  const capabilities = fieldOf(securityContext, 'capabilities');
  const list = capabilities?.kind === 'mapping' ? asSequence(fieldOf(capabilities, key)) : undefined;
  return (list?.items ?? []).flatMap((item): readonly WrittenCapability[] => {
    const name = stringOf(item.value);
    if (list === undefined || name === undefined || item.value?.kind !== 'scalar' || item.conditional) return [];
    return [{ name: capabilityName(name), node: item.value, item, list }];
  });
}
