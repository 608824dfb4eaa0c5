import type { ObjectType } from './field-types';

/** What `kubernetes-documentation.json` holds: texts by type, then by field; that of the type itself under the empty name. */
export interface FieldDocumentation {
  readonly source: string;
  readonly kubernetes: string;
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * What the API says of a field, or else of the type that it holds.
 * @param documentation loaded by the face that shows it: it is too large to be part of every start
 */
export function fieldText(documentation: FieldDocumentation, holder: ObjectType, name: string): string | undefined {
  const texts = textsOf(documentation, holder);
  if (texts !== undefined && Object.hasOwn(texts, name)) return texts[name];
  const type = holder.fields.get(name)?.type;
  const inner = type?.kind === 'list' ? type.items : type;
  return inner?.kind === 'object' ? typeText(documentation, inner) : undefined;
}

/** What the API says of a type. */
export const typeText = (documentation: FieldDocumentation, type: ObjectType): string | undefined =>
  textsOf(documentation, type)?.[''] || undefined;

const textsOf = ({ types }: FieldDocumentation, { name }: ObjectType): Readonly<Record<string, string>> | undefined =>
  Object.hasOwn(types, name) ? types[name] : undefined;
