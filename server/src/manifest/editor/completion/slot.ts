import { customTypes } from '../../schema/custom-types';
import { typeAt } from '../../schema/field-path';
import type { FieldType } from '../../schema/field-types';
import { typeOfObject } from '../../schema/object-types';
import type { TypedPlace } from './typed-place';

/** A place for a scalar, and whose it is. */
export interface Slot {
  readonly place: TypedPlace;
  /** The type with the field, as the API calls it: `Container`. */
  readonly holder: string;
  readonly field: string;
  /** Of a map under the field, the key that the value is of. */
  readonly key: string | undefined;
  readonly type: FieldType;
  /** Written in front of the value. */
  readonly prefix: string;
}

/** The scalar that goes where the place is: behind a colon, or as an item; `undefined` where none does. */
export function slotAt(place: TypedPlace): Slot | undefined {
  const prefix = place.needsBlank ? ' ' : '';
  if (place.kind === 'value') {
    const { type, key = '' } = place;
    if (type?.kind === 'object') {
      const field = type.fields.get(key);
      return field && { place, holder: type.name, field: key, key: undefined, type: field.type, prefix };
    }
    const owner = type?.kind === 'map' ? ownerOf(place) : undefined;
    return type?.kind === 'map' && owner ? { place, ...owner, key, type: type.values, prefix } : undefined;
  }
  const items = place.type?.kind === 'list' ? place.type.items : place.type;
  if (items?.kind !== 'scalar' || place.isFollowed) return undefined;
  const owner = ownerOf(place);
  return owner && { place, ...owner, key: undefined, type: items, prefix: place.type?.kind === 'list' ? '- ' : '' };
}

/** The field that a list or a map stands under, and the type that has it. */
export function ownerOf(place: TypedPlace): Pick<Slot, 'holder' | 'field'> | undefined {
  const { object, objectPath, model } = place;
  const last = objectPath.findLastIndex((step) => typeof step === 'string');
  const field = objectPath[last];
  const root = object && typeOfObject(object, customTypes(model));
  const holder = root && typeAt(root, objectPath.slice(0, last));
  return holder?.kind === 'object' && typeof field === 'string' ? { holder: holder.name, field } : undefined;
}
