import type { Entry, Mapping, Node } from './nodes';

/** A copy of a tree in which more than what is written may be anywhere: how a patch is read. */
export function opened(node: Mapping): Mapping;
export function opened(node: Node): Node;
export function opened(node: Node): Node {
  switch (node.kind) {
    case 'scalar':
      return node;
    case 'mapping':
      return { ...node, open: true, entries: node.entries.map(openedEntry), merges: node.merges.map(openedEntry) };
    case 'sequence':
      return {
        ...node,
        open: true,
        items: node.items.map((item) => (item.value === undefined ? item : { ...item, value: opened(item.value) })),
      };
  }
}

const openedEntry = (entry: Entry): Entry =>
  entry.value === undefined ? entry : { ...entry, value: opened(entry.value) };
