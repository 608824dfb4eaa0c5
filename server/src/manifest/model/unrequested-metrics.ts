import type { PlacedObject } from './file-objects';
import { objectsOfKind } from './file-objects';
import { asMapping, asSequence, entryOf, fieldOf, isNothing, numberOf, stringOf, valueAt } from './lookup';
import type { Container, KubernetesObject, Manifest } from './manifest';
import type { Node } from './nodes';
import { type ComputeResource, requestOf } from './requested-resources';
import { scaledObject, scaleTargets } from './scale-targets';

/** A metric of an autoscaler in percent of a request that the pods do not make. */
export interface UnrequestedMetric extends PlacedObject {
  readonly resource: ComputeResource;
  /** Where the percentage is asked for. */
  readonly node: Node;
  readonly container: Container;
  /** Where the container's document starts. */
  readonly containerStart: number;
}

interface Utilization {
  readonly resource: ComputeResource;
  readonly node: Node;
  /** The one container that counts; `undefined` for all. */
  readonly container: string | undefined;
}

/**
 * The percentages that horizontal autoscalers of a file wait for in vain: with one container that requests nothing, a pod has
 * no utilization (kubernetes.io: Horizontal Pod Autoscaling).
 */
export function unrequestedMetrics(manifest: Manifest): readonly UnrequestedMetric[] {
  // It may add the requests.
  if (objectsOfKind(manifest, 'LimitRange').length > 0) return [];
  return scaleTargets(manifest).flatMap((target): readonly UnrequestedMetric[] => {
    const { object, start } = target;
    const scaled = object.kind === 'HorizontalPodAutoscaler' ? scaledObject(manifest, target) : undefined;
    const [workload, other] = scaled?.object.workloads ?? [];
    if (scaled === undefined || workload === undefined || other !== undefined) return [];
    const containers = workload.pod.containers.filter(({ placement }) => placement === 'app');
    return utilizations(object).flatMap(({ resource, node, container: name }): readonly UnrequestedMetric[] => {
      const container = containers.find(
        (each) => (name === undefined || each.name === name) && requestOf(each, resource) === 'no',
      );
      return container === undefined
        ? []
        : [{ object, start, resource, node, container, containerStart: scaled.start }];
    });
  });
}

function utilizations({ node }: KubernetesObject): readonly Utilization[] {
  const plain = fieldOf(asMapping(valueAt(node, ['spec'])), 'targetCPUUtilizationPercentage');
  const metrics = asSequence(valueAt(node, ['spec', 'metrics']))?.items ?? [];
  return [
    ...(plain === undefined || isNothing(plain)
      ? []
      : [{ resource: 'cpu' as const, node: plain, container: undefined }]),
    ...metrics.flatMap(({ value, conditional }) => (conditional ? [] : ofMetric(value))),
  ];
}

/** In `v2` and `v2beta2` under `target`, in `v2beta1` a field of its own. */
function ofMetric(metric: Node | undefined): readonly Utilization[] {
  return (['resource', 'containerResource'] as const).flatMap((field): readonly Utilization[] => {
    const source = asMapping(valueAt(metric, [field]));
    const resource = stringOf(fieldOf(source, 'name'));
    const container = stringOf(fieldOf(source, 'container'));
    if (source === undefined || (resource !== 'cpu' && resource !== 'memory')) return [];
    if (field === 'containerResource' && container === undefined) return [];
    const target = asMapping(fieldOf(source, 'target')) ?? source;
    const percentage = entryOf(target, 'averageUtilization') ?? entryOf(target, 'targetAverageUtilization');
    if (percentage?.value === undefined || percentage.conditional || numberOf(percentage.value) === undefined)
      return [];
    return [{ resource, node: percentage.value, container: field === 'resource' ? undefined : container }];
  });
}
