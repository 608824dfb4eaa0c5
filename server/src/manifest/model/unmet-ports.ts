import { remembered } from '../../engine/remembered';
import { declaredPort } from './declared-ports';
import type { FilePods } from './file-pods';
import type { FileService } from './file-services';
import type { Selection } from './label-index';
import { asMapping, asScalar, asSequence, fieldOf, isNothing, numberOf, stringOf, valueAt } from './lookup';
import type { Container, ContainerPort, KubernetesObject, Mapping, Scalar, Workload } from './manifest';

/** A port of a Service that leads to no declared port of the pods that it selects. */
export interface UnmetPort {
  readonly port: string | number;
  /** The item of the Service's `ports`. */
  readonly entry: Mapping;
  /** The target port, or the port that stands for it. */
  readonly node: Scalar;
  /** Whether a target port is written. */
  readonly written: boolean;
  readonly workload: Workload;
  readonly workloadStart: number;
  /** The containers that could have it. */
  readonly containers: readonly Container[];
  /** The ports that they declare for the protocol. */
  readonly declared: readonly ContainerPort[];
}

/**
 * The ports of a Service that some pods it selects do not declare. A number is only of interest to pods that declare others,
 * for what is not declared can be reached all the same.
 */
export const unmetPorts = ({ object, selection }: FileService): readonly UnmetPort[] =>
  targetsOf(object).flatMap(({ port, entry, node, written, protocol }) => {
    const unmet = firstLacking(selection, port, protocol);
    if (unmet === undefined) return [];
    const containers = servingContainers(unmet.workload);
    const declared = containers.flatMap(({ ports }) => ports.filter((each) => each.protocol === protocol));
    if (typeof port === 'number' && declared.length === 0) return [];
    const { workload, start } = unmet;
    return [{ port, entry, node, written, workload, workloadStart: start, containers, declared }];
  });

/** Where a Service sends its traffic, as far as it is written. */
const targetsOf = remembered(({ node: service }: KubernetesObject) =>
  (asSequence(valueAt(service, ['spec', 'ports']))?.items ?? []).flatMap(({ value }) => {
    const entry = asMapping(value);
    const target = fieldOf(entry, 'targetPort');
    const node = asScalar(isNothing(target) ? fieldOf(entry, 'port') : target);
    const port = stringOf(node) ?? numberOf(node);
    if (entry === undefined || node === undefined || port === undefined || entry.open) return [];
    // Zero, digits in quotes and other words that are no names are refused by the API server.
    if (port === 0 || (typeof port === 'string' && !/^(?=.*[a-z])[a-z0-9-]{1,15}$/.test(port))) return [];
    return [
      { port, entry, node, written: !isNothing(target), protocol: stringOf(fieldOf(entry, 'protocol')) ?? 'TCP' },
    ];
  }),
);

const lacking = remembered((_: Selection<FilePods>) => new Map<string, FilePods | undefined>());

/** The same for all Services that select the same pods. */
function firstLacking(selection: Selection<FilePods>, port: string | number, protocol: string): FilePods | undefined {
  const pods = typeof port === 'string' ? mainPods(selection, port, protocol) : selection.selected;
  const [only, other] = pods;
  if (only === undefined || other === undefined) return only && lacks(only, port, protocol) ? only : undefined;
  const known = lacking(selection);
  const key = `${typeof port} ${port} ${protocol}`;
  if (!known.has(key))
    known.set(
      key,
      pods.find((each) => lacks(each, port, protocol)),
    );
  return known.get(key);
}

/** A lone pod or a job of the same labels, such as a test of the release, takes nothing away from pods that have the port. */
function mainPods({ selected }: Selection<FilePods>, port: string, protocol: string): readonly FilePods[] {
  if (selected.length < 2 || selected.every((each) => lacks(each, port, protocol))) return selected;
  return selected.filter(({ workload }) => workload.lifetime !== 'pod' && workload.lifetime !== 'job');
}

/** Endpoints are looked for among containers and, since 1.28, sidecars (kubernetes/kubernetes pkg/api/v1/pod/util.go, `FindPort`). */
const servingContainers = ({ pod }: Workload): readonly Container[] =>
  pod.containers.filter(({ placement }) => placement === 'app' || placement === 'nativeSidecar');

function lacks({ workload }: FilePods, port: string | number, protocol: string): boolean {
  const containers = servingContainers(workload);
  if (containers.length === 0 || asSequence(fieldOf(workload.pod.node, 'containers'))?.open !== false) return false;
  if (workload.pod.node.open || asSequence(fieldOf(workload.pod.node, 'initContainers'))?.open === true) return false;
  return containers.every(
    (container) =>
      declaredPort(container, port).presence === 'no' &&
      !container.ports.some((each) => each.number === port && each.protocol === protocol),
  );
}
