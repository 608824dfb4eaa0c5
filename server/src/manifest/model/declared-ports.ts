import { asSequence, isUnknown, lookup } from './lookup';
import type { Container, ContainerPort, PortReference } from './manifest';
import { isMisplacedOrMisspelled } from './misspelled-key';
import type { Presence } from './nodes';

/** What a container says about a port that something refers to. */
export interface DeclaredPort {
  /** `unknown` where a template or a patch may declare further ports, or decides about these. */
  readonly presence: Presence;
  readonly port: ContainerPort | undefined;
}

/**
 * The port that a reference leads to. By name the kubelet takes a port of any protocol (kubernetes/kubernetes
 * pkg/probe/util.go, `FindPortByName`); a number is looked for among the TCP ports.
 */
export function declaredPort(container: Container, reference: PortReference['value']): DeclaredPort {
  const { ports } = container;
  const port = ports.find(({ name, number, protocol }) =>
    typeof reference === 'string' ? name === reference : number === reference && protocol === 'TCP',
  );
  if (port !== undefined) return { presence: 'yes', port };
  const unknown = mayDeclareMore(container) || ports.some((each) => isUnread(each, reference));
  return { presence: unknown ? 'unknown' : 'no', port: undefined };
}

/** The number of the port that a reference leads to; `undefined` for a name that no port has. */
export const portNumber = (container: Container, reference: PortReference['value']): number | undefined =>
  typeof reference === 'number' ? reference : declaredPort(container, reference).port?.number;

function mayDeclareMore({ node, pod }: Container): boolean {
  const { presence, entry } = lookup(node, 'ports');
  if (presence === 'no' && isMisplacedOrMisspelled(node, 'ports', pod.node)) return true;
  const list = asSequence(entry?.value);
  if (list === undefined) return presence === 'unknown' || isUnknown(entry?.value);
  return presence === 'unknown' || list.open || list.items.some(({ conditional }) => conditional);
}

/** A template prints the name or the number. */
function isUnread({ nameNode, numberNode }: ContainerPort, reference: PortReference['value']): boolean {
  return isUnknown(typeof reference === 'string' ? nameNode : numberNode);
}
