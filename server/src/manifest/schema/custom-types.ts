import { asMapping, asSequence, booleanOf, entryOf, fieldOf, stringOf, valueAt } from '../model/lookup';
import type { KubernetesObject, Manifest, Mapping, Node } from '../model/manifest';
import { anyType, type Field, type FieldType, type ObjectType, objectType, type ScalarType } from './field-types';
import { typeNamed } from './kubernetes-types';

/** The types of the custom resources that a file itself defines. */
export interface CustomTypes {
  typeOf(apiVersion: string, kind: string): ObjectType | undefined;
}

export const noCustomTypes: CustomTypes = { typeOf: () => undefined };

interface Defined {
  readonly definitions: readonly KubernetesObject[];
  readonly types: CustomTypes;
}

const defined = new WeakMap<KubernetesObject, Defined>();

/**
 * Reads the CustomResourceDefinitions of a file; what they say of a field is read when the field is asked for.
 * @returns the same object for as long as the definitions are the same ones
 */
export function customTypes(manifest: Manifest): CustomTypes {
  const definitions = manifest.documents.flatMap(({ document }) =>
    document.objects.filter(({ kind, apiVersion }) => isDefinition(apiVersion, kind)),
  );
  const [first] = definitions;
  if (first === undefined) return noCustomTypes;
  const before = defined.get(first);
  if (before !== undefined && isSameList(before.definitions, definitions)) return before.types;
  const byKind = new Map(definitions.flatMap((definition) => [...typesOf(definition)]));
  const types: CustomTypes = { typeOf: (apiVersion, kind) => byKind.get(`${apiVersion} ${kind}`) };
  defined.set(first, { definitions, types });
  return types;
}

const isSameList = (one: readonly KubernetesObject[], other: readonly KubernetesObject[]): boolean =>
  one.length === other.length && one.every((object, index) => object === other[index]);

/** In the versions before, what a schema does not know is kept. */
const isDefinition = (apiVersion: string, kind: string): boolean =>
  kind === 'CustomResourceDefinition' && apiVersion === 'apiextensions.k8s.io/v1';

const known = new WeakMap<KubernetesObject, ReadonlyMap<string, ObjectType>>();

function typesOf(definition: KubernetesObject): ReadonlyMap<string, ObjectType> {
  const before = known.get(definition);
  if (before !== undefined) return before;
  const types = new Map(versionsOf(definition));
  known.set(definition, types);
  return types;
}

function versionsOf({ node }: KubernetesObject): readonly (readonly [string, ObjectType])[] {
  const group = stringOf(valueAt(node, ['spec', 'group']));
  const kind = stringOf(valueAt(node, ['spec', 'names', 'kind']));
  if (group === undefined || kind === undefined) return [];
  return (asSequence(valueAt(node, ['spec', 'versions']))?.items ?? []).flatMap(({ value }) => {
    const version = stringOf(valueAt(value, ['name']));
    const schema = asMapping(valueAt(value, ['schema', 'openAPIV3Schema']));
    const type = schema && typeOfSchema(kind, schema);
    if (version === undefined || type?.kind !== 'object') return [];
    return [[`${group}/${version} ${kind}`, withHeader(type)]];
  });
}

/** What every object has, and every resource inside another. What the cluster reports is not for people to write. */
function withHeader(type: ObjectType): ObjectType {
  const metadata = typeNamed('ObjectMeta') ?? anyType;
  const fields = new Map(type.fields);
  const set = (name: string, of: FieldType): unknown =>
    fields.set(name, { name, fullName: `${type.name}.${name}`, required: false, version: undefined, type: of });
  set('apiVersion', text);
  set('kind', text);
  set('metadata', metadata);
  set('status', anyType);
  return objectType(type.name, fields, type.open);
}

const scalarOf = (scalar: ScalarType['scalar'], format?: ScalarType['format'], values: readonly string[] = []) =>
  ({ kind: 'scalar', scalar, format, values }) as const;

const text: ScalarType = scalarOf('string');

/**
 * Source: kubernetes/website:content/en/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions.md, "Specifying a
 * structural schema".
 */
function typeOfSchema(name: string, schema: Mapping): FieldType {
  if (schema.open || isOn(schema, 'x-kubernetes-int-or-string')) return anyType;
  switch (stringOf(fieldOf(schema, 'type'))) {
    case 'object':
      return typeOfObjectSchema(name, schema);
    case 'array': {
      const items = asMapping(fieldOf(schema, 'items'));
      return { kind: 'list', items: items === undefined ? anyType : typeOfSchema(name, items) };
    }
    case 'string':
      return scalarOf('string', undefined, valuesOf(fieldOf(schema, 'enum')));
    case 'integer':
      return scalarOf('integer');
    case 'number':
      return scalarOf('number');
    case 'boolean':
      return scalarOf('boolean');
    default:
      return anyType;
  }
}

function typeOfObjectSchema(name: string, schema: Mapping): FieldType {
  const open = isOn(schema, 'x-kubernetes-preserve-unknown-fields');
  const properties = asMapping(fieldOf(schema, 'properties'));
  const additional = fieldOf(schema, 'additionalProperties');
  if (properties === undefined) {
    const values = asMapping(additional);
    return open || values === undefined ? anyType : { kind: 'map', values: typeOfSchema(name, values) };
  }
  if (properties.open) return anyType;
  const required = new Set(valuesOf(fieldOf(schema, 'required')));
  const fields = new Map(properties.entries.map((entry) => [entry.name, fieldOfSchema(name, entry, required)]));
  const type = objectType(name, fields, open || additional !== undefined);
  return isOn(schema, 'x-kubernetes-embedded-resource') ? withHeader(type) : type;
}

function fieldOfSchema(holder: string, entry: Mapping['entries'][number], required: ReadonlySet<string>): Field {
  const { name } = entry;
  const schema = asMapping(entry.value);
  const fullName = `${holder}.${name}`;
  let type: FieldType | undefined;
  return {
    name,
    fullName,
    required: required.has(name) && entryOf(schema, 'default') === undefined,
    version: undefined,
    get type() {
      type ??= schema === undefined ? anyType : typeOfSchema(fullName, schema);
      return type;
    },
  };
}

const isOn = (schema: Mapping, name: string): boolean => booleanOf(fieldOf(schema, name)) === true;

const valuesOf = (node: Node | undefined): readonly string[] =>
  (asSequence(node)?.items ?? []).flatMap(({ value }) => stringOf(value) ?? []);
