import { closest } from '../../engine/closest';
import { foreignField } from '../../knowledge/foreign-fields';
import { groupOf } from '../../knowledge/workload-kinds';
import { asSequence, type PathStep } from '../model/lookup';
import type { Entry, Node } from '../model/nodes';
import { type SlippedItems, slippedItems } from '../model/slipped-items';
import { fieldAt } from './field-path';
import { type Field, type FieldType, type ObjectType, objectIn } from './field-types';
import { apiVersions, typeOfKind } from './kubernetes-types';
import { farthest, mistyped, respelled } from './meant-field';
import type { TypedPlace, UnknownField } from './mismatches';
import { pathName, placeAmongLabels, placeAround, placeInside, type RightfulPlace } from './rightful-place';

/** What a key most likely means that its mapping's type does not have. */
export type FieldMeaning =
  /** A field, in wrong letters. */
  | { readonly kind: 'misspelled'; readonly field: Field }
  /** A word of another format, or of another type, for a field or for a path of them. */
  | {
      readonly kind: 'foreign';
      readonly path: readonly string[];
      readonly type: FieldType;
      readonly beside: readonly [string, string] | undefined;
    }
  /** A word of another format for what Kubernetes does not have, or does by itself. */
  | { readonly kind: 'needless' }
  | { readonly kind: 'misplaced'; readonly place: RightfulPlace }
  /** A key of an item whose dash is too far to the left, of the list that is empty therefore. */
  | {
      readonly kind: 'slipped';
      readonly name: string;
      readonly slipped: SlippedItems;
      /** The one of them all to speak of. */
      readonly first: Entry | undefined;
    }
  /** A field of a newer version of the object's kind. */
  | { readonly kind: 'newer'; readonly apiVersion: string }
  | { readonly kind: 'unknown' };

const known = new WeakMap<Entry, FieldMeaning>();

/** A mapping with more keys than any type has fields is data: nobody has mistyped it. */
const mostKeys = 200;

export function fieldMeaning({ place, entry }: UnknownField): FieldMeaning {
  const before = known.get(entry);
  if (before !== undefined) return before;
  const meaning: FieldMeaning = place.mapping.entries.length > mostKeys ? { kind: 'unknown' } : meaningOf(place, entry);
  known.set(entry, meaning);
  return meaning;
}

function meaningOf(place: TypedPlace, entry: Entry): FieldMeaning {
  const slipped = slippedWith(place, entry);
  if (slipped !== undefined) return slipped;
  const spelled = respelled(place, entry);
  if (spelled !== undefined) return { kind: 'misspelled', field: spelled };
  const foreign = foreignMeaning(place.type, entry);
  if (foreign !== undefined) return foreign;
  const outside = placeAmongLabels(place, entry) ?? placeAround(place, entry);
  if (outside !== undefined) return { kind: 'misplaced', place: outside };
  const apiVersion = newerVersion(place, entry);
  if (apiVersion !== undefined) return { kind: 'newer', apiVersion };
  const field = mistyped(place, entry);
  if (field !== undefined) return { kind: 'misspelled', field };
  const inside = placeInside(place, entry);
  return inside === undefined ? { kind: 'unknown' } : { kind: 'misplaced', place: inside };
}

function slippedWith({ mapping, type, item, outer }: TypedPlace, entry: Entry): FieldMeaning | undefined {
  const sequence = item === undefined ? undefined : asSequence(outer?.entry.value);
  if (sequence === undefined || outer === undefined || !mapping.open) return undefined;
  for (const slipped of slippedItems(sequence))
    if (slipped.items.some((each) => each.mapping === mapping && each.moved.includes(entry)))
      return {
        kind: 'slipped',
        name: `${pathName(outer.place)}.${outer.entry.name}[].${slipped.list.name}[]`,
        slipped,
        first: slipped.items[0]?.moved.find(({ name }) => !type.fields.has(name)),
      };
  return undefined;
}

function foreignMeaning(type: ObjectType, { name, value }: Entry): FieldMeaning | undefined {
  const foreign = foreignField(type.name, name, (word, words) => closest(word, words, farthest(word)));
  if (foreign === undefined) return undefined;
  if (foreign.path === undefined) return { kind: 'needless' };
  const path = foreign.path.join('.') === 'service.port' ? [...foreign.path, portField(value)] : foreign.path;
  const field = fieldAt(type, path);
  if (field === undefined || !keysFit(field.type, value)) return undefined;
  return { kind: 'foreign', path, type: field.type, beside: foreign.beside };
}

/** What was one field for numbers and names are two since networking.k8s.io/v1. */
const portField = (value: Node | undefined): string =>
  value?.kind === 'scalar' && value.type === 'string' ? 'name' : 'number';

/** Whether the keys of a list's items are fields of what the list is to hold: `volumes` of a container may be its mounts. */
function keysFit(type: FieldType, value: Node | undefined): boolean {
  if (value?.kind !== 'sequence') return true;
  const items = objectIn(type);
  return value.items.every(
    ({ value: item }) => item?.kind !== 'mapping' || item.entries.every(({ name }) => items?.fields.has(name) === true),
  );
}

/** A newer version of the object's API whose type has the field at the same place. */
function newerVersion(place: TypedPlace, { name }: Entry): string | undefined {
  const { apiVersion, kind } = place.object;
  return apiVersions().find((version) => {
    if (groupOf(version) !== groupOf(apiVersion) || ageOf(version) <= ageOf(apiVersion)) return false;
    const type = typeOfKind(version, kind);
    return type !== undefined && fieldAt(type, [...pathOf(place), name]) !== undefined;
  });
}

/** A number that is greater for newer versions; those that are still being made come before all that are not. */
const ageOf = (apiVersion: string): number => Number(/(?:^|\/)v(\d+)$/.exec(apiVersion)?.[1] ?? 0);

/** The keys and indexes that lead from the outermost mapping to a place; which item of a list it is makes no difference. */
function pathOf({ outer, item }: TypedPlace): readonly PathStep[] {
  if (outer === undefined) return [];
  const path = [...pathOf(outer.place), outer.entry.name];
  return item === undefined ? path : [...path, 0];
}
