import { insertion, lineEnd, lineStart, nextLineStart, type TextEdit } from '../../engine/text';
import type { Entry, ManifestDocument, Mapping } from '../model/manifest';
import type { SlippedItems } from '../model/slipped-items';
import { type FieldMeaning, fieldMeaning } from '../schema/field-meaning';
import { type FieldType, type ObjectType, objectIn } from '../schema/field-types';
import { fits } from '../schema/fitting';
import type { UnknownField } from '../schema/mismatches';
import type { RightfulPlace } from '../schema/rightful-place';
import { columnOf } from './line';
import { entryNamed } from './members';
import { moveEntry } from './move-subtree';
import { type Nesting, nestEntries } from './nest-entries';
import { movesComment } from './obstacles';
import { removeEntry } from './remove';
import { replaceEntry } from './replace-entry';
import { renameKey, replaceScalar } from './replace-scalar';
import { reshaped } from './reshaped';
import { styleAt } from './style';
import { together } from './together';

/**
 * The edits that make a field what it is meant to be; `undefined` where there is nothing that is sure to be right, and where a
 * comment would have to move.
 */
export function putRight(field: UnknownField, meaning: FieldMeaning): readonly TextEdit[] | undefined {
  const edits = editsFor(field, meaning);
  return edits?.some((edit) => movesComment(field.place.object.document, edit)) ? undefined : edits;
}

function editsFor(field: UnknownField, meaning: FieldMeaning): readonly TextEdit[] | undefined {
  const { place, entry } = field;
  const { mapping, object } = place;
  const { document } = object;
  switch (meaning.kind) {
    case 'misspelled':
      return renamed(document, mapping, entry, meaning.field.name, meaning.field.type);
    case 'foreign': {
      const [name, ...inner] = meaning.path;
      if (name === undefined) return undefined;
      if (inner.length > 0) return nestedTogether(field, name);
      return renamed(document, mapping, entry, name, meaning.type);
    }
    case 'misplaced':
      return moved(field, meaning.place);
    case 'slipped':
      return movedIn(document, meaning.slipped);
    case 'newer':
      return object.apiVersionNode && replaceScalar(document, object.apiVersionNode, meaning.apiVersion);
    case 'needless':
      return removeEntry(document, mapping, entry);
    case 'unknown':
      return undefined;
  }
}

function moved(field: UnknownField, { to }: RightfulPlace): readonly TextEdit[] | undefined {
  const { place, entry } = field;
  if (to === undefined) return undefined;
  const [first, second] = to.path;
  if (to.mapping !== place.mapping || first === undefined || second === undefined)
    return moveEntry(place.object.document, { mapping: place.mapping, entry }, to);
  // Where the outer key is new, what stands there stays on its lines.
  const nested = entryNamed(place.mapping, first) === undefined ? nestedTogether(field, first) : undefined;
  return nested ?? moveEntry(place.object.document, { mapping: place.mapping, entry }, to);
}

/** Nests a field where it stands, with all its neighbours that go under the same key. */
function nestedTogether({ place }: UnknownField, key: string): readonly TextEdit[] | undefined {
  const { mapping, type, object } = place;
  const nestings = mapping.entries.flatMap((entry): readonly Nesting[] => {
    if (type.fields.has(entry.name)) return [];
    const meaning = fieldMeaning({ kind: 'unknownField', place, entry });
    const path = pathFor(meaning, mapping) ?? pathInto(type, key, entry);
    if (path?.[0] !== key) return [];
    const beside = meaning.kind === 'foreign' ? meaning.beside : undefined;
    return [beside === undefined ? { entry, path } : { entry, path, beside: [beside] }];
  });
  return nestEntries(object.document, mapping, nestings);
}

/** What two mappings could hold goes with those that only one of them can. */
function pathInto(type: ObjectType, key: string, { name, value }: Entry): readonly string[] | undefined {
  const inner = type.fields.get(key)?.type;
  const field = inner?.kind === 'object' ? inner.fields.get(name) : undefined;
  return field !== undefined && fits(field.type, value) ? [key, name] : undefined;
}

function pathFor(meaning: FieldMeaning, mapping: Mapping): readonly string[] | undefined {
  if (meaning.kind === 'foreign') return meaning.path;
  const to = meaning.kind === 'misplaced' ? meaning.place.to : undefined;
  return to?.mapping === mapping ? to.path : undefined;
}

/** The lines of items moved in, to below the key of their list. */
function movedIn(document: ManifestDocument, { above, list, items }: SlippedItems): readonly TextEdit[] | undefined {
  const { text } = document;
  const column = columnOf(text, list.key.range.start);
  const { listIndent, dashWidth } = styleAt(document, above);
  const edits: TextEdit[] = [];
  for (const { mapping, moved } of items) {
    if (columnOf(text, mapping.range.start) !== column) return undefined;
    const end = moved.at(-1)?.range.end ?? mapping.range.start;
    for (let at = lineStart(text, mapping.range.start); at < end; at = nextLineStart(text, at))
      if (lineEnd(text, at) > at) edits.push(insertion(at, ' '.repeat(dashWidth + listIndent)));
  }
  return edits;
}

/** Another key, and the value in the shape that it has under that key. */
function renamed(
  document: ManifestDocument,
  mapping: Mapping,
  entry: Entry,
  name: string,
  type: FieldType,
): readonly TextEdit[] | undefined {
  const { value } = entry;
  const another =
    value?.kind === 'scalar' && typeof value.value === 'string' ? valueMeant(type, value.value) : undefined;
  if (value?.kind === 'scalar' && another !== undefined)
    return together(renameKey(document, mapping, entry, name), replaceScalar(document, value, another));
  if (value === undefined || (fits(type, value) && itemsFit(type, entry)))
    return renameKey(document, mapping, entry, name);
  const wanted = reshaped({ document, field: name, expected: type, node: value });
  if (wanted !== undefined) return replaceEntry(document, mapping, entry, name, wanted);
  return renameKey(document, mapping, entry, name);
}

/** Compose files write `always` and `on-failure` where Kubernetes has `Always` and `OnFailure`. */
function valueMeant(type: FieldType, value: string): string | undefined {
  if (type.kind !== 'scalar' || type.values.includes(value)) return undefined;
  const wanted = folded(value);
  return type.values.find((each) => folded(each) === wanted);
}

const folded = (value: string): string => value.replace(/[-_ ]/g, '').toLowerCase();

const itemsFit = (type: FieldType, { value }: Entry): boolean =>
  value?.kind !== 'sequence' ||
  objectIn(type) === undefined ||
  value.items.every(({ value: item }) => item?.kind !== 'scalar');
