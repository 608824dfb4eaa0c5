import { asMapping, isNothing } from './lookup';
import type { Entry, Mapping, Node, Sequence } from './nodes';

/** Items of a container's list whose dashes are too far to the left, so that they end the container and begin others. */
export interface SlippedItems {
  /** The container above, and its list, which is empty therefore. */
  readonly above: Mapping;
  readonly list: Entry;
  /** What belongs in the list: the first keys of each container that is none. */
  readonly items: readonly { readonly mapping: Mapping; readonly moved: readonly Entry[] }[];
}

/** What the items of a container's lists hold, and which of these keys no container has. Source: kubernetes/api core/v1/types.go. */
const listKeys: ReadonlyMap<string, { readonly all: ReadonlySet<string>; readonly telling: readonly string[] }> =
  new Map(
    [
      ['ports', 'name protocol hostPort hostIP', 'containerPort'],
      ['env', 'name', 'value valueFrom'],
      ['envFrom', 'prefix', 'configMapRef secretRef'],
      ['volumeMounts', 'name readOnly subPath subPathExpr mountPropagation recursiveReadOnly', 'mountPath'],
    ].map(([name = '', others = '', own = '']) => {
      const telling = own.split(' ');
      return [name, { all: new Set([...others.split(' '), ...telling]), telling }];
    }),
  );

interface Group extends SlippedItems {
  readonly items: { readonly mapping: Mapping; readonly moved: readonly Entry[] }[];
}

/** The slipped items among a pod's containers, a group for each list. */
export function slippedItems({ items, flow }: Sequence): readonly SlippedItems[] {
  const found: Group[] = [];
  let above: Mapping | undefined;
  let continues = false;
  for (const item of items) {
    const mapping = flow ? undefined : asMapping(item.value);
    const last = above?.entries.at(-1);
    const group: Group | undefined = continues ? found.at(-1) : undefined;
    const list: Entry | undefined = group?.list ?? (isNothing(last?.value) ? last : undefined);
    const moved: readonly Entry[] = mapping === undefined || list === undefined ? [] : slippedKeys(mapping, list);
    if (mapping !== undefined && above !== undefined && list !== undefined && moved.length > 0) {
      if (group === undefined) found.push({ above, list, items: [{ mapping, moved }] });
      else group.items.push({ mapping, moved });
    }
    continues = mapping !== undefined && moved.length > 0 && moved.length === mapping.entries.length;
    above = mapping;
  }
  return found;
}

function slippedKeys({ entries, flow, alias }: Mapping, { name }: Entry): readonly Entry[] {
  const keys = listKeys.get(name);
  if (keys === undefined || flow || alias !== undefined) return [];
  const end = entries.findIndex((entry) => entry.merged || !keys.all.has(entry.name));
  const first = end === -1 ? entries : entries.slice(0, end);
  return first.some((entry) => keys.telling.includes(entry.name)) ? first : [];
}

/** Whether containers in a tree are torn apart by slipped items. */
export function holdsSlippedItems(node: Node | undefined): boolean {
  if (node === undefined || node.kind === 'scalar') return false;
  if (node.kind === 'sequence') return node.items.some(({ value }) => holdsSlippedItems(value));
  return node.entries.some(
    ({ name, value }) =>
      (value?.kind === 'sequence' && isContainers.test(name) && slippedItems(value).length > 0) ||
      holdsSlippedItems(value),
  );
}

const isContainers = /^(?:c|initC)ontainers$/;

/** A copy of a tree in which nothing is said to be missing from the containers that slipped items have torn apart. */
export function withTornContainers(node: Mapping): Mapping;
export function withTornContainers(node: Node): Node;
export function withTornContainers(node: Node): Node {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'mapping')
    return {
      ...node,
      entries: node.entries.map((entry) => {
        const value = entry.value && withTornContainers(entry.value);
        if (value?.kind !== 'sequence' || !isContainers.test(entry.name)) return { ...entry, value };
        const torn = new Set(
          slippedItems(value).flatMap(({ above, items }) => [above, ...items.map((each) => each.mapping)]),
        );
        return { ...entry, value: torn.size === 0 ? value : opening(value, torn) };
      }),
    };
  return {
    ...node,
    items: node.items.map((item) =>
      item.value === undefined ? item : { ...item, value: withTornContainers(item.value) },
    ),
  };
}

const opening = (sequence: Sequence, torn: ReadonlySet<Mapping>): Sequence => ({
  ...sequence,
  items: sequence.items.map((item) =>
    item.value?.kind === 'mapping' && torn.has(item.value) ? { ...item, value: { ...item.value, open: true } } : item,
  ),
});
