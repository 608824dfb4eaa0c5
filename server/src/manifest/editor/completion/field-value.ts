import { neededChoice, neededValue } from '../../edits/needed-value';
import { type BlockMapping, type BlockValue, entriesOf, nested, placeholder } from '../../edits/value';
import type { Entry, KubernetesObject, Mapping } from '../../model/manifest';
import { typeAt } from '../../schema/field-path';
import type { ObjectType } from '../../schema/field-types';
import type { TypedPlace as SchemaPlace } from '../../schema/mismatches';
import { absentFields } from '../../schema/needed-fields';

const nowhere = { range: { start: 0, end: 0 }, alias: undefined, anchor: undefined };

const nothing: Mapping = { ...nowhere, kind: 'mapping', flow: false, entries: [], merges: [], open: false };

const unwritten: Entry = {
  key: { ...nowhere, kind: 'scalar', type: 'string', value: '', source: '', style: 'plain', offsets: undefined },
  name: '',
  value: undefined,
  range: nowhere.range,
  merged: false,
  conditional: false,
};

/** A mapping of a type that is still to be written, inside of others. */
export function placeToWrite(
  object: KubernetesObject,
  type: ObjectType,
  outer: SchemaPlace | undefined,
  mapping: Mapping = nothing,
): SchemaPlace {
  return { object, type, mapping, item: undefined, outer: outer && { place: outer, entry: unwritten } };
}

/** What of the file may be named under a path of a type. */
export type NamesFor = (type: string, path: readonly string[]) => readonly string[];

const deepest = 4;

/**
 * What the API server asks for in a mapping that is still to be written, for a person to fill in; empty where that is nothing.
 * @returns `undefined` where it is more than anybody can guess, such as a pod
 */
export function neededFields(place: SchemaPlace, namesFor: NamesFor, depth = 0): BlockMapping | undefined {
  if (/^(?:PodTemplateSpec|PodSpec|JobSpec)$/.test(place.type.name) || depth > deepest) return undefined;
  const written = new Map<string, BlockValue>();
  for (const { path, oneOf } of absentFields(place)) {
    const chosen = oneOf === undefined ? undefined : neededChoice(place);
    if (chosen !== undefined) written.set(chosen.field, chosen.value);
    const [key, ...rest] = path ?? [];
    if (path === undefined || key === undefined) continue;
    const value =
      named(isScalarAt(place, path) ? namesFor(place.type.name, path) : []) ??
      neededValue(place, path)?.value ??
      insideOf(place, path, namesFor, depth);
    if (value === undefined) return undefined;
    written.set(key, nested(rest, value));
  }
  return new Map([...written].sort(([one], [other]) => rank(one) - rank(other)));
}

/** What tells one thing from another comes first. */
const first = ['apiVersion', 'kind', 'name', 'key'];

const rank = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length);

const isScalarAt = ({ type }: SchemaPlace, path: readonly string[]): boolean => typeAt(type, path)?.kind === 'scalar';

const named = (names: readonly string[]): BlockValue | undefined => {
  const [name] = names;
  return name === undefined ? undefined : placeholder(name, names.length > 1 ? names : []);
};

function insideOf(
  place: SchemaPlace,
  path: readonly string[],
  namesFor: NamesFor,
  depth: number,
): BlockValue | undefined {
  const type = typeAt(place.type, path);
  if (type === undefined || type.kind === 'any') return undefined;
  if (type.kind === 'list') {
    if (type.items.kind === 'scalar') return [placeholder(path.at(-1) ?? '')];
    const item =
      type.items.kind === 'object'
        ? neededFields(placeToWrite(place.object, type.items, place), namesFor, depth + 1)
        : undefined;
    return item === undefined || entriesOf(item).length === 0 ? undefined : [item];
  }
  if (type.kind !== 'object') return undefined;
  const inside = neededFields(placeToWrite(place.object, type, place), namesFor, depth + 1);
  return inside === undefined || entriesOf(inside).length === 0 ? undefined : inside;
}
