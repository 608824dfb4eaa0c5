import type { FieldVersion } from '../../knowledge/field-versions';

/** What a field of an API object may hold. */
export type FieldType = ScalarType | ListType | MapType | ObjectType | AnyType;

export interface ScalarType {
  readonly kind: 'scalar';
  /** `quantity`: `500m`, `1Gi` or a number; `intOrString`: a number, or a name or percentage as a string. */
  readonly scalar: 'string' | 'integer' | 'number' | 'boolean' | 'quantity' | 'intOrString';
  readonly format: 'int32' | 'int64' | 'byte' | 'date-time' | undefined;
  /** The only values that the API server takes; empty where it takes others. */
  readonly values: readonly string[];
}

export interface ListType {
  readonly kind: 'list';
  readonly items: FieldType;
}

/** Keys are the user's own. */
export interface MapType {
  readonly kind: 'map';
  readonly values: FieldType;
}

export interface ObjectType {
  readonly kind: 'object';
  /** The API's own name: `Container`, `V2MetricSpec`; of a custom resource its kind and the path of fields. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** The fields that the API server asks for. */
  readonly required: readonly Field[];
  /** Takes fields beside these. */
  readonly open: boolean;
}

/** Anything: nothing is said about it. */
export interface AnyType {
  readonly kind: 'any';
}

export interface Field {
  readonly name: string;
  /** With the name of its type in front: `Container.image`. */
  readonly fullName: string;
  readonly required: boolean;
  /** Since when it is there; `undefined` for those that are as old as what anybody runs. */
  readonly version: FieldVersion | undefined;
  /** May lead back to the type that the field is in. */
  readonly type: FieldType;
}

export const anyType: AnyType = { kind: 'any' };

/** The object that a type is, or a list or map of which it is. */
export function objectIn(type: FieldType): ObjectType | undefined {
  switch (type.kind) {
    case 'object':
      return type;
    case 'list':
      return objectIn(type.items);
    case 'map':
      return objectIn(type.values);
    default:
      return undefined;
  }
}

/** A type of some fields. */
export const objectType = (name: string, fields: ReadonlyMap<string, Field>, open: boolean): ObjectType => ({
  kind: 'object',
  name,
  fields,
  required: [...fields.values()].filter((field) => field.required),
  open,
});
