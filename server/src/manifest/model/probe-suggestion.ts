import { rendered, templates } from '../../engine/message';
import { type Handler, type HealthEndpoint, healthEndpoint } from '../../knowledge/health-endpoints';
import { isForOperators, saysGrpc, saysHttp, saysHttps } from '../../knowledge/port-names';
import type { Container, ContainerPort } from './manifest';

/** A handler that fits a container, from what its manifest says. */
export type SuggestedHandler =
  /** `path` is a guess where `known` is false: a person has to look at it. */
  | {
      readonly kind: 'httpGet';
      readonly port: string | number;
      readonly path: string;
      readonly scheme: 'HTTP' | 'HTTPS';
      readonly known: boolean;
    }
  | { readonly kind: 'tcpSocket'; readonly port: string | number }
  | { readonly kind: 'grpc'; readonly port: number }
  | { readonly kind: 'exec'; readonly command: readonly string[]; readonly timeoutSeconds: number | undefined };

/** The ports that clients of a container connect to: TCP, and not there for its operators alone. */
export const servedPorts = ({ ports }: Container): readonly ContainerPort[] =>
  ports.filter(
    ({ protocol, name, number }) => protocol === 'TCP' && number !== undefined && !isForOperators(name ?? ''),
  );

/**
 * The handler for a probe: the known endpoint of a known server, else what the port's name says, else a connection to the
 * first port. `undefined` when the container serves none.
 */
export function suggestedHandler(container: Container, kind: 'readiness' | 'liveness'): SuggestedHandler | undefined {
  const ports = servedPorts(container);
  const known = knownHandler(container, kind, ports);
  if (known !== undefined) return known;
  const named = ports.find(({ name }) => name !== undefined && (saysHttp(name) || saysHttps(name)));
  const chosen = named ?? ports.find(({ name }) => name !== undefined && saysGrpc(name)) ?? ports[0];
  if (chosen?.number === undefined) return undefined;
  const { name = '', number } = chosen;
  if (saysGrpc(name)) return { kind: 'grpc', port: number };
  if (chosen !== named) return { kind: 'tcpSocket', port: referenceTo(chosen, number) };
  const scheme = saysHttps(name) ? 'HTTPS' : 'HTTP';
  return { kind: 'httpGet', port: referenceTo(chosen, number), path: '/', scheme, known: false };
}

/** By name where the port has one, so that the number stands in one place only. */
const referenceTo = ({ name }: ContainerPort, number: number): string | number => name ?? number;

function knownHandler(
  container: Container,
  kind: 'readiness' | 'liveness',
  ports: readonly ContainerPort[],
): SuggestedHandler | undefined {
  const endpoint = container.image === undefined ? undefined : healthEndpoint(container.image.text);
  const handler = endpoint?.[kind];
  if (endpoint === undefined || handler === undefined || !holds(endpoint, container)) return undefined;
  if (handler.kind === 'exec')
    return { kind: 'exec', command: handler.command, timeoutSeconds: handler.timeoutSeconds };
  const port = ports.find(({ number }) => number === handler.port);
  // A connection is what anybody would try; a name that says HTTP tells more.
  if (port === undefined || (handler.kind === 'tcpSocket' && saysHttp(port.name ?? ''))) return undefined;
  return placed(handler, port);
}

function placed(handler: Exclude<Handler, { kind: 'exec' }>, port: ContainerPort): SuggestedHandler {
  const reference = referenceTo(port, handler.port);
  if (handler.kind === 'tcpSocket') return { kind: 'tcpSocket', port: reference };
  return { kind: 'httpGet', port: reference, path: handler.path, scheme: handler.scheme ?? 'HTTP', known: true };
}

/** Whether the condition of an endpoint can be seen to hold; one that nothing here can show does not. */
function holds({ verified, condition, enabledBy }: HealthEndpoint, container: Container): boolean {
  if (!verified) return false;
  if (enabledBy === undefined) return condition === undefined;
  const words = [...(container.command ?? []), ...(container.args ?? [])];
  if (words.some(({ value }) => value !== undefined && enabledBy.arguments?.test(value) === true)) return true;
  return (enabledBy.environment ?? []).some(({ name, value }) =>
    container.environment.some((variable) => variable.name === name && value.test(variable.value ?? '')),
  );
}

const texts = templates({
  get: 'GET {path} on port {port}',
  http: 'HTTP GET on port {port}',
  connection: 'a connection to port {port}',
  grpc: 'a gRPC health check on port {port}',
});

/** What a probe would do, for a fix's title. */
export function handlerInWords(handler: SuggestedHandler): string {
  switch (handler.kind) {
    case 'httpGet':
      return handler.known
        ? rendered(texts.get, { path: handler.path, port: String(handler.port) })
        : rendered(texts.http, { port: String(handler.port) });
    case 'tcpSocket':
      return rendered(texts.connection, { port: String(handler.port) });
    case 'grpc':
      return rendered(texts.grpc, { port: String(handler.port) });
    case 'exec':
      return handler.command.join(' ');
  }
}
