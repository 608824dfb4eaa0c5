import { rendered, templates } from '../../engine/message';
import { classifyHelper, type Helper, helperReasons } from '../../knowledge/helpers';
import { isMetricsPort } from '../../knowledge/port-names';
import { localPortsIn } from './local-calls';
import { asSequence, fieldOf, isUnknown, numberOf, stringOf } from './lookup';
import type { Container, Workload } from './manifest';
import type { Mapping } from './nodes';

/** What a container is for, and why that is thought. */
export interface ContainerRole {
  readonly function: Container['function'];
  readonly reason: string;
}

export interface PlacedNode {
  readonly node: Mapping;
  readonly placement: Container['placement'];
}

const says = templates({ image: 'its image says that it {why}', name: 'its name says that it {why}' });
const texts = templates({
  beside: 'runs beside the containers',
  called: '`{name}` calls it at localhost:{port}',
  reads: 'it reads `{name}` at localhost:{port} and exports metrics',
});

templates(helperReasons);

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
    if (helper !== undefined)
      return { function: helper.role, reason: rendered(says[helper.by], { why: rendered(helper.why, {}) }) };
    if (primary !== undefined) {
      const role = roleBeside(primary.node, container.node);
      if (role !== undefined) return role;
    }
    return container.placement === 'nativeSidecar'
      ? { function: 'sidecar', reason: rendered(texts.beside, {}) }
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
  const others = apps.filter(({ node }) => helpers.get(node) === undefined);
  const chosen = named(annotations[defaultContainer]) ?? named(object.name);
  // Of several that a template names and fills in, the first can be any.
  if (chosen === undefined && others.length > 1 && others.some(isNameless)) return undefined;
  return chosen ?? others[0] ?? apps.find(({ node }) => helpers.get(node)?.onlySecond === true) ?? apps[0];
}

/** Neither its name nor its image is written here. */
const isNameless = ({ node }: PlacedNode): boolean =>
  stringOf(fieldOf(node, 'name')) === undefined && isUnknown(fieldOf(node, 'image'));

/** What a container is to another by the ports that one reaches at the other. */
function roleBeside(primary: Mapping, other: Mapping): ContainerRole | undefined {
  const called = localPortsIn(primary);
  const through = portsOf(other).find(({ number }) => number !== undefined && called.has(number));
  if (through !== undefined)
    return {
      function: 'ambassador',
      reason: rendered(texts.called, { name: nameOf(primary), port: String(through.number) }),
    };
  const reached = localPortsIn(other);
  const read = portsOf(primary).find(({ number }) => number !== undefined && reached.has(number));
  if (read !== undefined && portsOf(other).some(({ name, number }) => isMetricsPort(name, number)))
    return {
      function: 'adapter',
      reason: rendered(texts.reads, { name: nameOf(primary), port: String(read.number) }),
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
