import type { FixOffer } from '../../engine/rule';
import type { TextEdit } from '../../engine/text';
import type { Container, ManifestDocument, Probe } from '../model/manifest';
import { handlerInWords, type SuggestedHandler } from '../model/probe-suggestion';
import { insertKey } from './insert-key';
import { type BlockMapping, type BlockValue, placeholder } from './value';

interface Timings {
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold?: number;
}

/** How often and how patiently a probe asks: https://kubernetes.io/docs/concepts/workloads/pods/probes */
const timings = {
  readinessProbe: { periodSeconds: 10, timeoutSeconds: 2 },
  // A restart is for what does not come back by itself: liveness gives up long after readiness has.
  livenessProbe: { periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 6 },
} satisfies Record<string, Timings>;

export type ProbeKey = keyof typeof timings;

/** The kubelet's own: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1 */
const defaultFailures = 3;

/** Inserts a probe with all its timings stated; `undefined` where the text cannot be edited safely. */
export function insertProbe(
  document: ManifestDocument,
  container: Container,
  key: ProbeKey,
  handler: SuggestedHandler,
): readonly TextEdit[] | undefined {
  const value = probeValue(container, key, handler);
  return value && insertKey(document, container.node, key, value);
}

/** A probe with all its timings stated; `undefined` where a container's other probe leaves no room for it. */
export function probeValue(container: Container, key: ProbeKey, handler: SuggestedHandler): BlockMapping | undefined {
  const chosen = timingsBeside(container, key);
  if (chosen === undefined) return undefined;
  const timeout = handler.kind === 'exec' ? handler.timeoutSeconds : undefined;
  return {
    ...handlerValue(handler),
    periodSeconds: chosen.periodSeconds,
    timeoutSeconds: timeout ?? chosen.timeoutSeconds,
    failureThreshold: chosen.failureThreshold,
  };
}

/** Timings that leave liveness the slower one of the two; `undefined` where the other probe leaves no room for that. */
function timingsBeside({ readinessProbe, livenessProbe }: Container, key: ProbeKey): Timings | undefined {
  const own: Timings = timings[key];
  const patience = own.periodSeconds * (own.failureThreshold ?? defaultFailures);
  const other = patienceOf(key === 'readinessProbe' ? livenessProbe : readinessProbe);
  if (other === undefined) return own;
  if (key === 'livenessProbe')
    return other < patience ? own : { ...own, failureThreshold: Math.ceil((2 * other) / own.periodSeconds) };
  if (other > patience) return own;
  const periodSeconds = 5;
  const failureThreshold = Math.ceil(other / periodSeconds) - 1;
  return failureThreshold < 1 ? undefined : { ...own, periodSeconds, failureThreshold };
}

/** Seconds of failing until a probe gives up. */
function patienceOf(probe: Probe | undefined): number | undefined {
  const { periodSeconds, failureThreshold } = probe ?? {};
  return periodSeconds === undefined || failureThreshold === undefined ? undefined : periodSeconds * failureThreshold;
}

/** A handler as the one key of a probe that says what to ask; a path that is a guess is for a person to look at. */
export function handlerValue(handler: SuggestedHandler): Readonly<Record<string, BlockValue>> {
  switch (handler.kind) {
    case 'httpGet': {
      const path = handler.known ? handler.path : placeholder(handler.path);
      const scheme = handler.scheme === 'HTTPS' ? { scheme: handler.scheme } : {};
      return { httpGet: { path, port: handler.port, ...scheme } };
    }
    case 'tcpSocket':
      return { tcpSocket: { port: handler.port } };
    case 'grpc':
      return { grpc: { port: handler.port } };
    case 'exec':
      return { exec: { command: handler.command } };
  }
}

/** The fix that adds a probe, when it can be made; a path that is a guess needs a person. */
export function probeOffers(
  document: ManifestDocument,
  container: Container,
  key: ProbeKey,
  handler: SuggestedHandler,
): readonly FixOffer<'probe'>[] {
  const edits = insertProbe(document, container, key, handler);
  if (edits === undefined) return [];
  const guessed = handler.kind === 'httpGet' && !handler.known;
  const safety = guessed ? 'placeholder' : 'behaviour';
  return [{ id: 'probe', values: { handler: handlerInWords(handler) }, safety, edits: () => edits }];
}
