import { asMapping, asSequence, entryOf } from '../model/lookup';
import type { Entry, Mapping } from '../model/nodes';
import { isQualifiedName } from '../values/names';
import { type Field, type FieldType, type ObjectType, objectIn } from './field-types';
import { fits } from './fitting';
import type { TypedPlace } from './mismatches';

/** Where a field that stands in the wrong mapping belongs. */
export interface RightfulPlace {
  /** How to call the mapping that it belongs in, from the object on: `spec.template.spec.containers[]`. */
  readonly name: string;
  /** The mapping to start from, and the keys from there on to the field; `undefined` when there are several. */
  readonly to: { readonly mapping: Mapping; readonly path: readonly string[] } | undefined;
}

/** `app: web` right in a selector. */
export function placeAmongLabels(place: TypedPlace, { name, value }: Entry): RightfulPlace | undefined {
  const { mapping, type } = place;
  const labels = type.fields.get('matchLabels')?.type;
  if (labels?.kind !== 'map' || value?.kind !== 'scalar' || !fits(labels.values, value)) return undefined;
  if (!isQualifiedName(name)) return undefined;
  return { name: joined(pathName(place), 'matchLabels'), to: { mapping, path: ['matchLabels', name] } };
}

/**
 * The nearest mapping around a field whose type has a field of this name that holds such a value; or its metadata, or what there has
 * the name of the mapping at hand: the pod's `securityContext`.
 */
export function placeAround(place: TypedPlace, entry: Entry): RightfulPlace | undefined {
  const key = place.outer?.entry.name;
  for (let outer = place.outer; outer !== undefined; outer = outer.place.outer) {
    const { mapping, type } = outer.place;
    if (takes(type, mapping, entry))
      return { name: pathName(outer.place) || nameOf(outer.place), to: { mapping, path: [entry.name] } };
    for (const name of ['metadata', key]) {
      const inner = name === undefined ? undefined : type.fields.get(name)?.type;
      if (name === undefined || inner?.kind !== 'object' || inner === place.type) continue;
      const written = entryOf(mapping, name)?.value;
      if (takes(inner, asMapping(written), entry))
        return { name: joined(pathName(outer.place), name), to: { mapping, path: [name, entry.name] } };
    }
  }
  return undefined;
}

/** Mappings that other mappings are wrapped in. */
const wrappers = ['spec', 'template', 'jobTemplate', 'metadata'];

/** One of the mappings inside the one at hand, or the only item of a list in it. */
export function placeInside(place: TypedPlace, entry: Entry): RightfulPlace | undefined {
  const beside = sameKeyInside(place, entry);
  if (beside !== undefined) return beside;
  const { type } = place;
  let level: readonly { readonly type: ObjectType; readonly path: readonly string[] }[] = [{ type, path: [] }];
  while (level.length > 0) {
    for (const { type: holder, path } of level) {
      const found = amongChildren(holder, path, place, entry);
      if (found !== undefined) return found;
    }
    level = level.flatMap(({ type: holder, path }) =>
      path.length > 3
        ? []
        : wrappers.flatMap((name) => {
            const inner = holder.fields.get(name)?.type;
            return inner?.kind === 'object' ? [{ type: inner, path: [...path, name] }] : [];
          }),
    );
  }
  return undefined;
}

/** A container's `securityContext`, for what stands in the pod's. */
function sameKeyInside({ outer }: TypedPlace, entry: Entry): RightfulPlace | undefined {
  if (outer === undefined) return undefined;
  const key = outer.entry.name;
  for (const field of outer.place.type.fields.values()) {
    const inner = field.type.kind === 'list' ? objectIn(field.type)?.fields.get(key)?.type : undefined;
    if (inner?.kind !== 'object' || !inner.fields.has(entry.name)) continue;
    const items = itemsOf(outer.place.mapping, field.name);
    if (items.length === 0 || !holds(inner, entry)) continue;
    const name = joined(pathName(outer.place), `${field.name}[]`, key);
    const [only, other] = items;
    const inside = asMapping(entryOf(only, key)?.value);
    if (only === undefined || other !== undefined || !takes(inner, inside, entry)) return { name, to: undefined };
    return { name, to: { mapping: only, path: [key, entry.name] } };
  }
  return undefined;
}

