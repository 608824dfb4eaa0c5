import { remembered } from '../../engine/remembered';
import type { ManifestDocument, Mapping, Node } from '../model/manifest';
import { noCustomTypes } from './custom-types';
import type { FieldType, ObjectType } from './field-types';
import { typedParts } from './object-types';

/** The type of a mapping; `undefined` where its keys are the user's own, or nobody knows what it is. */
export const typeOfMapping = (document: ManifestDocument, mapping: Mapping): ObjectType | undefined =>
  readTypes(document).types.get(mapping);

/** Whether an alias or a merge brings what is written in a mapping to where another type is expected, or keys of the user's own. */
export function isUsedOtherwise(document: ManifestDocument, mapping: Mapping): boolean {
  const { types, uses } = readTypes(document);
  const type = types.get(mapping);
  return (uses.get(mapping.range.start) ?? []).some((each) => each === undefined || each !== type);
}

interface Types {
  readonly types: ReadonlyMap<Mapping, ObjectType>;
  /** The types of the places that aliases and merges bring a mapping to, by where it is written. */
  readonly uses: ReadonlyMap<number, readonly (ObjectType | undefined)[]>;
}

/** No manifest is this deep. */
const deepest = 64;

const readTypes = remembered((document: ManifestDocument): Types => {
  const types = new Map<Mapping, ObjectType>();
  const uses = new Map<number, (ObjectType | undefined)[]>();
  const use = ({ range }: Node, type: ObjectType | undefined): void => {
    uses.set(range.start, [...(uses.get(range.start) ?? []), type]);
  };
  const visitMapping = (mapping: Mapping, type: FieldType | undefined, depth: number): void => {
    const own = type?.kind === 'object' ? type : undefined;
    if (own !== undefined) types.set(mapping, own);
    if (mapping.alias !== undefined) use(mapping, own);
    for (const { value } of mapping.merges)
      for (const each of value?.kind === 'sequence' ? value.items.map((item) => item.value) : [value])
        if (each !== undefined) use(each, own);
    for (const { name, value } of mapping.entries)
      visit(value, type?.kind === 'map' ? type.values : own?.fields.get(name)?.type, depth + 1);
  };
  const visit = (node: Node | undefined, type: FieldType | undefined, depth: number): void => {
    if (node === undefined || depth > deepest) return;
    if (node.kind === 'mapping') visitMapping(node, type, depth);
    else if (node.kind === 'sequence')
      for (const { value } of node.items) visit(value, type?.kind === 'list' ? type.items : undefined, depth + 1);
  };
  for (const object of document.objects)
    for (const { mapping, type } of typedParts(object, noCustomTypes)) visit(mapping, type, 0);
  return { types, uses };
});
