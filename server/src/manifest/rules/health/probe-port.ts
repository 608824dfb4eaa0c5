import type { FixOffer } from '../../../engine/rule';
import { declarePort } from '../../edits/declare-port';
import { insertKey } from '../../edits/insert-key';
import { replaceScalar } from '../../edits/replace-scalar';
import { declaredPort } from '../../model/declared-ports';
import { everyContainer, labelOf } from '../../model/every-container';
import { booleanOf, lookup } from '../../model/lookup';
import type { Container, ContainerPort, ManifestDocument, PortReference, Probe } from '../../model/manifest';
import { servedPorts } from '../../model/probe-suggestion';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'probe-port',
  chapter: 'health',
  variants: {
    unresolved: {
      severity: 'error',
      equals: ['kube-linter/liveness-port', 'kube-linter/readiness-port', 'kube-linter/startup-port'],
      message: 'No port of `{container}` is named `{port}`: the kubelet does not know what to ask, and the probe fails',
    },
    foreign: {
      severity: 'warning',
      equals: ['kube-linter/liveness-port', 'kube-linter/readiness-port', 'kube-linter/startup-port'],
      message: 'Port {port} is that of `{other}`: `{container}` is judged by how another container does',
    },
    undeclared: {
      severity: 'hint',
      equals: ['kube-linter/liveness-port', 'kube-linter/readiness-port', 'kube-linter/startup-port'],
      message: '`{container}` declares other ports, but not {port}: nothing shows that anything answers there',
    },
  },
  fixes: {
    redirect: { title: 'Probe port {target}', safety: 'safe', revealing: true },
    name: { title: 'Name port {number} `{port}`', safety: 'safe', revealing: true },
    declare: { title: 'Declare port {port}', safety: 'safe' },
    declareNamed: { title: 'Declare a port named `{port}`', safety: 'placeholder', revealing: true },
  },
  notes: { other: 'This container declares it' },
  check(document, report) {
    for (const { container, probe, port } of networkProbes(document)) {
      if (declaredPort(container, port.value).presence !== 'no') continue;
      const values = { container: labelOf(container), port: String(port.value) };
      const problem = { at: port.node.range, values, equals: [peers[probe.kind]] };
      if (typeof port.value === 'string') {
        const name = port.value;
        const fixes = () => mendsOfName(document, container, port, name);
        report({ ...problem, variant: 'unresolved', fixes });
        continue;
      }
      const number = port.value;
      const other = ownerOf(container, number);
      if (other?.owner !== undefined && stands(other.owner))
        report({
          ...problem,
          variant: 'foreign',
          values: { ...values, other: labelOf(other.owner) },
          related: [{ at: other.port.node.range, note: 'other' }],
          fixes: () => redirect(document, container, port, 'behaviour'),
        });
      else if (other === undefined && servedPorts(container).length > 0 && isWhole(container))
        report({ ...problem, variant: 'undeclared', fixes: () => declare(document, container, number) });
    }
  },
});

const peers: Readonly<Record<Probe['kind'], string>> = {
  livenessProbe: 'kube-linter/liveness-port',
  readinessProbe: 'kube-linter/readiness-port',
  startupProbe: 'kube-linter/startup-port',
};

interface NetworkProbe {
  readonly container: Container;
  readonly probe: Probe;
  readonly port: PortReference;
}

/** The probes that ask a port, of containers that may have probes. */
const networkProbes = (document: ManifestDocument): readonly NetworkProbe[] =>
  everyContainer(document)
    .filter(({ placement }) => placement === 'app' || placement === 'nativeSidecar')
    .flatMap((container) =>
      [container.startupProbe, container.livenessProbe, container.readinessProbe].flatMap((probe) => {
        const handler = probe?.handler;
        if (probe === undefined || handler === undefined || handler.kind === 'exec') return [];
        return handler.port !== undefined && isReference(handler.port.value, handler.kind)
          ? [{ container, probe, port: handler.port }]
          : [];
      }),
    );

/** A number in quotes, a word that is no name, or a name for gRPC is refused for what it is. */
const isReference = (port: PortReference['value'], handler: 'httpGet' | 'tcpSocket' | 'grpc'): boolean =>
  typeof port === 'string' ? handler !== 'grpc' && isPortName(port) : port > 0;

interface Owner {
  readonly owner: Container;
  readonly port: ContainerPort;
}

/** Another container of the pod that declares a port. */
function ownerOf(container: Container, number: number): Owner | undefined {
  for (const owner of container.pod.containers) {
    const { port } = declaredPort(owner, number);
    if (owner !== container && owner.placement !== 'init' && port !== undefined) return { owner, port };
  }
  return undefined;
}

/** Asking through a proxy or a sidecar that stands in for the container is asking the container. */
const stands = ({ function: role }: Container): boolean => role !== 'ambassador' && role !== 'sidecar';

/** Knative and the like know of one port only, which they find themselves. */
const isWhole = ({ pod }: Container): boolean => pod.workload.kind?.completeness !== 'subset';

type Mend = FixOffer<'redirect' | 'name' | 'declare' | 'declareNamed'>;

function mendsOfName(
  document: ManifestDocument,
  container: Container,
  port: PortReference,
  name: string,
): readonly Mend[] {
  return [
    ...nameSolePort(document, container, name),
    ...redirect(document, container, port, 'safe'),
    ...declareNamed(document, container, name),
  ];
}

/** The one port that clients can reach. */
function solePort(container: Container): ContainerPort | undefined {
  const [port, other] = servedPorts(container);
  return other === undefined && container.ports.length === 1 ? port : undefined;
}

function redirect(
  document: ManifestDocument,
  container: Container,
  { node, value }: PortReference,
  safety: 'safe' | 'behaviour',
): readonly Mend[] {
  const port = solePort(container);
  if (port?.number === undefined) return [];
  const target = typeof value === 'string' ? (port.name ?? port.number) : port.number;
  const edits = replaceScalar(document, node, target);
  return edits === undefined
    ? []
    : [{ id: 'redirect', values: { target: String(target) }, safety, edits: () => edits }];
}

function nameSolePort(document: ManifestDocument, container: Container, name: string): readonly Mend[] {
  const port = solePort(container);
  if (port?.number === undefined || !isPortName(name) || lookup(port.node, 'name').presence !== 'no') return [];
  const edits = insertKey(document, port.node, 'name', name);
  return edits === undefined ? [] : [{ id: 'name', values: { number: String(port.number) }, edits: () => edits }];
}

/** kubernetes/apimachinery pkg/util/validation, `IsValidPortName`. */
const isPortName = (name: string): boolean =>
  name.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && /[a-z]/.test(name);

function declare(document: ManifestDocument, container: Container, number: number): readonly Mend[] {
  // On the host's network a declared port is taken from the node.
  if (!isOffHostNetwork(container)) return [];
  const edits = declarePort(document, container, { number });
  return edits === undefined ? [] : [{ id: 'declare', edits: () => edits }];
}

function declareNamed(document: ManifestDocument, container: Container, name: string): readonly Mend[] {
  if (!isPortName(name)) return [];
  const edits = declarePort(document, container, { name });
  return edits === undefined ? [] : [{ id: 'declareNamed', edits: () => edits }];
}

function isOffHostNetwork({ pod }: Container): boolean {
  const { presence, entry } = lookup(pod.node, 'hostNetwork');
  return presence === 'no' || (presence === 'yes' && booleanOf(entry?.value) === false);
}
