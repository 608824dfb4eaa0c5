import { remembered } from '../../engine/remembered';
import type { ManifestDocument, Mapping, Node } from '../model/manifest';
import { noCustomTypes } from './custom-types';
import type { FieldType, ObjectType } from './field-types';
import { typedParts } from './object-types';

/** The type of a mapping; `undefined` where its keys are the user's own, or nobody knows what it is. */
export const typeOfMapping = (document: ManifestDocument, mapping: Mapping): ObjectType | undefined =>
  typesIn(document).get(mapping);

/** No manifest is this deep. */
const deepest = 64;

const typesIn = remembered((document: ManifestDocument): ReadonlyMap<Mapping, ObjectType> => {
  const types = new Map<Mapping, ObjectType>();
  const visit = (node: Node | undefined, type: FieldType, depth: number): void => {
    if (node === undefined || depth > deepest) return;
    if (node.kind === 'mapping' && type.kind === 'object') {
      types.set(node, type);
      for (const { name, value } of node.entries) {
        const field = type.fields.get(name);
        if (field !== undefined) visit(value, field.type, depth + 1);
      }
    } else if (node.kind === 'mapping' && type.kind === 'map')
      for (const { value } of node.entries) visit(value, type.values, depth + 1);
    else if (node.kind === 'sequence' && type.kind === 'list')
      for (const { value } of node.items) visit(value, type.items, depth + 1);
  };
  for (const object of document.objects)
    for (const { mapping, type } of typedParts(object, noCustomTypes)) visit(mapping, type, 0);
  return types;
});
