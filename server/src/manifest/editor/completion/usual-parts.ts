import { type BlockValue, placeholder } from '../../edits/value';
import { objectsOfKind } from '../../model/file-objects';
import type { KubernetesObject } from '../../model/manifest';
import type { Part } from './container-parts';
import { nearestWorkload, selectorOf, servicePorts } from './pod-selector';
import type { TypedPlace } from './typed-place';

/** What is usually written under a field that is not a container's, by `Type.field`; `undefined` where nothing is usual. */
export function usualPart(place: TypedPlace, holder: string, field: string): Part | undefined {
  const value = valueFor(place, `${holder}.${field}`);
  return value === undefined ? undefined : { value };
}

function valueFor(place: TypedPlace, name: string): BlockValue | undefined {
  switch (name) {
    case 'Volume.emptyDir':
      return { sizeLimit: placeholder('64Mi') };
    case 'Probe.exec':
    case 'LifecycleHandler.exec':
      return { command: [placeholder('command')] };
    case 'PodSpec.topologySpreadConstraints':
      return spread(place);
    case 'ServiceSpec.selector':
      return labelsBeside(place);
    case 'ServiceSpec.ports':
      return portsBeside(place);
    case 'PodDisruptionBudgetSpec.selector':
    case 'NetworkPolicySpec.podSelector': {
      const labels = labelsBeside(place);
      return labels && { matchLabels: labels };
    }
    case 'V2HorizontalPodAutoscalerSpec.metrics':
      return [cpuUse];
    case 'V2HorizontalPodAutoscalerSpec.scaleTargetRef':
      return scaled(place);
    default:
      return undefined;
  }
}

/** How much of the CPU that they request the pods use on average. */
export const cpuUse: BlockValue = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: placeholder(80) } },
};

/** The pods of a workload over zones, by the labels that tell them from others. */
function spread({ workload }: TypedPlace): BlockValue | undefined {
  const labels = workload && selectorOf(workload);
  if (labels === undefined) return undefined;
  return [
    {
      maxSkew: 1,
      topologyKey: placeholder('topology.kubernetes.io/zone', [
        'topology.kubernetes.io/zone',
        'kubernetes.io/hostname',
      ]),
      whenUnsatisfiable: placeholder('ScheduleAnyway', ['ScheduleAnyway', 'DoNotSchedule']),
      labelSelector: { matchLabels: labels },
    },
  ];
}

function labelsBeside({ model, start }: TypedPlace): ReadonlyMap<string, string> | undefined {
  const workload = nearestWorkload(model, start);
  return workload && selectorOf(workload);
}

function portsBeside({ model, start }: TypedPlace): BlockValue | undefined {
  const containers = nearestWorkload(model, start)?.pod.containers ?? [];
  const ports = servicePorts(
    containers.filter(({ placement }) => placement === 'app').flatMap((container) => container.ports),
    false,
  );
  return ports.length === 0 ? undefined : ports;
}

/** What an autoscaler of the file may scale: what is called like it before others. */
function scaled({ model, object }: TypedPlace): BlockValue | undefined {
  const found = ['Deployment', 'StatefulSet'].flatMap((kind) => objectsOfKind(model, kind).map((each) => each.object));
  const target: KubernetesObject | undefined = found.find(({ name }) => name === object?.name) ?? found[0];
  if (target?.name === undefined) return undefined;
  return { apiVersion: target.apiVersion, kind: target.kind, name: target.name };
}
