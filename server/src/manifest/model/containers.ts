import { parseImageReference } from '../../image/parse';
import type { ImageReference } from '../../image/reference';
import type { Argument } from '../../shell/command-line';
import { unwrap } from '../../shell/wrappers';
import { argumentsIn } from './arguments';
import { type ContainerRole, type PlacedNode, rolesOf } from './container-function';
import { asMapping, asScalar, asSequence, fieldOf, numberOf, stringOf } from './lookup';
import type {
  Container,
  ContainerPort,
  ContainerProcess,
  EnvironmentVariable,
  PodSpec,
  Probe,
  VolumeMount,
} from './manifest';
import type { Item, Mapping, Node, Scalar } from './nodes';
import { probeOf } from './probes';

/** A list of containers, or a single one, and what they are in their pod. */
export interface ContainerList {
  readonly value: Node;
  readonly placement: 'app' | 'init' | 'ephemeral';
}

/** The lists of a pod spec, in the order in which their containers start. */
export const podContainers = (pod: Mapping): readonly ContainerList[] =>
  podLists.flatMap(([name, placement]) => {
    const value = fieldOf(pod, name);
    return value === undefined ? [] : [{ value, placement }];
  });

const podLists: readonly (readonly [string, ContainerList['placement']])[] = [
  ['initContainers', 'init'],
  ['containers', 'app'],
  ['ephemeralContainers', 'ephemeral'],
];

/** A container as it is found in a pod spec, before anything is read from it. */
interface Found extends PlacedNode {
  readonly item: Item;
}

/** The containers of a pod: init containers, then containers, then ephemeral ones. */
export function containersOf(pod: PodSpec, lists: readonly ContainerList[]): readonly Container[] {
  const found = podLists.flatMap(([, placement]) =>
    lists.filter((list) => list.placement === placement).flatMap(({ value }) => foundIn(value, placement)),
  );
  const roles = rolesOf(pod.workload, found);
  return found.map((each, index) => containerOf(pod, each, roles[index] ?? { function: 'unknown', reason: '' }));
}

function foundIn(value: Node, placement: ContainerList['placement']): readonly Found[] {
  const items = value.kind === 'sequence' ? value.items : [{ value, range: value.range, conditional: false }];
  return items.flatMap((item) => {
    const node = asMapping(item.value);
    if (node === undefined) return [];
    return [{ item, node, placement: placement === 'init' && isAlwaysRestarted(node) ? 'nativeSidecar' : placement }];
  });
}

/** https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/ */
const isAlwaysRestarted = (node: Mapping): boolean => stringOf(fieldOf(node, 'restartPolicy')) === 'Always';

function containerOf(pod: PodSpec, found: Found, role: ContainerRole): Container {
  const { item, node } = found;
  const imageNode = asScalar(fieldOf(node, 'image'));
  const environment = environmentOf(fieldOf(node, 'env'));
  const environmentFrom = mappingsIn(fieldOf(node, 'envFrom'));
  const names = new Set(environment.map((variable) => variable.name));
  const replaced = (name: string): boolean => names.has(name) || (environmentFrom.length > 0 && /^[A-Z_]/.test(name));
  const command = argumentsIn(fieldOf(node, 'command'), replaced);
  const args = argumentsIn(fieldOf(node, 'args'), replaced);
  const container: Container = {
    placement: found.placement,
    function: role.function,
    functionReason: role.reason,
    name: stringOf(fieldOf(node, 'name')),
    nameNode: asScalar(fieldOf(node, 'name')),
    image: imageOf(imageNode),
    imageNode,
    node,
    item,
    pod,
    ports: portsOf(fieldOf(node, 'ports')),
    environment,
    environmentFrom,
    mounts: mountsOf(fieldOf(node, 'volumeMounts')),
    readinessProbe: undefined,
    livenessProbe: undefined,
    startupProbe: undefined,
    command,
    args,
    process: processOf(node, command, args),
    resources: asMapping(fieldOf(node, 'resources')),
    securityContext: asMapping(fieldOf(node, 'securityContext')),
  };
  return Object.assign(container, probesOf(container, replaced));
}

const probesOf = (
  container: Container,
  replaced: (name: string) => boolean,
): Record<Probe['kind'], Probe | undefined> => ({
  readinessProbe: probeOf(container, 'readinessProbe', replaced),
  livenessProbe: probeOf(container, 'livenessProbe', replaced),
  startupProbe: probeOf(container, 'startupProbe', replaced),
});

/** An image that a template or a substitution decides in part is still read for what is written of it. */
function imageOf(node: Scalar | undefined): ImageReference | undefined {
  if (node === undefined || node.source === '' || /[\\\r\n]/.test(node.source)) return undefined;
  if (node.type !== 'string' && node.type !== 'unknown') return undefined;
  const start = node.range.start + (node.style === 'plain' ? 0 : 1);
  if (!node.source.includes('{{')) return parseImageReference(node.source, start);
  return { ...parseImageReference(asVariables(node.source), start), text: node.source };
}

/** Template actions as variables of the same length, so that what is written between them keeps its place. */
const asVariables = (source: string): string =>
  source.replace(/\{\{.*?\}\}/g, (action) => `\${${'x'.repeat(action.length - 3)}}`);

/** What is started: only when `command` says so, for without it the image's entry point decides what `args` mean. */
function processOf(
  node: Mapping,
  command: readonly Argument[] | undefined,
  args: readonly Argument[] | undefined,
): ContainerProcess | undefined {
  if (command === undefined || command.length === 0) return undefined;
  if (args === undefined && fieldOf(node, 'args') !== undefined) return undefined;
  const argv = [...command, ...(args ?? [])];
  return { argv, ...unwrap(argv) };
}

const mappingsIn = (list: Node | undefined): readonly Mapping[] =>
  (asSequence(list)?.items ?? []).flatMap((item) => asMapping(item.value) ?? []);

const portsOf = (list: Node | undefined): readonly ContainerPort[] =>
  mappingsIn(list).map((node) => {
    const protocol = stringOf(fieldOf(node, 'protocol'));
    return {
      name: stringOf(fieldOf(node, 'name')),
      number: numberOf(fieldOf(node, 'containerPort')),
      protocol: protocol === 'UDP' || protocol === 'SCTP' ? protocol : 'TCP',
      node,
      nameNode: asScalar(fieldOf(node, 'name')),
      numberNode: asScalar(fieldOf(node, 'containerPort')),
    };
  });

const environmentOf = (list: Node | undefined): readonly EnvironmentVariable[] =>
  (asSequence(list)?.items ?? []).flatMap((item) => {
    const node = asMapping(item.value);
    if (node === undefined) return [];
    return [
      {
        name: stringOf(fieldOf(node, 'name')),
        node,
        item,
        nameNode: asScalar(fieldOf(node, 'name')),
        value: stringOf(fieldOf(node, 'value')),
        valueNode: asScalar(fieldOf(node, 'value')),
        valueFrom: asMapping(fieldOf(node, 'valueFrom')),
      },
    ];
  });

const mountsOf = (list: Node | undefined): readonly VolumeMount[] =>
  mappingsIn(list).map((node) => ({
    name: stringOf(fieldOf(node, 'name')),
    path: stringOf(fieldOf(node, 'mountPath')),
    node,
  }));
