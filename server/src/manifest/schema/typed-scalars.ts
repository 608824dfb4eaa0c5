import type { Entry, KubernetesObject, ManifestDocument, Mapping, Node, Scalar } from '../model/manifest';
import { acceptsScalar } from './accepted';
import { noCustomTypes } from './custom-types';
import type { Field, FieldType, ObjectType, ScalarType } from './field-types';
import { typedParts } from './object-types';

/** A value of which the API says what it may be, and that is of the right type. */
export interface TypedScalar {
  readonly object: KubernetesObject;
  /** What has the field. */
  readonly holder: Mapping;
  /** The name of its type: `Container`. */
  readonly type: string;
  /** The field that the value stands under, at whatever depth of lists and of keys of the user's own. */
  readonly field: string;
  /** The two together: `Container.name`. */
  readonly name: string;
  /** The entry that the value is of: the field's own, or that of a key of the user's own. */
  readonly entry: Entry;
  readonly node: Scalar;
  readonly expected: ScalarType;
}

/** No manifest is this deep. */
const deepest = 64;

/** Every scalar of a document whose type is known, in the order of the text. Nothing, and what a template prints, is not among them. */
export function typedScalars(document: ManifestDocument): readonly TypedScalar[] {
  const found: TypedScalar[] = [];
  for (const object of document.objects)
    for (const { mapping, type } of typedParts(object, noCustomTypes)) collect(found, object, mapping, type, 0);
  return found;
}

function collect(
  found: TypedScalar[],
  object: KubernetesObject,
  holder: Mapping,
  { name: type, fields }: ObjectType,
  depth: number,
): void {
  const value = (entry: Entry, field: Field, expected: FieldType, node: Node | undefined): void => {
    if (node === undefined || depth > deepest) return;
    if (node.kind === 'mapping') {
      if (expected.kind === 'object') collect(found, object, node, expected, depth + 1);
      else if (expected.kind === 'map')
        for (const each of node.entries) value(each, field, expected.values, each.value);
    } else if (node.kind === 'sequence') {
      if (expected.kind === 'list') for (const item of node.items) value(entry, field, expected.items, item.value);
    } else if (expected.kind === 'scalar' && isSaid(node) && acceptsScalar(expected, node))
      found.push({ object, holder, type, field: field.name, name: field.fullName, entry, node, expected });
  };
  for (const entry of holder.entries) {
    const field = fields.get(entry.name);
    if (field !== undefined) value(entry, field, field.type, entry.value);
  }
}

const isSaid = ({ type }: Scalar): boolean => type !== 'null' && type !== 'unknown';
