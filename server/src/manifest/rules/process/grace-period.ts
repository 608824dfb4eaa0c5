import type { FixOffer } from '../../../engine/rule';
import { statefulImage } from '../../../knowledge/stateful-images';
import { removeEntry } from '../../edits/remove';
import { labelOf } from '../../model/every-container';
import { asScalar, lookup, numberOf } from '../../model/lookup';
import type { Container, Entry, ManifestDocument, PodSpec } from '../../model/manifest';
import { servedPorts } from '../../model/probe-suggestion';
import { manifestRule } from '../../rule';

const losses = {
  data: 'what it has not written is lost',
  requests: 'requests in flight are lost, and nothing is closed',
};
const works = { data: 'writes its data', requests: 'answers requests' };

export default manifestRule({
  id: 'grace-period',
  chapter: 'process',
  variants: {
    none: {
      severity: 'warning',
      message: 'With 0 seconds to stop, `{container}` is killed at once: {loss}',
    },
    short: {
      severity: 'information',
      message: 'With {grace} seconds to stop, `{container}` may be killed while it still {work}',
    },
  },
  fixes: {
    usual: { title: 'Leave it at the usual 30 seconds', safety: 'behaviour' },
  },
  phrases: { loss: Object.values(losses), work: Object.values(works) },
  check(document, report) {
    for (const { pod, lifetime } of document.objects.flatMap(({ workloads }) => workloads)) {
      const { presence, entry } = lookup(pod.node, 'terminationGracePeriodSeconds');
      const value = asScalar(entry?.value);
      const grace = numberOf(value);
      if (presence !== 'yes' || entry === undefined || value === undefined || grace === undefined) continue;
      if (lifetime === 'job' || grace < 0) continue;
      const container = mostHurt(pod, grace);
      if (container === undefined) continue;
      const keeps = keepsData(container);
      // An agent is to leave its node at once, so that the next one can take over.
      if (lifetime === 'daemon' && !keeps) continue;
      report({
        variant: grace === 0 ? 'none' : 'short',
        at: value.range,
        values: {
          container: labelOf(container),
          grace: String(grace),
          loss: keeps ? losses.data : losses.requests,
          work: keeps ? works.data : works.requests,
        },
        fixes: () => usual(document, pod, entry),
      });
    }
  },
});

/** Enough for the requests in flight of most servers. */
const enoughForRequests = 10;

/** Kubernetes' own default, below which no database wants to be. */
const enoughForData = 30;

/** The container for which the time is too short: one that keeps data before one that serves requests, before any. */
function mostHurt({ containers }: PodSpec, grace: number): Container | undefined {
  const running = containers.filter(({ placement }) => placement === 'app' || placement === 'nativeSidecar');
  const apps = running.filter(({ function: role }) => role !== 'sidecar' && role !== 'adapter');
  const database = grace < enoughForData ? apps.find(keepsData) : undefined;
  if (database !== undefined) return database;
  const server = grace < enoughForRequests ? apps.find((container) => servedPorts(container).length > 0) : undefined;
  return server ?? (grace === 0 ? (apps[0] ?? running[0]) : undefined);
}

const keepsData = ({ image }: Container): boolean => {
  const kind = image === undefined || image.variable ? undefined : statefulImage(image.text)?.kind;
  return kind === 'database' || kind === 'queue';
};

function usual(document: ManifestDocument, pod: PodSpec, entry: Entry): readonly FixOffer<'usual'>[] {
  const edits = removeEntry(document, pod.node, entry);
  return edits === undefined ? [] : [{ id: 'usual', edits: () => edits }];
}
