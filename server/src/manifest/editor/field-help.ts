import type { ReferenceTexts } from '../../engine/editor';
import { inlineCode } from '../../engine/markdown';
import { rendered, templates } from '../../engine/message';
import { fieldText, typeText } from '../schema/documentation';
import type { Field, ObjectType } from '../schema/field-types';
import { typeInWords } from './type-words';

const texts = templates({
  required: 'required',
  since: 'since Kubernetes 1.{minor}',
  behind: 'off until the feature gate {gate} is switched on',
  on: 'known since 1.{added}, on since 1.{minor}',
  values: 'One of {values}',
});

/** What there is to know about a field, as Markdown. */
export function fieldHelp(holder: ObjectType, field: Field, reference: ReferenceTexts | undefined): string {
  const { name, type, required } = field;
  const head = [
    `**${name}**`,
    typeInWords(type),
    ...(required ? [rendered(texts.required, {})] : []),
    ...ageOf(field),
  ].join(' · ');
  const text = reference && fieldText(reference, holder, name);
  const inner = type.kind === 'list' || type.kind === 'map' ? (type.kind === 'list' ? type.items : type.values) : type;
  const values = inner.kind === 'scalar' ? inner.values : [];
  return [
    head,
    ...(text === undefined ? [] : [text]),
    ...(values.length === 0 ? [] : [rendered(texts.values, { values: values.map(inlineCode).join(', ') })]),
  ].join('\n\n');
}

function ageOf({ version }: Field): readonly string[] {
  if (version === undefined) return [];
  const { added, on, gate } = version;
  if (on === undefined) return gate === undefined ? [] : [rendered(texts.behind, { gate })];
  const values = { added: String(added), minor: String(on) };
  return [rendered(added < on - 1 ? texts.on : texts.since, values)];
}

/** What there is to know about a kind, as Markdown; `undefined` without its text. */
export function kindHelp(
  kind: string,
  apiVersion: string,
  type: ObjectType | undefined,
  reference: ReferenceTexts | undefined,
): string | undefined {
  const text = type && reference && typeText(reference, type);
  return text && `**${kind}**${apiVersion === '' ? '' : ` · ${inlineCode(apiVersion)}`}\n\n${text}`;
}
