import type { FixOffer } from '../../../engine/rule';
import { removeEntry } from '../../edits/remove';
import { replaceEntry } from '../../edits/replace-entry';
import { everyContainer, labelOf } from '../../model/every-container';
import { hookOf } from '../../model/hooks';
import { asScalar, booleanOf, fieldOf, lookup } from '../../model/lookup';
import type { Container, Entry, ManifestDocument, Mapping, ProbeHandler, Scalar } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'probe-host',
  chapter: 'health',
  variants: {
    loopback: {
      severity: 'warning',
      message: '`{host}` is the node here, from which the kubelet asks: nobody looks at `{container}` itself',
    },
    elsewhere: {
      severity: 'warning',
      message: 'The kubelet asks `{host}` in place of `{container}`: how this pod does, nobody knows',
    },
  },
  fixes: {
    own: { title: 'Remove `host`: the kubelet asks the pod itself', safety: 'safe' },
    header: { title: 'Ask the pod itself, with `{host}` as the Host header', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document))
      for (const { handler, entry, value } of hostsOf(container)) {
        const host = String(value.value);
        const loopback = isLoopback(host);
        if (loopback && !isOffHostNetwork(container)) continue;
        report({
          variant: loopback ? 'loopback' : 'elsewhere',
          at: value.range,
          values: { host, container: labelOf(container) },
          fixes: () =>
            loopback
              ? without(document, handler.node, entry, 'safe')
              : [...asHeader(document, handler, entry, host), ...without(document, handler.node, entry, 'behaviour')],
        });
      }
  },
});

interface WrittenHost {
  readonly handler: ProbeHandler;
  readonly entry: Entry;
  readonly value: Scalar;
}

/** The hosts that probes and hooks of a container name. */
const hostsOf = (container: Container): readonly WrittenHost[] =>
  [
    container.startupProbe?.handler,
    container.livenessProbe?.handler,
    container.readinessProbe?.handler,
    hookOf(container, 'postStart')?.handler,
    hookOf(container, 'preStop')?.handler,
  ].flatMap((handler): readonly WrittenHost[] => {
    if (handler === undefined || (handler.kind !== 'httpGet' && handler.kind !== 'tcpSocket')) return [];
    const { entry } = lookup(handler.node, 'host');
    const value = asScalar(entry?.value);
    const written = value?.type === 'string' && value.value !== '';
    return entry !== undefined && value !== undefined && written ? [{ handler, entry, value }] : [];
  });

/** To connect to the unspecified address is to connect to oneself: ip(7). */
const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[?::1?\]?)$/i.test(host);

/** On the host's network the pod's loopback is the node's. */
function isOffHostNetwork({ pod }: Container): boolean {
  const { presence, entry } = lookup(pod.node, 'hostNetwork');
  return presence === 'no' || (presence === 'yes' && booleanOf(entry?.value) === false);
}

type Mend = FixOffer<'own' | 'header'>;

function without(
  document: ManifestDocument,
  handler: Mapping,
  entry: Entry,
  safety: 'safe' | 'behaviour',
): readonly Mend[] {
  const edits = removeEntry(document, handler, entry);
  return edits === undefined ? [] : [{ id: 'own', safety, edits: () => edits }];
}

/** A name is mostly there to choose a virtual host of the server in the pod. */
function asHeader(document: ManifestDocument, handler: ProbeHandler, entry: Entry, host: string): readonly Mend[] {
  if (handler.kind !== 'httpGet' || fieldOf(handler.node, 'httpHeaders') !== undefined) return [];
  if (!/^(?=.*[a-z])[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(host)) return [];
  const edits = replaceEntry(document, handler.node, entry, 'httpHeaders', [{ name: 'Host', value: host }]);
  return edits === undefined ? [] : [{ id: 'header', edits: () => edits }];
}
