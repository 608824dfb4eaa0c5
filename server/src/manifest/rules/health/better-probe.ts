import type { FixOffer } from '../../../engine/rule';
import type { TextRange } from '../../../engine/text';
import { insertKey } from '../../edits/insert-key';
import { askOffers } from '../../edits/replace-handler';
import { setPath } from '../../edits/replace-scalar';
import { portNumber } from '../../model/declared-ports';
import { everyContainer, labelOf } from '../../model/every-container';
import { entryOf, fieldOf, isNothing, lookup } from '../../model/lookup';
import type { Container, ManifestDocument, PortReference, Probe } from '../../model/manifest';
import { type SuggestedHandler, suggestedHandler } from '../../model/probe-suggestion';
import { manifestRule } from '../../rule';

const words: Readonly<Record<Probe['kind'], string>> = {
  startupProbe: 'startup probe',
  livenessProbe: 'liveness probe',
  readinessProbe: 'readiness probe',
};

export default manifestRule({
  id: 'better-probe',
  chapter: 'health',
  variants: {
    endpoint: {
      severity: 'hint',
      message: '`{path}` is no health check: `{container}` answers `{better}` according to how it does',
    },
    connection: {
      severity: 'hint',
      message:
        'A connection to `{port}` shows only that something listens: `{container}` may answer nothing but errors',
    },
    scheme: {
      severity: 'hint',
      message: 'Port `{port}` is for TLS, and the {probe} asks without: the server answers with an error, if at all',
    },
  },
  fixes: {
    path: { title: 'Ask `{better}`', safety: 'behaviour' },
    ask: { title: 'Ask the server itself: {handler}', safety: 'behaviour' },
    scheme: { title: 'Ask with TLS: `scheme: HTTPS`', safety: 'behaviour' },
  },
  phrases: { probe: Object.values(words) },
  check(document, report) {
    for (const container of everyContainer(document)) {
      if (container.placement === 'init' || container.placement === 'ephemeral') continue;
      for (const probe of [container.startupProbe, container.livenessProbe, container.readinessProbe]) {
        const handler = probe?.handler;
        if (probe === undefined || handler === undefined || handler.kind === 'exec' || handler.kind === 'grpc')
          continue;
        const { port } = handler;
        if (port === undefined || handler.host !== undefined) continue;
        const values = { container: labelOf(container), port: String(port.value), probe: words[probe.kind] };
        if (handler.kind === 'tcpSocket') {
          const better = betterThanConnection(container, probe, port);
          if (better !== undefined)
            report({
              variant: 'connection',
              at: entryOf(probe.node, 'tcpSocket')?.key.range ?? probe.entry.key.range,
              values,
              fixes: () => askOffers(document, probe, better),
            });
          continue;
        }
        const better = betterThanRoot(container, probe, port);
        if (better !== undefined && handler.path === '/')
          report({
            variant: 'endpoint',
            at: placeOfPath(probe),
            values: { ...values, path: handler.path, better },
            fixes: () => askPath(document, probe, better),
          });
        if (isForTls(container, port) && isNothing(fieldOf(handler.node, 'scheme')))
          if (lookup(handler.node, 'scheme').presence === 'no')
            report({ variant: 'scheme', at: port.node.range, values, fixes: () => withTls(document, probe) });
      }
    }
  },
});

type Request = Extract<SuggestedHandler, { readonly kind: 'httpGet' }>;

/** What a container may be asked by HTTP at the port that a probe asks. */
function requestAt(container: Container, probe: Probe, port: PortReference): Request | undefined {
  const suggested = suggestedHandler(container, probe.kind === 'livenessProbe' ? 'liveness' : 'readiness');
  if (suggested?.kind !== 'httpGet') return undefined;
  const [one, other] = [portNumber(container, suggested.port), portNumber(container, port.value)];
  return one !== undefined && one === other ? suggested : undefined;
}

/** Readiness is about answering; of liveness, that it accepts connections may be all that one wants to know. */
function betterThanConnection(container: Container, probe: Probe, port: PortReference): Request | undefined {
  const request = requestAt(container, probe, port);
  return probe.kind === 'readinessProbe' || request?.known === true ? request : undefined;
}

function betterThanRoot(container: Container, probe: Probe, port: PortReference): string | undefined {
  const request = requestAt(container, probe, port);
  return request?.known === true && request.path !== '/' ? request.path : undefined;
}

/** The path where it is written, else where it would be. */
const placeOfPath = ({ handler, entry }: Probe): TextRange => {
  const path = handler && fieldOf(handler.node, 'path');
  return path?.range ?? (handler && entryOf(handler.node, 'port')?.key.range) ?? entry.key.range;
};

function askPath(document: ManifestDocument, { handler }: Probe, better: string): readonly FixOffer<'path'>[] {
  const edits = handler && setPath(document, handler.node, ['path'], better);
  return edits === undefined ? [] : [{ id: 'path', edits: () => edits }];
}

/** By the port's name, or by a number that has no name and is nothing else's: IANA 443, and 8443 by custom. */
function isForTls(container: Container, { value }: PortReference): boolean {
  const declared = container.ports.find(({ name, number }) => (typeof value === 'string' ? name : number) === value);
  const name = typeof value === 'string' ? value : declared?.name;
  if (name !== undefined) return /^(?:https|tls|ssl)$|-(?:https|tls)$/i.test(name);
  return value === 443 || value === 8443;
}

function withTls(document: ManifestDocument, { handler }: Probe): readonly FixOffer<'scheme'>[] {
  const edits = handler && insertKey(document, handler.node, 'scheme', 'HTTPS');
  return edits === undefined ? [] : [{ id: 'scheme', edits: () => edits }];
}