function amongChildren(
  holder: ObjectType,
  path: readonly string[],
  place: TypedPlace,
  entry: Entry,
): RightfulPlace | undefined {
  const mapping = mappingAt(place.mapping, path);
  const fields = [...holder.fields.values()].filter((field) => {
    const inner = childIn(field.type);
    return inner !== undefined && inner !== holder && holds(inner, entry);
  });
  const written = fields.filter((field) => entryOf(mapping, field.name) !== undefined);
  const [field, other] = written.length > 0 ? written : fields;
  if (field === undefined) return undefined;
  // `containers` and `initContainers`: the first are meant, but that is not for us to do.
  const meant = other === undefined ? field : [field, other].find(({ name }) => name === 'containers');
  if (meant === undefined) return undefined;
  return childPlace(meant, path, place, mapping, entry, other === undefined);
}

function childPlace(
  field: Field,
  path: readonly string[],
  place: TypedPlace,
  mapping: Mapping | undefined,
  entry: Entry,
  alone: boolean,
): RightfulPlace | undefined {
  const inner = childIn(field.type);
  if (inner === undefined) return undefined;
  if (field.type.kind !== 'list') {
    const written = entryOf(mapping, field.name)?.value;
    if (!takes(inner, asMapping(written), entry)) return undefined;
    const to = { mapping: place.mapping, path: [...path, field.name, entry.name] };
    return { name: joined(pathName(place), ...path, field.name), to };
  }
  const items = mapping === undefined ? [] : itemsOf(mapping, field.name);
  const name = joined(pathName(place), ...path, `${field.name}[]`);
  const [only, other] = items;
  if (only === undefined) return undefined;
  if (other !== undefined || !alone) return { name, to: undefined };
  return takes(inner, only, entry) ? { name, to: { mapping: only, path: [entry.name] } } : undefined;
}

/** Objects and lists of them; what stands under keys of the user's own is out of reach. */
const childIn = (type: FieldType): ObjectType | undefined =>
  type.kind === 'object' || type.kind === 'list' ? objectIn(type) : undefined;

function mappingAt(root: Mapping, path: readonly string[]): Mapping | undefined {
  let mapping: Mapping | undefined = root;
  for (const name of path) mapping = asMapping(entryOf(mapping, name)?.value);
  return mapping;
}

const itemsOf = (mapping: Mapping, name: string): readonly Mapping[] =>
  (asSequence(entryOf(mapping, name)?.value)?.items ?? []).flatMap(({ value }) => asMapping(value) ?? []);

const holds = (type: ObjectType, { name, value }: Entry): boolean => {
  const field = type.fields.get(name);
  return field !== undefined && fits(field.type, value);
};

/** It has such a field, and the field is not there yet. */
const takes = (type: ObjectType, mapping: Mapping | undefined, entry: Entry): boolean =>
  holds(type, entry) && entryOf(mapping, entry.name) === undefined;

const joined = (...names: readonly string[]): string => names.filter((name) => name !== '').join('.');

/** How to call a mapping: by the key that it stands under, an object by its kind. */
export function nameOf({ outer, item, object, mapping }: TypedPlace): string {
  if (outer === undefined) return mapping === object.node ? object.kind || (object.name ?? object.apiVersion) : 'spec';
  return item === undefined ? outer.entry.name : `${outer.entry.name}[]`;
}

/** The keys that lead from the outermost mapping to a place. */
export const pathName = (place: TypedPlace): string =>
  place.outer === undefined ? '' : joined(pathName(place.outer.place), nameOf(place));
