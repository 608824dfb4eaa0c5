import { portNumber } from './declared-ports';
import { fieldOf, stringOf } from './lookup';
import type { Container, Mapping, Probe, ProbeHandler } from './manifest';
import { sameValue } from './same-value';

/** Whether two probes of a container surely do the same thing, be it the one by a port's name and the other by its number. */
export function sameHandler(container: Container, one: Probe, other: Probe): boolean {
  const [first, second] = [one.handler, other.handler];
  if (first === undefined || second === undefined || first.kind !== second.kind) return false;
  if (first.node.open || second.node.open) return false;
  switch (first.kind) {
    case 'exec':
      return sameField(first.node, second.node, 'command');
    case 'httpGet':
      return (
        samePort(container, first, second) &&
        sameField(first.node, second.node, 'path', '/') &&
        sameField(first.node, second.node, 'scheme', 'HTTP') &&
        sameField(first.node, second.node, 'host', '') &&
        sameField(first.node, second.node, 'httpHeaders')
      );
    case 'tcpSocket':
      return samePort(container, first, second) && sameField(first.node, second.node, 'host', '');
    case 'grpc':
      return samePort(container, first, second) && sameField(first.node, second.node, 'service', '');
  }
}

type NetworkHandler = Exclude<ProbeHandler, { readonly kind: 'exec' }>;

function samePort(container: Container, one: ProbeHandler, other: ProbeHandler): boolean {
  if (sameField(one.node, other.node, 'port')) return true;
  const [first, second] = [one, other].map((handler) => (isNetwork(handler) ? handler.port : undefined));
  if (first === undefined || second === undefined) return false;
  const number = portNumber(container, first.value);
  return number !== undefined && number === portNumber(container, second.value);
}

const isNetwork = (handler: ProbeHandler): handler is NetworkHandler => handler.kind !== 'exec';

/** @param absent what the field means where it is not written */
function sameField(one: Mapping, other: Mapping, name: string, absent?: string): boolean {
  const [first, second] = [fieldOf(one, name), fieldOf(other, name)];
  const texts = [first, second].map((value) => (value === undefined ? absent : stringOf(value)));
  return texts[0] !== undefined && texts[0] === texts[1] ? true : sameValue(first, second);
}
