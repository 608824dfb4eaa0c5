import { rendered, templates } from '../../engine/message';
import type { TextEdit } from '../../engine/text';
import { databaseProxyOf } from '../model/database-proxies';
import type { Container, ManifestDocument } from '../model/manifest';
import { handlerInWords, type SuggestedHandler, suggestedHandler } from '../model/probe-suggestion';
import { probeLike } from './copied-probe';
import { insertKey } from './insert-key';
import { handlerValue } from './insert-probe';
import { type BlockMapping, placeholder } from './value';

/** A startup probe for a container that others wait for. */
export interface StartupProbe {
  /** What it asks, for a fix's title. */
  readonly handler: string;
  /** A person has to look at it. */
  readonly guessed: boolean;
  readonly edits: readonly TextEdit[];
}

/**
 * Once a second for a minute: whoever waits goes on as soon as it can. As the examples of
 * GoogleCloudPlatform/cloud-sql-proxy have it (examples/k8s-health-check).
 */
const timings = { periodSeconds: 1, failureThreshold: 60 };

const texts = templates({ like: 'what its {probe} asks' });

/**
 * Inserts a startup probe that asks what the container's other probe asks, or what is known of its image, or connects to
 * one of its ports.
 * @returns `undefined` where the text cannot be edited safely, or nothing listens where the kubelet could connect to
 */
export function insertStartupProbe(
  document: ManifestDocument,
  container: Container,
  port: number,
): StartupProbe | undefined {
  const { readinessProbe, livenessProbe } = container;
  const other = readinessProbe ?? livenessProbe;
  if (other !== undefined) {
    const probe = probeLike(other, timings);
    return probe && inserted(document, container, probe, rendered(texts.like, { probe: other.kind }), false);
  }
  const proxy = databaseProxyOf(container);
  if (proxy !== undefined)
    return proxy.healthPort === undefined ? undefined : started(document, container, proxy.healthPort);
  const known = suggestedHandler(container, 'readiness');
  if (known !== undefined && isKnown(known))
    return inserted(document, container, { ...handlerValue(known), ...timings }, handlerInWords(known), false);
  const probe = { tcpSocket: { port: placeholder(port) }, ...timings };
  return inserted(document, container, probe, handlerInWords({ kind: 'tcpSocket', port }), true);
}

/** https://github.com/GoogleCloudPlatform/cloud-sql-proxy, examples/k8s-health-check */
function started(document: ManifestDocument, container: Container, port: number): StartupProbe | undefined {
  const probe = { httpGet: { path: '/startup', port }, periodSeconds: 1, timeoutSeconds: 10, failureThreshold: 60 };
  return inserted(
    document,
    container,
    probe,
    handlerInWords({ kind: 'httpGet', path: '/startup', port, scheme: 'HTTP', known: true }),
    false,
  );
}

/** What a server is known to answer; a connection can be to a port that is open for the pod itself alone. */
const isKnown = (handler: SuggestedHandler): boolean =>
  handler.kind === 'exec' || (handler.kind === 'httpGet' && handler.known);

function inserted(
  document: ManifestDocument,
  container: Container,
  probe: BlockMapping,
  handler: string,
  guessed: boolean,
): StartupProbe | undefined {
  const edits = insertKey(document, container.node, 'startupProbe', probe);
  return edits && { handler, guessed, edits };
}
