import { remembered } from '../../engine/remembered';
import { grouped } from './grouped';
import { asMapping, asScalar, asSequence, booleanOf, fieldOf, lookup, stringOf, valueAt } from './lookup';
import type { Container, EnvironmentVariable, KubernetesObject, Manifest, Mapping, Scalar, Workload } from './manifest';

/** Objects that pods cannot start without. */
export type ReferredKind = 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'ServiceAccount';

/** A place in a pod that names another object of its namespace. */
export interface ObjectReference {
  readonly kind: ReferredKind;
  readonly name: string;
  readonly nameNode: Scalar;
  /** The keys that are asked for; none where the object is taken whole. */
  readonly keys: readonly Scalar[];
  /** All keys are taken, also those that somebody adds. */
  readonly whole: boolean;
  /** The pod starts without it, or may. */
  readonly optional: boolean;
  readonly workload: Workload;
  /** The container that takes variables from it, and the one that it takes by key. */
  readonly container: Container | undefined;
  readonly variable: EnvironmentVariable | undefined;
  /** Where the document starts in the file. */
  readonly start: number;
}

/** The references of all pods of a file, in the order of the text. */
export const objectReferences = remembered((manifest: Manifest): readonly ObjectReference[] =>
  manifest.documents.flatMap(({ document, start }) =>
    document.objects.flatMap((object) => referencesOf(object).map((reference) => ({ ...reference, start }))),
  ),
);

/** The references to an object, in whatever namespace. */
export const referencesTo = (manifest: Manifest, kind: ReferredKind, name: string): readonly ObjectReference[] =>
  byObject(manifest).get(`${kind} ${name}`) ?? [];

/** The references by which a container takes variables. */
export const referencesFrom = (manifest: Manifest, container: Container): readonly ObjectReference[] =>
  byContainer(manifest).get(container) ?? [];

const byObject = remembered((manifest: Manifest) =>
  grouped(objectReferences(manifest), ({ kind, name }) => `${kind} ${name}`),
);

const byContainer = remembered((manifest: Manifest) =>
  grouped(objectReferences(manifest), ({ container }) => container),
);

type Found = Omit<ObjectReference, 'start'>;

const referencesOf = remembered((object: KubernetesObject): readonly Found[] =>
  object.workloads.flatMap((workload) => [
    ...workload.pod.containers.flatMap((container) => [...variables(container), ...sources(container)]),
    ...ofPod(workload),
  ]),
);

const variables = (container: Container): readonly Found[] =>
  container.environment.flatMap((variable) => {
    const { valueFrom } = variable;
    const { workload } = container.pod;
    const taker = { workload, container, variable };
    return [
      ...keyReference('ConfigMap', asMapping(fieldOf(valueFrom, 'configMapKeyRef')), taker),
      ...keyReference('Secret', asMapping(fieldOf(valueFrom, 'secretKeyRef')), taker),
    ];
  });

const sources = (container: Container): readonly Found[] =>
  container.environmentFrom.flatMap((source) => {
    const taker: Taker = { workload: container.pod.workload, container, variable: undefined };
    return [
      ...named('ConfigMap', asMapping(fieldOf(source, 'configMapRef')), 'name', taker, { whole: true }),
      ...named('Secret', asMapping(fieldOf(source, 'secretRef')), 'name', taker, { whole: true }),
    ];
  });

function ofPod(workload: Workload): readonly Found[] {
  const { node, volumes } = workload.pod;
  const taker: Taker = { workload, container: undefined, variable: undefined };
  return [
    ...volumes.flatMap((volume) => ofVolume(volume.node, taker)),
    ...named('ServiceAccount', node, 'serviceAccountName', taker, {}),
    ...mappingsAt(node, 'imagePullSecrets').flatMap((secret) => named('Secret', secret, 'name', taker, {})),
  ];
}

function ofVolume(volume: Mapping, taker: Taker): readonly Found[] {
  const projected = asMapping(fieldOf(volume, 'projected'));
  return [
    ...files('ConfigMap', asMapping(fieldOf(volume, 'configMap')), 'name', taker),
    ...files('Secret', asMapping(fieldOf(volume, 'secret')), 'secretName', taker),
    ...named('PersistentVolumeClaim', asMapping(fieldOf(volume, 'persistentVolumeClaim')), 'claimName', taker, {}),
    ...mappingsAt(projected, 'sources').flatMap((source) => [
      ...files('ConfigMap', asMapping(fieldOf(source, 'configMap')), 'name', taker),
      ...files('Secret', asMapping(fieldOf(source, 'secret')), 'name', taker),
    ]),
  ];
}

type Taker = Pick<Found, 'workload' | 'container' | 'variable'>;

function keyReference(kind: ReferredKind, reference: Mapping | undefined, taker: Taker): readonly Found[] {
  const key = asScalar(fieldOf(reference, 'key'));
  return named(kind, reference, 'name', taker, { keys: key === undefined ? [] : [key] });
}

/** A volume of the files of a ConfigMap or Secret: all of them, or those of its `items`. */
function files(kind: ReferredKind, source: Mapping | undefined, field: string, taker: Taker): readonly Found[] {
  const items = mappingsAt(source, 'items').flatMap((item) => asScalar(fieldOf(item, 'key')) ?? []);
  return named(kind, source, field, taker, { keys: items, whole: fieldOf(source, 'items') === undefined });
}

function named(
  kind: ReferredKind,
  holder: Mapping | undefined,
  field: string,
  taker: Taker,
  { keys = [], whole = false }: { readonly keys?: readonly Scalar[]; readonly whole?: boolean },
): readonly Found[] {
  const nameNode = asScalar(fieldOf(holder, field));
  const name = stringOf(nameNode);
  if (holder === undefined || nameNode === undefined || name === undefined || name === '') return [];
  return [{ kind, name, nameNode, keys, whole, optional: mayBeMissing(holder), ...taker }];
}

function mayBeMissing(holder: Mapping): boolean {
  const { presence, entry } = lookup(holder, 'optional');
  return presence !== 'no' && (presence === 'unknown' || booleanOf(entry?.value) !== false);
}

const mappingsAt = (holder: Mapping | undefined, field: string): readonly Mapping[] =>
  (asSequence(valueAt(holder, [field]))?.items ?? []).flatMap((item) => asMapping(item.value) ?? []);
