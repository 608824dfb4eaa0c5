import type { Completion, EditorContext } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { minorOf } from '../../../knowledge/kubernetes-version';
import { renderEntry } from '../../edits/render-block';
import { joined, type Rendered } from '../../edits/rendered';
import { type Style, styleAt } from '../../edits/style';
import { type BlockValue, entriesOf } from '../../edits/value';
import type { Field, FieldType, ObjectType } from '../../schema/field-types';
import { typeInWords } from '../type-words';
import { containerPart } from './container-parts';
import { neededFields, placeToWrite } from './field-value';
import { knownValues } from './known-values';
import { offeredFields } from './offered-fields';
import { namesForField } from './references';
import type { TypedPlace } from './typed-place';
import { usualPart } from './usual-parts';

const texts = templates({ required: '{type}, required', special: '{type}: {what}' });

/** The fields that the mapping at a place may have beside those that are there: what it cannot do without first. */
export function fieldCompletions(place: TypedPlace, { settings }: EditorContext): readonly Completion[] {
  const { type } = place;
  if (type?.kind === 'object') return ofObject(place, type, settings.kubernetesVersion, '');
  // The dash of an item is still to be written.
  if (type?.kind !== 'list' || place.isFollowed) return [];
  const { dashWidth } = styleAt(place.part, place.outer[0]);
  if (type.items.kind === 'object')
    return ofObject(
      itemPlace(place, dashWidth),
      type.items,
      settings.kubernetesVersion,
      `-${' '.repeat(dashWidth - 1)}`,
    );
  return [];
}

/** An item that is to be begun has nothing in it. */
const itemPlace = (place: TypedPlace, width: number): TypedPlace => ({
  ...place,
  column: place.column + width,
  siblings: new Set(),
  mapping: undefined,
  container: undefined,
});

function ofObject(place: TypedPlace, type: ObjectType, version: string, dash: string): readonly Completion[] {
  const fields = offeredFields(place, type, minorOf(version));
  const style = styleAt(place.part, place.mapping ?? place.outer[0]);
  return fields.map((field): Completion => {
    const written = place.isFollowed ? undefined : entryToWrite(place, type, field, style);
    const text = joined([dash, written?.text ?? field.name]);
    const isScalar = field.type.kind === 'scalar';
    return {
      label: field.name,
      kind: written?.isPart === true ? 'snippet' : 'property',
      detail: detailOf(field, written?.detail),
      edit: {
        range: place.range,
        newText: text.text,
        ...(text.placeholders.length > 0 && { placeholders: text.placeholders }),
      },
      ...(dash !== '' && place.typed.startsWith('-') && { filter: `-${field.name}` }),
      order: isNeeded(type, field) ? 0 : usual.has(field.name) ? 2 : 5,
      continues: !place.isFollowed && text.placeholders.length === 0 && (isScalar || field.type.kind === 'object'),
      topic: `${type.name} ${field.name}`,
    };
  });
}

/** What a container can hardly do without, although nobody asks for it. */
const isNeeded = ({ name }: ObjectType, field: Field): boolean =>
  field.required || (/^(?:Ephemeral)?Container$/.test(name) && field.name === 'image');

/** Written in nearly every manifest. */
const usual: ReadonlySet<string> = new Set([
  'metadata',
  'spec',
  'data',
  'stringData',
  'name',
  'labels',
  'replicas',
  'selector',
  'template',
  'ports',
  'env',
  'resources',
  'readinessProbe',
  'livenessProbe',
  'securityContext',
  'volumeMounts',
  'volumes',
]);

function detailOf({ type, required }: Field, what: string | undefined): string {
  const words = typeInWords(type);
  if (what !== undefined) return rendered(texts.special, { type: words, what });
  return required ? rendered(texts.required, { type: words }) : words;
}

interface Written {
  readonly text: Rendered;
  /** It is more than what has to be there. */
  readonly isPart: boolean;
  readonly detail: string | undefined;
}

/** `name: ` and what has to follow; the cursor ends up where somebody goes on. */
function entryToWrite(place: TypedPlace, holder: ObjectType, { name, type }: Field, style: Style): Written {
  const part = holder.name === 'Container' ? containerPart(place, name) : usualPart(place, holder.name, name);
  const value = part?.value ?? skeleton(place, holder, type);
  const rendered = value === undefined ? undefined : renderEntry(name, value, place.column, style, undefined);
  if (rendered !== undefined) return { text: rendered, isPart: part !== undefined, detail: part?.detail };
  return { text: joined([name, ':', opening(type, place.column, style)]), isPart: false, detail: undefined };
}

function skeleton(place: TypedPlace, holder: ObjectType, type: FieldType): BlockValue | undefined {
  const { object, mapping } = place;
  const inner = type.kind === 'list' ? type.items : type;
  if (object === undefined || inner.kind !== 'object') return undefined;
  const outer = placeToWrite(object, holder, placeAround(place, holder), mapping);
  const needed = neededFields(placeToWrite(object, inner, outer), (type, [field = '', ...more]) =>
    more.length === 0 ? [...namesForField(place, type, field), ...knownValues(type, field)] : [],
  );
  if (needed === undefined || entriesOf(needed).length === 0) return undefined;
  return type.kind === 'list' ? [needed] : needed;
}

/** The pod, which knows its volumes, and in it the container that a probe or a hook belongs to, which knows the ports. */
function placeAround(place: TypedPlace, holder: ObjectType): ReturnType<typeof placeToWrite> | undefined {
  const { object, container, workload } = place;
  if (object === undefined) return undefined;
  const pod = workload && placeToWrite(object, { ...holder, name: 'PodSpec' }, undefined, workload.pod.node);
  if (container === undefined || holder.name === 'Container') return pod;
  return placeToWrite(object, { ...holder, name: 'Container' }, pod, container.node);
}

/** What follows the colon where nothing is known of the value. */
function opening(type: FieldType, column: number, style: Style): string {
  const lineAt = (width: number): string => style.lineEnding + ' '.repeat(width);
  switch (type.kind) {
    case 'object':
    case 'map':
      return lineAt(column + style.indent);
    case 'list':
      return `${lineAt(column + style.listIndent)}-${' '.repeat(style.dashWidth - 1)}`;
    default:
      return ' ';
  }
}
