import { fieldOf, lookup, stringOf } from './lookup';
import type { Container, ManifestDocument } from './manifest';
import { isMisplacedOrMisspelled } from './misspelled-key';
import { type SuggestedHandler, servedPorts, suggestedHandler } from './probe-suggestion';

/** A container that ought to have a probe and surely has none. */
export interface Unprobed {
  readonly container: Container;
  readonly handler: SuggestedHandler;
  /** The port that it is about, as the manifest names it. */
  readonly port: string;
}

/**
 * The containers of a document that serve clients for as long as they run and lack a probe: not those of jobs, not init
 * containers, not helpers, none that a template or a patch may complete.
 */
export const unprobedContainers = (
  document: ManifestDocument,
  key: 'readinessProbe' | 'livenessProbe',
): readonly Unprobed[] =>
  document.objects
    .flatMap((object) => object.workloads)
    .filter(({ lifetime, pod }) => (lifetime === 'pod' ? restartsAlways(pod.node) : runsOn.has(lifetime)))
    .flatMap(({ pod }) => pod.containers)
    .filter((container) => servesClients(container) && lookup(container.node, key).presence === 'no')
    .filter(({ node, pod }) => !isMisplacedOrMisspelled(node, key, pod.node))
    .flatMap((container) => {
      const [first] = servedPorts(container);
      const handler = suggestedHandler(container, key === 'readinessProbe' ? 'readiness' : 'liveness');
      if (handler === undefined || first === undefined) return [];
      const port = 'port' in handler ? handler.port : (first.name ?? first.number);
      return [{ container, handler, port: String(port) }];
    });

const runsOn: ReadonlySet<string> = new Set(['service', 'daemon']);

const restartsAlways = (pod: Container['node']): boolean =>
  (stringOf(fieldOf(pod, 'restartPolicy')) ?? 'Always') === 'Always';

const servesClients = ({ placement, function: role }: Container): boolean =>
  placement === 'app' && role !== 'sidecar' && role !== 'ambassador' && role !== 'adapter';
