import { closest } from '../../engine/closest';
import { groupOf } from '../../knowledge/workload-kinds';
import { isSubdomain } from '../values/names';
import { objectsNamed, objectsOfKind, type PlacedObject } from './file-objects';
import { grouped } from './grouped';
import { asMapping, fieldOf, lookup, stringOf } from './lookup';
import type { KubernetesObject, Manifest, Scalar } from './manifest';
import { type ObjectReference, objectReferences } from './object-references';

/** A reference of a pod to something that is not there, as far as the file shows it. */
export interface MissingReference {
  readonly reference: ObjectReference;
  /** What is wrong: the object's name, or the key. */
  readonly node: Scalar;
  readonly what: 'object' | 'key';
  /** What is most likely meant. */
  readonly meant: string | undefined;
  /** The object that has no such key, or that is meant. */
  readonly placed: PlacedObject;
}

/**
 * The references that nothing answers: keys that an object of the file does not have, and names that nothing in the file has but
 * nearly the one of an object that is there and that no pod of the file refers to. Everything else may stand in another file.
 */
export function missingReferences(manifest: Manifest): readonly MissingReference[] {
  const references = objectReferences(manifest).filter(({ workload }) => workload.object.document.mode !== 'patch');
  const idle = idleObjects(manifest, references);
  return references.flatMap((reference): readonly MissingReference[] => {
    if (reference.optional || alwaysThere.has(`${reference.kind} ${reference.name}`)) return [];
    const [only, other] = objectsNamed(manifest, reference.kind, reference.name);
    if (only !== undefined) return other === undefined ? missingKeys(manifest, reference, only) : [];
    const placed = meantObject(reference, idle);
    if (placed?.object.name === undefined) return [];
    return [{ reference, node: reference.nameNode, what: 'object', meant: placed.object.name, placed }];
  });
}

/** The control plane makes them in every namespace. */
const alwaysThere: ReadonlySet<string> = new Set(['ConfigMap kube-root-ca.crt', 'ServiceAccount default']);

function missingKeys(
  manifest: Manifest,
  reference: ObjectReference,
  placed: PlacedObject,
): readonly MissingReference[] {
  const { object } = placed;
  if (reference.keys.length === 0 || !isSameNamespace(reference.workload.object, object)) return [];
  const keys = keysOf(object);
  // What is empty here is filled by somebody else.
  if (keys === undefined || keys.size === 0 || isFilledByOthers(manifest, object)) return [];
  return reference.keys.flatMap((node): readonly MissingReference[] => {
    const key = stringOf(node);
    if (key === undefined || keys.has(key)) return [];
    return [{ reference, node, what: 'key', meant: closest(key, keys), placed }];
  });
}

const fields: readonly string[] = ['data', 'stringData', 'binaryData'];

/** All keys of a ConfigMap or Secret; `undefined` where there may be others. */
function keysOf({ apiVersion, node, document }: KubernetesObject): ReadonlySet<string> | undefined {
  if (apiVersion !== 'v1' || document.mode === 'patch') return undefined;
  const keys = new Set<string>();
  for (const field of fields) {
    const { presence, entry } = lookup(node, field);
    if (presence === 'no') continue;
    const data = asMapping(entry?.value);
    if (data === undefined || data.open || data.entries.some(({ key }) => key.type === 'unknown')) return undefined;
    for (const { name } of data.entries) keys.add(name);
  }
  return keys;
}

/**
 * Whether something else may add keys: the control plane does so to the tokens of service accounts, and operators to what a
 * custom resource of the file names or to what bears an annotation or a label of theirs.
 */
function isFilledByOthers(
  manifest: Manifest,
  { kind, name = '', node, annotations, labels }: KubernetesObject,
): boolean {
  const type = kind === 'Secret' ? stringOf(fieldOf(node, 'type')) : undefined;
  if (type === 'kubernetes.io/service-account-token' || type === 'bootstrap.kubernetes.io/token') return true;
  const marks = [...Object.keys(annotations), ...Object.keys(labels)];
  if (
    marks.some((mark) =>
      /inject|reflector|replicat|cert-manager|trust|vault|external-secrets|sealedsecrets|generate/i.test(mark),
    )
  )
    return true;
  return manifest.documents.some(
    ({ document }) =>
      document.objects.some(({ apiVersion, workloads }) => isCustom(apiVersion) && workloads.length === 0) &&
      document.text.includes(name),
  );
}

const isCustom = (apiVersion: string): boolean =>
  /\./.test(groupOf(apiVersion)) && !/\.k8s\.io$/.test(groupOf(apiVersion));

/** The objects of each kind that no pod of the file refers to. Among too many nobody can say which one is meant. */
function idleObjects(
  manifest: Manifest,
  references: readonly ObjectReference[],
): ReadonlyMap<string, readonly PlacedObject[]> {
  const used = grouped(references, ({ kind }) => kind);
  return new Map(
    [...used].map(([kind, users]) => {
      const names = new Set(users.map(({ name }) => name));
      const idle = objectsOfKind(manifest, kind).filter(({ object: { name = '' } }) => name !== '' && !names.has(name));
      return [kind, idle.length > mostCandidates ? [] : idle];
    }),
  );
}

const mostCandidates = 50;

/** Whether an object may have the keys that are asked for. */
function hasKeys(object: KubernetesObject, keys: readonly Scalar[]): boolean {
  if (keys.length === 0) return true;
  const there = keysOf(object);
  return there === undefined || keys.every((key) => there.has(stringOf(key) ?? ''));
}

/** A slip of a letter or two; of `config-1` and `config-2` neither is a slip. */
function meantObject(
  { kind, name, keys, workload }: ObjectReference,
  idle: ReadonlyMap<string, readonly PlacedObject[]>,
): PlacedObject | undefined {
  const near = (idle.get(kind) ?? []).filter(
    ({ object }) =>
      isSameNamespace(workload.object, object) && object.name?.replace(/\d/g, '') !== name.replace(/\d/g, ''),
  );
  const names = near
    .filter(({ object }) => hasKeys(object, keys))
    .flatMap(({ object }) => object.name ?? [])
    .filter(isSubdomain);
  const meant = closest(name, names, Math.min(2, Math.floor(name.length / 4)));
  return near.find(({ object }) => object.name === meant);
}

/** A namespace that a template prints may be any. */
const isSameNamespace = (one: KubernetesObject, other: KubernetesObject): boolean =>
  one.namespace === other.namespace &&
  (one.namespace !== undefined ||
    (fieldOf(one.metadata, 'namespace') === undefined) === (fieldOf(other.metadata, 'namespace') === undefined));
