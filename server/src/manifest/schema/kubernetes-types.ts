import table from '../../knowledge/kubernetes-fields.json';
import { anyType, type FieldType, type ObjectType, objectType } from './field-types';
import { readFields } from './field-words';

interface FieldTable {
  readonly source: string;
  readonly kubernetes: string;
  /** By `apiVersion`, joined by blanks: kinds, with `=` and the type's name where it is another. */
  readonly kinds: Readonly<Record<string, string>>;
  /** The fields of each type; see `readFields`. */
  readonly types: Readonly<Record<string, string>>;
}

const { source, kubernetes, kinds, types }: FieldTable = table;

/** Where the table of fields comes from, and the release that it describes. */
export const fieldTable = { source, kubernetes } as const;

const known = new Map<string, ObjectType>();

/** A type of the Kubernetes API by its name, such as `PodSpec`. Each is read from the table when it is first asked for. */
export function typeNamed(name: string): ObjectType | undefined {
  const found = known.get(name);
  if (found !== undefined) return found;
  const words = Object.hasOwn(types, name) ? types[name] : undefined;
  if (words === undefined) return undefined;
  const type = objectType(name, readFields(name, words, typeOrAny), false);
  known.set(name, type);
  return type;
}

const typeOrAny = (name: string): FieldType => typeNamed(name) ?? anyType;

const typesOfKinds = new Map<string, string | undefined>();

/** The type of an object of the Kubernetes API; `undefined` for custom resources and versions that are served no more. */
export function typeOfKind(apiVersion: string, kind: string): ObjectType | undefined {
  const key = `${apiVersion} ${kind}`;
  if (!typesOfKinds.has(key)) typesOfKinds.set(key, typeNameOf(apiVersion, kind));
  const name = typesOfKinds.get(key);
  return name === undefined ? undefined : typeNamed(name);
}

function typeNameOf(apiVersion: string, kind: string): string | undefined {
  const served = Object.hasOwn(kinds, apiVersion) ? kinds[apiVersion] : undefined;
  for (const word of served?.split(' ') ?? []) {
    const [name, type = name] = word.split('=');
    if (name === kind) return type;
  }
  return undefined;
}

const kindsOfVersions = new Map<string, readonly string[]>();

/** The kinds that a version of the API serves; empty for one that is not in the table. */
export function kindsOf(apiVersion: string): readonly string[] {
  const known = kindsOfVersions.get(apiVersion);
  if (known !== undefined) return known;
  const words = Object.hasOwn(kinds, apiVersion) ? kinds[apiVersion] : undefined;
  if (words === undefined) return [];
  const found = words.split(' ').map((word) => word.split('=')[0] ?? '');
  kindsOfVersions.set(apiVersion, found);
  return found;
}

/** Every `apiVersion` of the table. */
export const apiVersions = (): readonly string[] => Object.keys(kinds);
