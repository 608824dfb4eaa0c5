import type { FieldVersion } from '../../knowledge/field-versions';
import { documentBoundaries } from '../model/document-boundaries';
import type { Entry, Item, KubernetesObject, ManifestDocument, Mapping, Node, Sequence } from '../model/manifest';
import { acceptsScalar } from './accepted';
import type { CustomTypes } from './custom-types';
import type { Field, FieldType, ObjectType } from './field-types';
import { absentFields, type NeededFields } from './needed-fields';
import { typedParts } from './object-types';

/** A mapping whose type is known, and what it stands in. */
export interface TypedPlace {
  readonly object: KubernetesObject;
  readonly mapping: Mapping;
  readonly type: ObjectType;
  /** The item that it is, when it stands in a list. */
  readonly item: Item | undefined;
  /** `undefined` for the outermost one that has a type. */
  readonly outer: { readonly place: TypedPlace; readonly entry: Entry } | undefined;
}

/** A key that its mapping's type does not have. */
export interface UnknownField {
  readonly kind: 'unknownField';
  readonly place: TypedPlace;
  readonly entry: Entry;
}

/** A value of another kind than its field holds. */
export interface WrongValue {
  readonly kind: 'wrongValue';
  readonly place: TypedPlace;
  /** The field that the value stands under, at whatever depth of lists and of keys of the user's own. */
  readonly entry: Entry;
  readonly field: Field;
  readonly node: Node;
  readonly expected: FieldType;
  /** Where it stands when that is not the field itself. */
  readonly within:
    | { readonly sequence: Sequence; readonly item: Item }
    | { readonly mapping: Mapping; readonly entry: Entry }
    | undefined;
}

/** What an object cannot do without: a field, or one of several. */
export interface MissingField {
  readonly kind: 'missingField';
  readonly place: TypedPlace;
  readonly needed: NeededFields;
}

/** A field that not every release of Kubernetes knows. */
export interface DatedField {
  readonly kind: 'datedField';
  readonly place: TypedPlace;
  readonly entry: Entry;
  readonly version: FieldVersion;
}

export type Mismatch = UnknownField | WrongValue | MissingField | DatedField;

/** No manifest is this deep; a schema in a CustomResourceDefinition may be. */
const deepest = 64;

interface Known {
  readonly custom: CustomTypes;
  readonly mismatches: readonly Mismatch[];
}

const known = new WeakMap<ManifestDocument, Known>();

/**
 * Where the objects of a document are not what the API says of their kinds, in the order of the text. Of two objects in one
 * document, read as one, `missing-document-separator` speaks.
 */
export function mismatchesOf(document: ManifestDocument, custom: CustomTypes): readonly Mismatch[] {
  const before = known.get(document);
  if (before?.custom === custom) return before.mismatches;
  const mismatches: Mismatch[] = [];
  const objects = documentBoundaries(document).length === 0 ? document.objects : [];
  for (const object of objects)
    for (const { mapping, type, whole } of typedParts(object, custom))
      new Walk(mismatches, whole, branches(document)).object(
        { object, mapping, type, item: undefined, outer: undefined },
        0,
      );
  const sure = isWellFormed(document) ? mismatches : mismatches.filter(({ kind }) => kind === 'unknownField');
  known.set(document, { custom, mismatches: sure });
  return sure;
}

/** What the reader made of a line that it could not read may stand at another place, or have lost a part. */
export const isWellFormed = ({ problems }: ManifestDocument): boolean =>
  problems.every(({ code }) => code === 'DUPLICATE_KEY');

/** What stands behind an `else` may be for another version, or another kind, than what is read here. */
const branches = ({ mode, text }: ManifestDocument): boolean =>
  mode === 'template' && /\{[{%]-?\s*(?:else|elif)\b/.test(text);

/** Compares a tree with its type, once. */
class Walk {
  constructor(
    private readonly found: Mismatch[],
    private readonly whole: boolean,
    private readonly branches: boolean,
  ) {}

  object(place: TypedPlace, depth: number): void {
    const { mapping, type } = place;
    if (this.whole && !mapping.open)
      for (const needed of absentFields(place)) this.found.push({ kind: 'missingField', place, needed });
    for (const entry of mapping.entries) {
      if (this.branches && entry.conditional) continue;
      const field = type.fields.get(entry.name);
      if (field !== undefined) {
        if (field.version !== undefined) this.found.push({ kind: 'datedField', place, entry, version: field.version });
        this.value(place, entry, field, field.type, entry.value, undefined, depth);
      } else if (!type.open && !isFree(place, entry)) this.found.push({ kind: 'unknownField', place, entry });
    }
  }

  private value(
    place: TypedPlace,
    entry: Entry,
    field: Field,
    type: FieldType,
    node: Node | undefined,
    within: WrongValue['within'],
    depth: number,
  ): void {
    if (node === undefined || type.kind === 'any' || depth > deepest) return;
    if (node.kind === 'mapping' && type.kind === 'object') {
      const item = within !== undefined && 'item' in within ? within.item : undefined;
      const { object } = place;
      this.object({ object, mapping: node, type, item, outer: { place, entry } }, depth + 1);
    } else if (node.kind === 'mapping' && type.kind === 'map') {
      for (const each of node.entries)
        this.value(place, entry, field, type.values, each.value, { mapping: node, entry: each }, depth + 1);
    } else if (node.kind === 'sequence' && type.kind === 'list') {
      for (const item of node.items)
        if (!this.branches || !item.conditional)
          this.value(place, entry, field, type.items, item.value, { sequence: node, item }, depth + 1);
    } else if (node.kind === 'scalar' ? !acceptsScalar(type, node) : !node.open)
      this.found.push({ kind: 'wrongValue', place, entry, field, node, expected: type, within });
  }
}

/**
 * Keys that no server sees: patches' own directives (kubernetes/community:contributors/devel/sig-api-machinery/strategic-merge-patch.md),
 * what a template writes, and extensions that hold anchors for others. Of quotes and blanks that are none, `yaml-syntax` speaks.
 */
const isFree = ({ outer }: TypedPlace, { name, key }: Entry): boolean =>
  name.startsWith('$') ||
  key.type === 'unknown' ||
  name.includes('{{') ||
  /[\u00a0\u2000-\u200f\u2018-\u201f\u2060\u3000\ufeff]/.test(name) ||
  (outer === undefined && name.startsWith('x-'));
