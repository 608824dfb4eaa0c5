import { databaseProxyOf } from './database-proxies';
import { hookOf } from './hooks';
import { localPortsIn } from './local-calls';
import { lookup } from './lookup';
import type { Container, Workload } from './manifest';
import { startedProcess } from './started-process';

/** A native sidecar that is only started when the next container is, and has to be ready for it. */
export interface UnawaitedSidecar {
  readonly sidecar: Container;
  /** The first that connects to it. */
  readonly caller: Container;
  readonly port: number;
}

/** The sidecars of a pod that nothing waits for, although a container behind them connects to them. */
export function unawaitedSidecars({ pod, lifetime }: Workload): readonly UnawaitedSidecar[] {
  if (lifetime === 'overlay' || pod.windows) return [];
  const found: UnawaitedSidecar[] = [];
  // From the last to the first: who connects to a port, of those behind a container the nearest.
  const callers = new Map<number, { readonly caller: Container; readonly index: number }>();
  for (let index = pod.containers.length - 1; index >= 0; index--) {
    const container = pod.containers[index];
    if (container === undefined || container.placement === 'ephemeral') continue;
    if (container.placement === 'nativeSidecar' && !isAwaited(container)) {
      const calls = openedPorts(container).flatMap((port) => {
        const call = callers.get(port);
        return call === undefined ? [] : [{ ...call, port }];
      });
      const [first] = calls.sort((one, other) => one.index - other.index);
      if (first !== undefined && !waits(first.caller))
        found.push({ sidecar: container, caller: first.caller, port: first.port });
    }
    for (const port of localPortsIn(container.node)) callers.set(port, { caller: container, index });
  }
  return found.reverse();
}

const openedPorts = (container: Container): readonly number[] => [
  ...container.ports.flatMap(({ number }) => number ?? []),
  ...(databaseProxyOf(container)?.ports ?? []),
];

/** The kubelet goes on when the startup probe has succeeded once, and when the hook behind the start has ended. */
const isAwaited = (sidecar: Container): boolean =>
  lookup(sidecar.node, 'startupProbe').presence !== 'no' || hookOf(sidecar, 'postStart') !== undefined;

/** Whether a command tries until it gets through. */
function waits(caller: Container): boolean {
  const { argv } = startedProcess(caller) ?? { argv: [...(caller.command ?? []), ...(caller.args ?? [])] };
  return argv.some(({ value, text }) =>
    /\b(?:until|while|wait|retry|retries|dockerize)\b|wait-?for/i.test(value ?? text),
  );
}
