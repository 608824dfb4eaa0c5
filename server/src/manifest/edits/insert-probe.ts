import type { FixOffer } from '../../engine/rule';
import type { TextEdit } from '../../engine/text';
import type { Container, ManifestDocument } from '../model/manifest';
import { handlerInWords, type SuggestedHandler } from '../model/probe-suggestion';
import { insertKey } from './insert-key';
import { type BlockValue, placeholder } from './value';

/** How often and how patiently a probe asks: https://kubernetes.io/docs/concepts/workloads/pods/probes */
const timings = {
  readinessProbe: { periodSeconds: 10, timeoutSeconds: 2 },
  // A restart is for what does not come back by itself: liveness gives up long after readiness has.
  livenessProbe: { periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 6 },
};

/** Inserts a probe with all its timings stated; `undefined` where the text cannot be edited safely. */
export function insertProbe(
  document: ManifestDocument,
  container: Container,
  key: keyof typeof timings,
  handler: SuggestedHandler,
): readonly TextEdit[] | undefined {
  const timeout = handler.kind === 'exec' ? handler.timeoutSeconds : undefined;
  const value = {
    ...handlerValue(handler),
    ...timings[key],
    ...(timeout !== undefined && { timeoutSeconds: timeout }),
  };
  return insertKey(document, container.node, key, value);
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
  key: keyof typeof timings,
  handler: SuggestedHandler,
): readonly FixOffer<'probe'>[] {
  const edits = insertProbe(document, container, key, handler);
  if (edits === undefined) return [];
  const guessed = handler.kind === 'httpGet' && !handler.known;
  const safety = guessed ? 'placeholder' : 'behaviour';
  return [{ id: 'probe', values: { handler: handlerInWords(handler) }, safety, edits: () => edits }];
}
