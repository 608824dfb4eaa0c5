import type { ManifestDocument, Mapping } from '../model/manifest';
import type { Entry } from '../model/nodes';
import { isClaimed } from '../schema/claimed-keys';
import type { FieldType } from '../schema/field-types';
import { isUsedOtherwise, typeOfMapping } from '../schema/mapping-types';
import { stepsTo } from './ancestors';
import { type BlockValue, shapeOf } from './value';

/**
 * Whether a key can be inserted so that what is there then is right: it brings along all that the API server asks of it, it is not
 * there already, misspelled or in the wrong mapping, and no alias brings it to where it means something else.
 * @param ignoring an entry that is taken away at the same time
 */
export function hasPlace(
  document: ManifestDocument,
  mapping: Mapping,
  key: string,
  value: BlockValue,
  ignoring: Entry | undefined,
): boolean {
  if (isUsedOtherwise(document, mapping) || around(document, mapping).some((each) => isUsedOtherwise(document, each)))
    return false;
  const field = typeOfMapping(document, mapping)?.fields.get(key);
  if (field !== undefined && document.mode === 'plain' && !isComplete(field.type, value)) return false;
  return !isClaimed(document, mapping, key, ignoring);
}

const around = (document: ManifestDocument, mapping: Mapping): readonly Mapping[] =>
  (stepsTo(document, mapping) ?? []).flatMap((step) => (step.kind === 'entry' ? step.mapping : []));

function isComplete(type: FieldType, value: BlockValue): boolean {
  const shape = shapeOf(value);
  if (shape.kind === 'sequence')
    return type.kind !== 'list' || shape.items.every((item) => isComplete(type.items, item));
  if (shape.kind !== 'mapping' || type.kind !== 'object') return true;
  const entries = new Map(shape.entries);
  return (
    type.required.every(({ name }) => entries.has(name)) &&
    shape.entries.every(([name, each]) => {
      const field = type.fields.get(name);
      return field === undefined || isComplete(field.type, each);
    })
  );
}
