import { remembered } from '../../engine/remembered';
import { objectsOfKind } from './file-objects';
import { asMapping, lookup, lookupAt, numberOf, stringOf } from './lookup';
import type { KubernetesObject, Manifest } from './manifest';
import type { Mapping, Node } from './nodes';

/** Something that decides how many pods a workload of its file has. */
export interface Autoscaler {
  readonly object: KubernetesObject;
  readonly start: number;
  /** The name of what it scales. */
  readonly targetNode: Node;
  /** The fewest and the most pods that it keeps; `undefined` where that cannot be known. */
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
}

/** The autoscaler in the same file that scales an object. */
export function autoscalerOf(manifest: Manifest, object: KubernetesObject): Autoscaler | undefined {
  if (object.name === undefined) return undefined;
  const scalers = autoscalersByTarget(manifest);
  return scalers.size === 0 ? undefined : scalers.get(targetKey(object.namespace, object.kind, object.name));
}

/** Whether anything in a file decides how many pods there are. */
export const hasAutoscalers = (manifest: Manifest): boolean => autoscalersByTarget(manifest).size > 0;

const autoscalersByTarget = remembered((manifest: Manifest): ReadonlyMap<string, Autoscaler> => {
  const found = new Map<string, Autoscaler>();
  for (const scaler of ['HorizontalPodAutoscaler', 'ScaledObject'])
    for (const { object, start } of objectsOfKind(manifest, scaler)) {
      const fields = fieldsOf(object);
      const target = lookupAt(object.node, ['spec', 'scaleTargetRef']);
      const reference = asMapping(target.entry?.value);
      if (fields === undefined || target.presence !== 'yes' || reference === undefined) continue;
      const kind = stringOf(lookup(reference, 'kind').entry?.value) ?? fields.kind;
      const targetNode = lookup(reference, 'name').entry?.value;
      const name = stringOf(targetNode);
      if (targetNode === undefined || name === undefined || kind === undefined) continue;
      found.set(targetKey(object.namespace, kind, name), {
        object,
        start,
        targetNode,
        minimum: countAt(object.node, fields.minimum),
        maximum: countAt(object.node, fields.maximum),
      });
    }
  return found;
});

const targetKey = (namespace: string | undefined, kind: string, name: string): string =>
  JSON.stringify([namespace ?? null, kind, name]);

interface CountField {
  readonly name: string;
  readonly fallback: number | undefined;
}

interface AutoscalerFields {
  /** What it scales when it does not say. */
  readonly kind: string | undefined;
  readonly minimum: CountField;
  readonly maximum: CountField;
}

/** Sources: kubernetes/api autoscaling/v2 types.go; kedacore/keda apis/keda/v1alpha1 scaledobject_types.go. */
function fieldsOf({ apiVersion, kind }: KubernetesObject): AutoscalerFields | undefined {
  if (kind === 'HorizontalPodAutoscaler' && apiVersion.startsWith('autoscaling/'))
    return {
      kind: undefined,
      minimum: { name: 'minReplicas', fallback: 1 },
      maximum: { name: 'maxReplicas', fallback: undefined },
    };
  if (kind === 'ScaledObject' && apiVersion.startsWith('keda.sh/'))
    return {
      kind: 'Deployment',
      minimum: { name: 'minReplicaCount', fallback: 0 },
      maximum: { name: 'maxReplicaCount', fallback: 100 },
    };
  return undefined;
}

function countAt(object: Mapping, { name, fallback }: CountField): number | undefined {
  const { presence, entry } = lookupAt(object, ['spec', name]);
  if (presence === 'no') return fallback;
  return presence === 'yes' ? numberOf(entry?.value) : undefined;
}
