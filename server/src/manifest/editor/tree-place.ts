import { contains, rangeOf } from '../../engine/text';
import type { DocumentPlace, Entry, Item, KubernetesObject, Manifest, Mapping, Node } from '../model/manifest';
import type { CustomTypes } from '../schema/custom-types';
import { customTypes } from '../schema/custom-types';
import type { FieldType, ObjectType } from '../schema/field-types';
import { typedParts } from '../schema/object-types';

/** One step from a document's root towards an offset. */
export interface TreeStep {
  /** What is stepped through, and its type where that is known. */
  readonly holder: Node;
  readonly type: FieldType | undefined;
  readonly member: Entry | Item;
}

/** What the tree has at an offset. All offsets are the document's. */
export interface TreePlace extends DocumentPlace {
  readonly offset: number;
  readonly object: KubernetesObject | undefined;
  /** The outermost first. */
  readonly steps: readonly TreeStep[];
  /** The offset is in the key of the last step, which is an entry. */
  readonly isKey: boolean;
  /** The innermost value, and its type where that is known. */
  readonly node: Node | undefined;
  readonly type: FieldType | undefined;
}

/** The document around an offset of the file. */
export const documentAt = ({ documents }: Manifest, offset: number): DocumentPlace | undefined =>
  documents.findLast(({ start }) => start <= offset);

/** Finds what stands at an offset; `undefined` where nothing does. */
export function treePlaceAt(manifest: Manifest, offset: number): TreePlace | undefined {
  const found = documentAt(manifest, offset);
  if (found === undefined || !found.document.recognised) return undefined;
  const { document, start } = found;
  const at = rangeOf(offset - start, offset - start);
  if (document.comments.some(({ range }) => range.start < at.start && contains(range, at))) return undefined;
  const object = document.objects.find(({ node }) => contains(node.range, at));
  const types = object === undefined ? new Map<Mapping, ObjectType>() : typesOf(object, customTypes(manifest));
  const steps: TreeStep[] = [];
  let node = document.root;
  let type: FieldType | undefined;
  while (node !== undefined && node.kind !== 'scalar') {
    type = (node.kind === 'mapping' ? types.get(node) : undefined) ?? type;
    const members: readonly (Entry | Item)[] = node.kind === 'mapping' ? node.entries : node.items;
    const member = members.find((each) => !isMerged(each) && contains(each.range, at));
    if (member === undefined) break;
    steps.push({ holder: node, type, member });
    if ('key' in member && contains(member.key.range, at))
      return {
        ...found,
        offset: at.start,
        object,
        steps,
        isKey: true,
        node: member.value,
        type: typeBehind(type, member),
      };
    type = typeBehind(type, member);
    // What an alias stands for is written elsewhere.
    node = member.value?.alias === undefined ? member.value : undefined;
  }
  const inside = node !== undefined && contains(node.range, at) ? node : undefined;
  return { ...found, offset: at.start, object, steps, isKey: false, node: inside, type };
}

const isMerged = (member: Entry | Item): boolean => 'key' in member && member.merged;

const typesOf = (object: KubernetesObject, custom: CustomTypes): ReadonlyMap<Mapping, ObjectType> =>
  new Map(typedParts(object, custom).map(({ mapping, type }) => [mapping, type]));

/** The type of what stands behind a key or dash. */
function typeBehind(type: FieldType | undefined, member: Entry | Item): FieldType | undefined {
  if (type === undefined) return undefined;
  if (!('key' in member)) return type.kind === 'list' ? type.items : undefined;
  if (type.kind === 'object') return type.fields.get(member.name)?.type;
  return type.kind === 'map' ? type.values : undefined;
}
