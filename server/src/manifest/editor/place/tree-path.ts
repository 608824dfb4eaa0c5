import type { Mapping, Node } from '../../model/nodes';
import type { Surroundings } from './surroundings';

/** The mappings that the openings lead through, the nearest first, and how many openings the tree agrees with. */
export function mappingsAround(
  root: Node | undefined,
  { openings }: Pick<Surroundings, 'openings'>,
): { readonly mappings: readonly Mapping[]; readonly depth: number } {
  const mappings: Mapping[] = [];
  let node = root;
  let depth = 0;
  for (const opening of openings) {
    if (node?.kind === 'mapping') mappings.unshift(node);
    const next: Node | undefined = openedValue(node, opening.offset);
    if (next === undefined) return { mappings, depth };
    node = next;
    depth++;
  }
  if (node?.kind === 'mapping') mappings.unshift(node);
  else depth = -1;
  return { mappings, depth };
}

export function openedValue(node: Node | undefined, offset: number): Node | undefined {
  if (node?.kind === 'mapping') return node.entries.find(({ key }) => key.range.start === offset)?.value;
  return node?.kind === 'sequence' ? node.items.find(({ range }) => range.start === offset)?.value : undefined;
}
