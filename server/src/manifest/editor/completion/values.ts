import type { Completion } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { renderKey } from '../../edits/render-scalar';
import { type Quote, quoted, scalarSource } from '../../edits/scalar-source';
import { keyQuoteOf, styleAt } from '../../edits/style';
import { cronInWords } from '../cron-words';
import { knownKeys, knownValues, usualQuantities, usualValues } from './known-values';
import { asksForLabels, labelsOfFile } from './labels';
import { type Referable, referables } from './references';
import { ownerOf, type Slot, slotAt } from './slot';
import type { TypedPlace } from './typed-place';

const texts = templates({ label: 'label of pods in this file', recommended: 'recommended label' });

/** What may stand as the value at a place: what the file has comes first. */
export function valueCompletions(place: TypedPlace): readonly Completion[] {
  const slot = slotAt(place);
  if (slot === undefined || (slot.type.kind !== 'scalar' && slot.type.kind !== 'any')) return [];
  const here = referables(slot) ?? [];
  const others = choices(slot).map((name): Referable => ({ name, ...detailOf(slot, name) }));
  const isReference = here.length > 0;
  return [...here, ...others.filter(({ name }) => here.every((each) => each.name !== name))].map(
    ({ name, detail }, index): Completion => ({
      ...written(slot, name),
      label: String(name),
      kind: isReference && index < here.length ? 'reference' : 'value',
      ...(detail !== undefined && { detail }),
      order: Math.min(index, 999),
    }),
  );
}

function choices(slot: Slot): readonly (string | number)[] {
  const { type, holder, field, key, place } = slot;
  if (type.kind !== 'scalar') return [];
  if (key !== undefined) {
    if (type.scalar === 'quantity') return usualQuantities(key);
    const labels = asksForLabels(holder, field) || field === 'labels' ? labelsOfFile(place.model).get(key) : undefined;
    return [...(labels ?? []), ...usualValues(key)];
  }
  if (type.values.length > 0) return type.values;
  if (type.scalar === 'boolean') return ['true', 'false'];
  if (type.scalar === 'quantity') return usualQuantities(field);
  return knownValues(holder, field);
}

const detailOf = ({ holder, field }: Slot, name: string | number): { readonly detail?: string } => {
  const words = holder === 'CronJobSpec' && field === 'schedule' ? cronInWords(String(name)) : undefined;
  return words === undefined ? {} : { detail: words };
};

/** The value as it has to be written: with the quotes that are open, else with those that it needs. */
function written({ place, type, prefix }: Slot, value: string | number): Pick<Completion, 'edit' | 'filter'> {
  const { part, mapping, outer, range, typed, manifest } = place;
  const [open] = /^["']/.exec(manifest.text.slice(range.start, range.end)) ?? [];
  const quote: Quote | undefined = open === '"' || open === "'" ? open : undefined;
  const { quote: usual } = styleAt(part, mapping ?? outer[0]);
  const isText = type.kind === 'scalar' && (type.scalar === 'string' || type.scalar === 'intOrString');
  const text = typeof value === 'string' && isText ? textOf(value, quote, usual) : String(value);
  const start = typed.startsWith('-') && prefix.startsWith('-') ? '-' : '';
  return {
    edit: { range, newText: prefix + text },
    ...((quote !== undefined || start !== '') && { filter: `${quote ?? ''}${start}${value}` }),
  };
}

const textOf = (value: string, quote: Quote | undefined, usual: Quote): string =>
  quote === undefined ? scalarSource(value, 'block', usual) : quoted(value, quote);

/** Keys of a map whose keys are the user's own: those that are usual, or that pods of the file have. */
export function mapKeyCompletions(place: TypedPlace): readonly Completion[] {
  const owner = place.type?.kind === 'map' ? ownerOf(place) : undefined;
  if (owner === undefined || place.type?.kind !== 'map') return [];
  const { holder, field } = owner;
  const isQuantity = place.type.values.kind === 'scalar' && place.type.values.scalar === 'quantity';
  const asked = asksForLabels(holder, field);
  const labels =
    asked || (holder === 'ObjectMeta' && field === 'labels')
      ? labelsOfFile(place.model)
      : new Map<string, ReadonlySet<string>>();
  const found = asked ? [...labels.keys()] : [...new Set([...labels.keys(), ...knownKeys(holder, field)])];
  return found
    .filter((name) => !place.siblings.has(name))
    .map((name, index): Completion => {
      const [value, another] = labels.get(name) ?? [];
      const only = asked && another === undefined ? value : isQuantity ? usualQuantities(name)[0] : undefined;
      return {
        label: name,
        kind: 'property',
        ...(labels.has(name)
          ? { detail: rendered(texts.label, {}) }
          : name.startsWith('app.')
            ? { detail: rendered(texts.recommended, {}) }
            : {}),
        edit: keyEdit(place, name, only, isQuantity),
        order: index,
        continues: !place.isFollowed && only === undefined,
      };
    });
}

function keyEdit(place: TypedPlace, name: string, value: string | undefined, isQuantity: boolean): Completion['edit'] {
  const { part, mapping, outer, range } = place;
  const { quote } = styleAt(part, mapping ?? outer[0]);
  const key = renderKey(name, 'block', mapping && keyQuoteOf(mapping), quote);
  if (place.isFollowed) return { range, newText: key };
  if (value === undefined) return { range, newText: `${key}: ` };
  const text = scalarSource(value, 'block', quote);
  const start = key.length + 2;
  return isQuantity
    ? { range, newText: `${key}: ${value}`, placeholders: [{ start, end: start + value.length }] }
    : { range, newText: `${key}: ${text}` };
}
