import type { PathStep } from '../model/lookup';
import type { Field, FieldType, ObjectType } from './field-types';

/**
 * The field that a path of keys and indexes ends in, from an object's root: `['spec', 'containers', 0, 'image']`.
 * @returns `undefined` where the path leaves what is known, and for an index or a key of the user's own
 */
export function fieldAt(type: ObjectType, path: readonly PathStep[]): Field | undefined {
  const name = path.at(-1);
  if (typeof name !== 'string') return undefined;
  const holder = typeAt(type, path.slice(0, -1));
  return holder?.kind === 'object' ? holder.fields.get(name) : undefined;
}

/** What stands at a path of keys and indexes; `undefined` where the path leaves what is known. */
export function typeAt(type: FieldType, path: readonly PathStep[]): FieldType | undefined {
  let found: FieldType | undefined = type;
  for (const step of path) found = found && typeUnder(found, step);
  return found;
}

function typeUnder(type: FieldType, step: PathStep): FieldType | undefined {
  switch (type.kind) {
    case 'object':
      return type.fields.get(String(step))?.type;
    case 'list':
      return typeof step === 'number' ? type.items : undefined;
    case 'map':
      return type.values;
    default:
      return undefined;
  }
}
