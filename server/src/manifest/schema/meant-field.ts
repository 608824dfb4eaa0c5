import { closest } from '../../engine/closest';
import { entryOf } from '../model/lookup';
import type { Entry } from '../model/nodes';
import type { Field } from './field-types';
import { fits } from './fitting';
import type { TypedPlace } from './mismatches';

/** The field whose name is another spelling of a key: other capitals, `image_pull_policy`, `liveness-probe`. */
export const respelled = (place: TypedPlace, entry: Entry): Field | undefined => {
  const wanted = folded(entry.name);
  return freeFields(place, entry).find(({ name }) => folded(name) === wanted);
};

const folded = (name: string): string => name.replace(/[-_]/g, '').toLowerCase();

/** In letters that are wrong, missing or too many; in short words every letter counts. */
export const farthest = (name: string): number => (name.length < 5 ? 1 : 2);

/** The field that a mistyped key most likely means: one that is not there yet and holds such a value. */
export function mistyped(place: TypedPlace, entry: Entry): Field | undefined {
  const fields = new Map(freeFields(place, entry).map((field) => [field.name, field]));
  const name = closest(entry.name, fields.keys(), farthest(entry.name));
  return name === undefined ? undefined : fields.get(name);
}

const freeFields = ({ mapping, type }: TypedPlace, { value }: Entry): readonly Field[] =>
  [...type.fields.values()].filter(
    (field) => entryOf(mapping, field.name) === undefined && (fits(field.type, value) || canBecome(field, value)),
  );

/** A value of the wrong kind is put right by itself. */
const canBecome = ({ type }: Field, value: Entry['value']): boolean =>
  value?.kind === 'scalar' && (type.kind === 'scalar' || type.kind === 'list');
