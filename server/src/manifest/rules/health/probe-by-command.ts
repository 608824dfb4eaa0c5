import type { FixOffer } from '../../../engine/rule';
import { grpcProbesSince, minorOf } from '../../../knowledge/kubernetes-version';
import type { AskedEndpoint } from '../../../knowledge/probe-commands';
import { secretHeaders } from '../../../knowledge/secrets';
import { replaceEntry } from '../../edits/replace-entry';
import type { BlockMapping } from '../../edits/value';
import { everyContainer, labelOf } from '../../model/every-container';
import { entryOf } from '../../model/lookup';
import type { Container, ManifestDocument, Probe } from '../../model/manifest';
import { askingProgram } from '../../model/probe-command';
import { handlerInWords } from '../../model/probe-suggestion';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'probe-by-command',
  chapter: 'health',
  variants: {
    command: {
      severity: 'information',
      message:
        '`{program}` has to be in the image of `{container}`, and starts there for each probe: the kubelet can ask by itself',
    },
    lenient: {
      severity: 'information',
      message:
        '`{program}` without `--fail` passes even when the server answers 500, and the image of `{container}` has to ship it',
    },
  },
  fixes: {
    ask: { title: "Let the kubelet ask the pod's address: {request}", safety: 'behaviour', revealing: true },
    askStrictly: {
      title: "Let the kubelet ask the pod's address: {request}; a status of 400 or more fails",
      safety: 'behaviour',
      revealing: true,
    },
  },
  check(document, report, { settings }) {
    for (const container of everyContainer(document))
      for (const probe of [container.startupProbe, container.livenessProbe, container.readinessProbe]) {
        const asking = askingProgram(probe?.handler);
        if (probe === undefined || asking === undefined) continue;
        const { asks, lenient, program, word } = asking;
        if (asks.kind === 'grpc' && minorOf(settings.kubernetesVersion) < grpcProbesSince) continue;
        report({
          variant: lenient ? 'lenient' : 'command',
          at: word.range ?? probe.entry.key.range,
          values: { program, container: labelOf(container) },
          fixes: () => native(document, container, probe, asks, lenient),
        });
      }
  },
});

function native(
  document: ManifestDocument,
  container: Container,
  probe: Probe,
  asks: AskedEndpoint,
  lenient: boolean,
): readonly FixOffer<'ask' | 'askStrictly'>[] {
  const exec = entryOf(probe.node, 'exec');
  if (exec === undefined || holdsSecret(asks)) return [];
  const edits = replaceEntry(document, probe.node, exec, asks.kind, handlerOf(container, asks));
  if (edits === undefined) return [];
  return [{ id: lenient ? 'askStrictly' : 'ask', values: { request: inWords(asks) }, edits: () => edits }];
}

/** Written out as a header, it would be one more secret in the manifest. */
const holdsSecret = (asks: AskedEndpoint): boolean =>
  asks.kind === 'httpGet' && asks.headers.some(({ name }) => secretHeaders.includes(name.toLowerCase()));

function handlerOf({ ports }: Container, asks: AskedEndpoint): BlockMapping {
  if (asks.kind === 'grpc') return { port: asks.port, service: asks.service === '' ? undefined : asks.service };
  const declared = ports.find(({ number, protocol }) => number === asks.port && protocol === 'TCP');
  const port = declared?.name ?? asks.port;
  if (asks.kind === 'tcpSocket') return { port };
  return {
    path: asks.path,
    port,
    scheme: asks.scheme === 'HTTP' ? undefined : asks.scheme,
    httpHeaders: asks.headers.length === 0 ? undefined : asks.headers,
  };
}

const inWords = (asks: AskedEndpoint): string =>
  handlerInWords(asks.kind === 'httpGet' ? { ...asks, known: true } : asks);
