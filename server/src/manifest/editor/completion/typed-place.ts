import type { PathStep } from '../../model/lookup';
import type { Container, KubernetesObject, Manifest, ManifestDocument, Mapping, Workload } from '../../model/manifest';
import { isForeignFile } from '../../model/recognition';
import { customTypes } from '../../schema/custom-types';
import { typeAt } from '../../schema/field-path';
import type { FieldType, ObjectType } from '../../schema/field-types';
import { typeNamed } from '../../schema/kubernetes-types';
import { typeOfObject } from '../../schema/object-types';
import { itemUnder, type Place } from '../place/place';
import { mappingsAround } from '../place/tree-path';
import { mended } from './mended';

/** A place, and what the API has there. Offsets of `object`, `container` and `mapping` are those of their document. */
export interface TypedPlace extends Place {
  /** The file as it is without the word that is half typed. */
  readonly model: Manifest;
  readonly part: ManifestDocument;
  /** Nothing but comments is in the document yet. */
  readonly isNew: boolean;
  readonly object: KubernetesObject | undefined;
  /** From the object's root. */
  readonly objectPath: readonly PathStep[];
  /** What the path leads to, where that is known. */
  readonly type: FieldType | undefined;
  readonly container: Container | undefined;
  readonly workload: Workload | undefined;
  /** What is written there already; of a mapping that is only begun, nothing. */
  readonly mapping: Mapping | undefined;
  /** The mappings around it, the nearest first. */
  readonly outer: readonly Mapping[];
}

/** @returns `undefined` in documents that are no manifest, and will be none */
export function typedPlace(place: Place): TypedPlace | undefined {
  const model = mended(place);
  const part = model.documents.findLast(({ start }) => start <= place.start)?.document;
  if (part === undefined) return undefined;
  const isNew = place.path.length === 0 && part.root === undefined;
  const header = ['apiVersion', 'kind'].filter((name) => place.siblings.has(name) || place.key === name);
  // Where both are there, they say what it is.
  const begins = place.path.length === 0 && header.length > 0 && (header.length === 1 || place.kind === 'value');
  if (isNew ? !mayBecomeManifest(model, part) : !part.recognised && !(begins && !isForeignFile(part.path)))
    return undefined;
  const object = objectAt(part, place);
  const objectPath = object !== undefined && object.node !== part.root ? place.path.slice(2) : place.path;
  const around = mappingsAround(part.root, place);
  const isInside = around.depth === place.openings.length;
  return {
    ...place,
    model,
    part,
    isNew,
    object,
    objectPath,
    type: object && typeOf(object, objectPath, model),
    ...podOf(object, place),
    mapping: isInside ? around.mappings[0] : undefined,
    outer: isInside ? around.mappings.slice(1) : around.mappings,
  };
}

/** Beside other manifests, or in a file that holds nothing at all. */
const mayBecomeManifest = ({ documents }: Manifest, { path }: ManifestDocument): boolean =>
  !isForeignFile(path) &&
  (documents.some(({ document }) => document.recognised) ||
    documents.every(({ document }) => document.root === undefined));

/** The one of the document's objects; of a list's, the one whose item is around the place. */
function objectAt({ root, objects }: ManifestDocument, { openings }: Place): KubernetesObject | undefined {
  const [first] = objects;
  if (first === undefined || first.node === root) return first;
  const item = openings.find(({ kind }) => kind === 'item');
  return item && objects.find(({ node }) => node.range.start > item.offset);
}

const lists = new Set(['containers', 'initContainers', 'ephemeralContainers']);

function typeOf(object: KubernetesObject, path: readonly PathStep[], model: Manifest): FieldType | undefined {
  const type: ObjectType | undefined = typeOfObject(object, customTypes(model));
  if (type !== undefined) return typeAt(type, path);
  const list = path.findIndex((step) => lists.has(String(step)));
  const pod = object.workloads.length > 0 && list !== -1 ? typeNamed('PodSpec') : undefined;
  return pod && typeAt(pod, path.slice(list));
}

function podOf(object: KubernetesObject | undefined, place: Place): Pick<TypedPlace, 'container' | 'workload'> {
  const item = itemUnder(place.openings, lists);
  const workloads = object?.workloads ?? [];
  const container = workloads
    .flatMap(({ pod }) => pod.containers)
    .find((each) => item !== undefined && each.item.range.start === item.offset);
  const offset = place.range.start - place.start;
  const around = workloads.findLast(({ pod }) => pod.node.range.start <= offset);
  return { container, workload: container?.pod.workload ?? around ?? workloads[0] };
}
