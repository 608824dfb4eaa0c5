import { classifyHelper, type Helper } from '../../knowledge/helpers';
import { asSequence, fieldOf, numberOf, stringOf } from './lookup';
import type { Container, Workload } from './manifest';
import type { Mapping, Node } from './nodes';

/** What a container is for, and why that is thought. */
export interface ContainerRole {
  readonly function: Container['function'];
  readonly reason: string;
}

export interface PlacedNode {
  readonly node: Mapping;
  readonly placement: Container['placement'];
}

const main: ContainerRole = { function: 'main', reason: '' };
const unknown: ContainerRole = { function: 'unknown', reason: '' };

/**
 * Tells the containers of a pod apart: the one that the pod is for, and the helpers beside it by what they are known for
 * or by how the two speak to each other.
 */
export function rolesOf(workload: Workload, containers: readonly PlacedNode[]): readonly ContainerRole[] {
  const apps = containers.filter(({ placement }) => placement === 'app');
  const helpers = new Map(containers.map(({ node }) => [node, helperOf(node)]));
  const primary = apps.length === 1 ? apps[0] : primaryOf(workload, apps, helpers);
  return containers.map((container) => {
    if (container === primary) return main;
    if (container.placement === 'init' || container.placement === 'ephemeral') return unknown;
    const helper = helpers.get(container.node);
    if (helper !== undefined) return { function: helper.role, reason: `its ${helper.by} says that it ${helper.why}` };
    if (primary !== undefined) {
      const role = roleBeside(primary.node, container.node);
      if (role !== undefined) return role;
    }
    return container.placement === 'nativeSidecar'
      ? { function: 'sidecar', reason: 'runs beside the containers' }
      : unknown;
  });
}

const helperOf = (node: Mapping): Helper | undefined =>
  classifyHelper(stringOf(fieldOf(node, 'image')), stringOf(fieldOf(node, 'name')));

/** https://kubernetes.io/docs/reference/labels-annotations-taints/#kubectl-kubernetes-io-default-container */
export const defaultContainer = 'kubectl.kubernetes.io/default-container';

function primaryOf(
  { annotations, object }: Workload,
  apps: readonly PlacedNode[],
  helpers: ReadonlyMap<Mapping, Helper | undefined>,
): PlacedNode | undefined {
  const named = (name: string | undefined): PlacedNode | undefined =>
    name === undefined ? undefined : apps.find(({ node }) => stringOf(fieldOf(node, 'name')) === name);
  const isHelper = ({ node }: PlacedNode): boolean => helpers.get(node) !== undefined;
  return (
    named(annotations[defaultContainer]) ??
    named(object.name) ??
    apps.find((app) => !isHelper(app)) ??
    apps.find(({ node }) => helpers.get(node)?.onlySecond === true) ??
    apps[0]
  );
}

/** What a container is to another by the ports that one reaches at the other. */
function roleBeside(primary: Mapping, other: Mapping): ContainerRole | undefined {
  const called = localPortsIn(primary);
  const through = portsOf(other).find(({ number }) => number !== undefined && called.has(number));
  if (through !== undefined)
    return { function: 'ambassador', reason: `\`${nameOf(primary)}\` calls it at localhost:${through.number}` };
  const reached = localPortsIn(other);
  const read = portsOf(primary).find(({ number }) => number !== undefined && reached.has(number));
  if (read !== undefined && portsOf(other).some(isMetricsPort))
    return {
      function: 'adapter',
      reason: `it reads \`${nameOf(primary)}\` at localhost:${read.number} and exports metrics`,
    };
  return undefined;
}

const nameOf = (container: Mapping): string => stringOf(fieldOf(container, 'name')) ?? '';

interface Port {
  readonly name: string | undefined;
  readonly number: number | undefined;
}

const portsOf = (container: Mapping): readonly Port[] =>
  (asSequence(fieldOf(container, 'ports'))?.items ?? []).flatMap(({ value }) =>
    value?.kind === 'mapping'
      ? [{ name: stringOf(fieldOf(value, 'name')), number: numberOf(fieldOf(value, 'containerPort')) }]
      : [],
  );

/** Exporters listen from 9100 on: https://github.com/prometheus/prometheus/wiki/Default-port-allocations */
const isMetricsPort = ({ name, number }: Port): boolean =>
  /metrics/.test(name ?? '') || (number !== undefined && number >= 9100 && number < 10_000);

/** The ports of the pod's own address that a container's command and variables name. */
function localPortsIn(container: Mapping): ReadonlySet<number> {
  const texts = [
    ...(asSequence(fieldOf(container, 'env'))?.items ?? []).map(({ value }) =>
      value?.kind === 'mapping' ? fieldOf(value, 'value') : undefined,
    ),
    ...['command', 'args'].flatMap((name) =>
      (asSequence(fieldOf(container, name))?.items ?? []).map(({ value }) => value),
    ),
  ];
  return new Set(texts.flatMap(portsNamedIn));
}

const portsNamedIn = (node: Node | undefined): readonly number[] =>
  Array.from((stringOf(node) ?? '').matchAll(/\b(?:localhost|127\.0\.0\.1):(\d{1,5})\b/g), ([, port]) => Number(port));
