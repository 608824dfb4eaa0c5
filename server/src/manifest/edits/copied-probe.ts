import { startUpOf } from '../../knowledge/slow-programs';
import { baseName } from '../../shell/commands';
import { declaredPort } from '../model/declared-ports';
import type { Container, Probe } from '../model/manifest';
import { plainData } from '../model/plain-data';
import { commandsOf } from '../model/probe-programs';
import type { BlockMapping, BlockValue } from './value';

/**
 * A new probe that asks what another one asks.
 * @param timings what stands behind the handler
 * @returns `undefined` where a template decides a part of the handler, or where something is wrong with it that would be
 * wrong twice
 */
export function probeLike(probe: Probe, timings: Readonly<Record<string, number>>): BlockMapping | undefined {
  const { handler, node } = probe;
  const data = handler === undefined ? undefined : plainData(handler.node);
  if (handler === undefined || data === undefined || !isSound(probe)) return undefined;
  const timeout = plainData(node.entries.find(({ name }) => name === 'timeoutSeconds')?.value);
  const copy = new Map<string, BlockValue>([[handler.kind, data]]);
  for (const [name, value] of Object.entries(timings)) copy.set(name, value);
  if (typeof timeout === 'number') copy.set('timeoutSeconds', timeout);
  return copy;
}

function isSound({ handler, container, timeoutSeconds }: Probe): boolean {
  if (handler === undefined) return false;
  if (handler.kind === 'exec')
    return (
      timeoutSeconds !== 1 ||
      commandsOf(handler).every(([program]) => startUpOf(baseName(program?.value ?? '')) === undefined)
    );
  if (handler.kind !== 'grpc' && handler.host !== undefined) return false;
  const { port } = handler;
  if (port === undefined) return false;
  const { presence } = declaredPort(container, port.value);
  const others = container.pod.containers.filter((other) => other !== container);
  return presence !== 'no' || (typeof port.value === 'number' && !others.some((other) => declares(other, port.value)));
}

const declares = (container: Container, port: string | number): boolean =>
  declaredPort(container, port).presence === 'yes';
