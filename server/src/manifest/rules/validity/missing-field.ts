import { rendered, templates } from '../../../engine/message';
import type { FixOffer } from '../../../engine/rule';
import { shifted, type TextRange } from '../../../engine/text';
import { fillEntry } from '../../edits/fill-entry';
import { inFile } from '../../edits/in-file';
import { insertPath } from '../../edits/insert-key';
import { neededChoice, neededValue } from '../../edits/needed-value';
import { asMapping, entryOf, fieldOf, stringOf } from '../../model/lookup';
import type { Entry, Mapping, Node } from '../../model/manifest';
import { manifestFileRule } from '../../rule';
import { customTypes } from '../../schema/custom-types';
import { fieldMeaning } from '../../schema/field-meaning';
import { type Mismatch, type MissingField, mismatchesOf, type TypedPlace } from '../../schema/mismatches';
import { nameOf } from '../../schema/rightful-place';

export default manifestFileRule({
  id: 'missing-field',
  chapter: 'validity',
  variants: {
    missing: {
      severity: 'error',
      message: '`{holder}` has no `{field}`, without which the API server refuses the object',
    },
    choice: {
      severity: 'error',
      message: '`{holder}` has none of {fields}, and the API server refuses it without',
    },
    claim: {
      severity: 'error',
      message: '`{holder}` has no `{field}`: the volume claim is refused, and a pod that needs it never starts',
    },
  },
  fixes: {
    write: { title: 'Write `{field}`', safety: 'safe', revealing: true },
    fill: { title: 'Add `{field}`, for you to fill in', safety: 'placeholder', revealing: true },
  },
  check(manifest, report) {
    const custom = customTypes(manifest);
    for (const { document, start } of manifest.documents) {
      const mismatches = mismatchesOf(document, custom);
      const elsewhere = meantFields(mismatches);
      for (const mismatch of mismatches) {
        if (mismatch.kind !== 'missingField') continue;
        const { place, needed } = mismatch;
        const holder = nameOf(place);
        const at = shifted(placeOf(mismatch), start);
        const { path } = needed;
        if (path === undefined) {
          if (needed.oneOf?.some((name) => elsewhere.get(place.mapping)?.has(name)) === true) continue;
          const values = { holder, fields: listed(needed.oneOf ?? []) };
          report({ variant: 'choice', at, values, fixes: () => choices(place, start) });
          continue;
        }
        if (elsewhere.get(place.mapping)?.has(path[0] ?? '') === true) continue;
        report({
          variant: place.type.name === 'PersistentVolumeClaimSpec' ? 'claim' : 'missing',
          at,
          values: { holder, field: path.join('.') },
          fixes: () => offers(place, path, start),
        });
      }
    }
  },
});

/** Fields that are there in wrong letters or at a wrong place, by the mapping in which they belong: `unknown-field` speaks of them. */
function meantFields(mismatches: readonly Mismatch[]): ReadonlyMap<Mapping, ReadonlySet<string>> {
  const found = new Map<Mapping, Set<string>>();
  const note = (mapping: Mapping, path: readonly string[]): void => {
    const [name, ...rest] = path;
    if (name === undefined) return;
    found.set(mapping, (found.get(mapping) ?? new Set()).add(name));
    const inside = asMapping(fieldOf(mapping, name));
    if (inside !== undefined) note(inside, rest);
  };
  if (!mismatches.some(({ kind }) => kind === 'missingField')) return found;
  for (const mismatch of mismatches) {
    if (mismatch.kind !== 'unknownField') continue;
    const meaning = fieldMeaning(mismatch);
    if (meaning.kind === 'misspelled') note(mismatch.place.mapping, [meaning.field.name]);
    else if (meaning.kind === 'foreign') note(mismatch.place.mapping, meaning.path);
    else if (meaning.kind === 'misplaced' && meaning.place.to !== undefined)
      note(meaning.place.to.mapping, meaning.place.to.path);
  }
  return found;
}

/** The key without a value that stands there; else the key that the mapping is under, the first of an item, or the kind. */
function placeOf({ place, needed }: MissingField): TextRange {
  const { mapping, item, outer, object } = place;
  const empty = needed.path === undefined ? undefined : emptyEntry(mapping, needed.path);
  if (empty !== undefined) return empty.key.range;
  if (mapping === object.node) return (object.kindNode ?? mapping.entries[0]?.key ?? mapping).range;
  if (item !== undefined || outer === undefined) return (mapping.entries[0]?.key ?? mapping).range;
  return outer.entry.key.range;
}

/** The last key on a path that is there. */
function emptyEntry(mapping: Mapping, path: readonly string[]): Entry | undefined {
  let inside: Node | undefined = mapping;
  let last: Entry | undefined;
  for (const name of path) {
    const entry: Entry | undefined = inside?.kind === 'mapping' ? entryOf(inside, name) : undefined;
    if (entry === undefined) break;
    last = entry;
    inside = entry.value;
  }
  return last;
}

function offers(place: TypedPlace, path: readonly string[], start: number): readonly FixOffer<'write' | 'fill'>[] {
  const needed = neededValue(place, path);
  const { document } = place.object;
  const [name = '', ...rest] = path;
  const written = rest.length === 0 ? entryOf(place.mapping, name) : undefined;
  const empty = stringOf(written?.value) === '' ? written : undefined;
  const edits =
    needed &&
    (empty === undefined
      ? insertPath(document, place.mapping, path, needed.value)
      : fillEntry(document, place.mapping, empty, needed.value));
  if (needed === undefined || edits === undefined || edits.length === 0) return [];
  return [{ id: needed.sure ? 'write' : 'fill', edits: () => inFile(edits, start) }];
}

function choices(place: TypedPlace, start: number): readonly FixOffer<'fill'>[] {
  const chosen = neededChoice(place);
  const edits = chosen && insertPath(place.object.document, place.mapping, [chosen.field], chosen.value);
  if (chosen === undefined || edits === undefined) return [];
  return [{ id: 'fill', values: { field: chosen.field }, edits: () => inFile(edits, start) }];
}

/** So many words have room in a message. */
const mostListed = 4;

const texts = templates({ and: '{list} and {last}', like: '{list} and the like' });

const listed = (names: readonly string[]): string => {
  const words = names.map((name) => `\`${name}\``);
  if (words.length > mostListed) return rendered(texts.like, { list: words.slice(0, mostListed - 1).join(', ') });
  return rendered(texts.and, { list: words.slice(0, -1).join(', '), last: words.at(-1) ?? '' });
};
