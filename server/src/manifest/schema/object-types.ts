import { builtInKinds } from '../../knowledge/manifest-kinds';
import { removedApi } from '../../knowledge/removed-apis';
import { groupOf } from '../../knowledge/workload-kinds';
import { isUnknown } from '../model/lookup';
import type { KubernetesObject, Mapping } from '../model/manifest';
import type { CustomTypes } from './custom-types';
import { type ObjectType, objectType } from './field-types';
import { kindsOf, typeNamed, typeOfKind } from './kubernetes-types';

/** A mapping whose type is known. */
export interface Typed {
  readonly mapping: Mapping;
  readonly type: ObjectType;
  /** What is not there is missing: not so in what a controller fills in. */
  readonly whole: boolean;
}

/** An object of which only the kind is missing. */
const nameless = objectType('', new Map(), true);

/** What of an object has a known type: the object itself, or the pods in one whose kind is not Kubernetes' own. */
export function typedParts(object: KubernetesObject, custom: CustomTypes): readonly Typed[] {
  const type = typeOfObject(object, custom);
  if (type !== undefined) return [{ mapping: object.node, type, whole: true }];
  if (object.kind === '' && kindsOf(object.apiVersion).length > 0 && isCertain(object))
    return [{ mapping: object.node, type: nameless, whole: true }];
  const pod = typeNamed('PodSpec');
  if (pod === undefined) return [];
  return object.workloads
    .filter(({ kind }) => kind?.completeness === 'full' && kind.locations.every(({ holds }) => holds === 'podSpec'))
    .map((workload) => ({ mapping: workload.pod.node, type: pod, whole: false }));
}

/** The type of an object. A kind of Kubernetes' own is known also where its `apiVersion` is wrong or missing. */
export function typeOfObject(object: KubernetesObject, custom: CustomTypes): ObjectType | undefined {
  const { apiVersion, kind } = object;
  if (!isCertain(object)) return undefined;
  const exact = typeOfKind(apiVersion, kind) ?? custom.typeOf(apiVersion, kind);
  if (exact !== undefined || groupOf(apiVersion).includes('.') || removedApi(apiVersion, kind) !== undefined)
    return exact;
  const builtIn = builtInKinds.get(kind);
  return builtIn && typeOfKind(builtIn.apiVersion, kind);
}

/** A template may decide what the object is. */
const isCertain = ({ node, apiVersionNode, kindNode }: KubernetesObject): boolean =>
  !isUnknown(apiVersionNode) &&
  !isUnknown(kindNode) &&
  !node.entries.some(({ name, conditional }) => conditional && (name === 'apiVersion' || name === 'kind'));
