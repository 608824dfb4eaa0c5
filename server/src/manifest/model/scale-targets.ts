import { groupOf, workloadKinds } from '../../knowledge/workload-kinds';
import { mayShareNamespace, objectsNamed, objectsOfKind, type PlacedObject } from './file-objects';
import { asMapping, asScalar, fieldOf, lookup, stringOf, valueAt } from './lookup';
import type { KubernetesObject, Manifest } from './manifest';
import { meantObject } from './meant-object';
import type { Mapping, Scalar } from './nodes';

/** What an autoscaler scales, as it says it. */
export interface ScaleTarget extends PlacedObject {
  readonly reference: Mapping;
  readonly kind: string;
  readonly name: string;
  readonly nameNode: Scalar;
  /** Of the target's API; `undefined` where that does not matter or cannot be known. */
  readonly group: string | undefined;
}

/** An autoscaler whose target is not there, with what it seems to mean. */
export interface DanglingTarget {
  /** What is wrong about the reference. */
  readonly what: 'name' | 'kind' | 'group';
  readonly target: ScaleTarget;
  readonly meant: PlacedObject;
}

interface AutoscalerKind {
  readonly kind: string;
  readonly group: string;
  readonly field: string;
  /** Of a target that does not say it. */
  readonly targetKind: string | undefined;
  /** `undefined` when it does not matter what is written. */
  readonly targetGroup: string | undefined;
}

/** Sources: kubernetes/api autoscaling/v2; kubernetes/autoscaler vertical-pod-autoscaler; kedacore/keda apis/keda/v1alpha1. */
const autoscalers: readonly AutoscalerKind[] = [
  {
    kind: 'HorizontalPodAutoscaler',
    group: 'autoscaling',
    field: 'scaleTargetRef',
    targetKind: undefined,
    targetGroup: '',
  },
  {
    kind: 'VerticalPodAutoscaler',
    group: 'autoscaling.k8s.io',
    field: 'targetRef',
    targetKind: undefined,
    targetGroup: undefined,
  },
  { kind: 'ScaledObject', group: 'keda.sh', field: 'scaleTargetRef', targetKind: 'Deployment', targetGroup: 'apps' },
];

/** What the autoscalers of a file scale. */
export const scaleTargets = (manifest: Manifest): readonly ScaleTarget[] =>
  autoscalers.flatMap((row) =>
    objectsOfKind(manifest, row.kind).flatMap(({ object, start }): readonly ScaleTarget[] => {
      const reference = asMapping(valueAt(object.node, ['spec', row.field]));
      const nameNode = asScalar(fieldOf(reference, 'name'));
      const name = stringOf(nameNode);
      const kind = reference && readField(reference, 'kind', row.targetKind);
      if (groupOf(object.apiVersion) !== row.group || reference === undefined || kind === undefined) return [];
      if (nameNode === undefined || name === undefined || name === '') return [];
      return [{ object, start, reference, kind, name, nameNode, group: targetGroup(reference, row) }];
    }),
  );

function targetGroup(reference: Mapping, row: AutoscalerKind): string | undefined {
  if (row.targetGroup === undefined) return undefined;
  const version = readField(reference, 'apiVersion', `${row.targetGroup}/v1`);
  return version === undefined ? undefined : groupOf(version);
}

function readField(reference: Mapping, name: string, fallback: string | undefined): string | undefined {
  const { presence, entry } = lookup(reference, name);
  if (presence === 'no') return fallback;
  return presence === 'yes' ? stringOf(entry?.value) : undefined;
}

/** The object of its file that an autoscaler surely scales. */
export function scaledObject(manifest: Manifest, { kind, name, object }: ScaleTarget): PlacedObject | undefined {
  const [only, other] = objectsNamed(manifest, kind, name).filter((each) =>
    mayShareNamespace(each.object.namespace, object.namespace),
  );
  return other === undefined && only?.object.namespace === object.namespace ? only : undefined;
}

/**
 * The autoscalers of a file whose target is not there while another object seems to be meant. What other autoscalers scale may be
 * elsewhere.
 */
export function danglingTargets(manifest: Manifest): readonly DanglingTarget[] {
  const targets = scaleTargets(manifest);
  const scaled = new Set(targets.map(({ kind, name }) => `${kind}/${name}`));
  return targets.flatMap((target): readonly DanglingTarget[] => {
    const { kind, name, object } = target;
    const isHere = (each: PlacedObject): boolean => mayShareNamespace(each.object.namespace, object.namespace);
    const found = objectsNamed(manifest, kind, name).filter(isHere);
    const [only] = found;
    if (only !== undefined) {
      const known = scaledObject(manifest, target);
      return known !== undefined && isOfOtherGroup(known.object, target)
        ? [{ what: 'group', target, meant: known }]
        : [];
    }
    const others = scalableKinds
      .filter((other) => other !== kind)
      .flatMap((other) => objectsNamed(manifest, other, name).filter(isHere));
    const [other, another] = others;
    if (other !== undefined)
      return another === undefined && scalableKinds.includes(kind) ? [{ what: 'kind', target, meant: other }] : [];
    const meant = meantObject(
      objectsOfKind(manifest, kind),
      { name, namespace: object.namespace, from: object.name },
      (each) => scaled.has(`${kind}/${each.object.name ?? ''}`),
    );
    return meant === undefined ? [] : [{ what: 'name', target, meant }];
  });
}

const scalableKinds: readonly string[] = [
  ...new Set(workloadKinds.filter(({ scales }) => scales === true).flatMap(({ kinds }) => kinds)),
];

/**
 * Whether the target's API group is not the object's: an autoscaler looks for the kind in that group, whatever the version
 * (kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go, `reconcileAutoscaler`).
 */
function isOfOtherGroup({ apiVersion, kind }: KubernetesObject, { group }: ScaleTarget): boolean {
  const own = groupOf(apiVersion);
  return group !== undefined && own === 'apps' && group !== own && scalableKinds.includes(kind);
}
