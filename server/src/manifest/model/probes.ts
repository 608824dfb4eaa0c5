import { argumentsIn } from './arguments';
import { asMapping, asScalar, entryOf, fieldOf, isNothing, lookup, numberOf, stringOf } from './lookup';
import type { Container, PortReference, Probe, ProbeHandler } from './manifest';
import type { Mapping, Node } from './nodes';

/** Seconds and counts where nothing is written: https://kubernetes.io/docs/concepts/workloads/pods/probes */
const defaults = {
  initialDelaySeconds: 0,
  periodSeconds: 10,
  timeoutSeconds: 1,
  failureThreshold: 3,
  successThreshold: 1,
};

/** A container's probe, when a mapping is written for it. */
export function probeOf(
  container: Container,
  kind: Probe['kind'],
  replaced: (name: string) => boolean,
): Probe | undefined {
  const entry = entryOf(container.node, kind);
  const node = asMapping(entry?.value);
  if (entry === undefined || node === undefined) return undefined;
  return {
    kind,
    entry,
    node,
    container,
    handler: handlerOf(node, replaced),
    initialDelaySeconds: settingOf(node, 'initialDelaySeconds'),
    periodSeconds: settingOf(node, 'periodSeconds'),
    timeoutSeconds: settingOf(node, 'timeoutSeconds'),
    failureThreshold: settingOf(node, 'failureThreshold'),
    successThreshold: settingOf(node, 'successThreshold'),
  };
}

/** A written number, or the default; zero counts as not written, as the API server fills in its default then. */
function settingOf(node: Mapping, name: keyof typeof defaults): number | undefined {
  const { presence, entry } = lookup(node, name);
  if (presence === 'unknown') return undefined;
  if (isNothing(entry?.value)) return defaults[name];
  const written = numberOf(entry?.value);
  return written === 0 ? defaults[name] : written;
}

const handlers = ['httpGet', 'tcpSocket', 'grpc', 'exec'] as const;

/** The one handler of a probe or hook; `undefined` with none, with several, or where a template may bring one. */
export function handlerOf(node: Mapping, replaced: (name: string) => boolean): ProbeHandler | undefined {
  const written = handlers.filter((kind) => entryOf(node, kind) !== undefined);
  const [kind] = written;
  if (kind === undefined || written.length > 1 || lookup(node, kind).presence !== 'yes') return undefined;
  const handler = asMapping(fieldOf(node, kind));
  if (handler === undefined) return undefined;
  const port = portOf(fieldOf(handler, 'port'));
  switch (kind) {
    case 'httpGet':
      return {
        kind,
        node: handler,
        path: stringOf(fieldOf(handler, 'path')) ?? '/',
        port,
        scheme: stringOf(fieldOf(handler, 'scheme')) ?? 'HTTP',
        host: stringOf(fieldOf(handler, 'host')),
      };
    case 'tcpSocket':
      return { kind, node: handler, port, host: stringOf(fieldOf(handler, 'host')) };
    case 'grpc':
      return { kind, node: handler, port, service: stringOf(fieldOf(handler, 'service')) ?? '' };
    case 'exec':
      return { kind, node: handler, command: argumentsIn(fieldOf(handler, 'command'), replaced) ?? [] };
  }
}

function portOf(node: Node | undefined): PortReference | undefined {
  const scalar = asScalar(node);
  const value = stringOf(node) ?? numberOf(node);
  return scalar === undefined || value === undefined ? undefined : { value, node: scalar };
}
