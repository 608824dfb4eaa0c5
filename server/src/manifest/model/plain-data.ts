import type { Mapping, Node } from './nodes';

/** A value of a manifest as data: what a JSON reader would make of it. */
export type PlainData = string | number | boolean | null | readonly PlainData[] | PlainMapping;

export type PlainMapping = ReadonlyMap<string, PlainData>;

/** What a value says, without how it is written; `undefined` where a template decides a part of it. */
export function plainData(node: Node | undefined): PlainData | undefined {
  if (node === undefined) return null;
  switch (node.kind) {
    case 'scalar':
      return node.type === 'unknown' ? undefined : node.value;
    case 'mapping':
      return plainMapping(node);
    case 'sequence': {
      if (node.open || node.items.some(({ conditional }) => conditional)) return undefined;
      const items = node.items.map(({ value }) => plainData(value));
      const known = items.filter((item) => item !== undefined);
      return known.length === items.length ? known : undefined;
    }
  }
}

/** The same of a mapping; keys that are written twice count once. */
export function plainMapping(node: Mapping, left: ReadonlySet<string> = new Set()): PlainMapping | undefined {
  const data = new Map<string, PlainData>();
  if (node.open) return undefined;
  for (const { name, value, conditional } of node.entries) {
    if (left.has(name)) continue;
    const plain = plainData(value);
    if (conditional || plain === undefined) return undefined;
    data.set(name, plain);
  }
  return data;
}
