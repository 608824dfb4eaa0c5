import type { FixOffer } from '../../../engine/rule';
import { minorOf } from '../../../knowledge/kubernetes-version';
import { insertPath } from '../../edits/insert-key';
import { labelOf } from '../../model/every-container';
import { gracePeriodOf } from '../../model/grace-period';
import { baseOf } from '../../model/image-surroundings';
import { fieldOf, lookupAt, numberOf, valueAt } from '../../model/lookup';
import type { Container, ManifestDocument, Workload } from '../../model/manifest';
import { servedPorts } from '../../model/probe-suggestion';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'missing-pre-stop',
  chapter: 'process',
  enabled: false,
  variants: {
    missing: {
      severity: 'hint',
      message: '`{container}` stops at once, while requests are still sent to it: nothing lets it wait before',
    },
  },
  fixes: {
    wait: { title: 'Wait {seconds} seconds before it is stopped', safety: 'behaviour' },
  },
  check(document, report, { settings }) {
    const minor = minorOf(settings.kubernetesVersion);
    for (const workload of document.objects.flatMap(({ workloads }) => workloads)) {
      if (!hasReplicas(workload) || workload.pod.windows) continue;
      for (const container of workload.pod.containers) {
        if (!isServer(container) || lookupAt(container.node, ['lifecycle', 'preStop']).presence !== 'no') continue;
        report({
          variant: 'missing',
          at: container.nameNode?.range ?? container.node.range,
          values: { container: labelOf(container) },
          fixes: () => waiting(document, container, minor),
        });
      }
    }
  },
});

/** With one pod there is nobody to send requests to meanwhile. */
const hasReplicas = ({ object, lifetime, kind }: Workload): boolean =>
  lifetime === 'service' && kind?.scales === true && (numberOf(valueAt(object.node, ['spec', 'replicas'])) ?? 1) > 1;

const isServer = (container: Container): boolean =>
  container.placement === 'app' &&
  (container.function === 'main' || container.function === 'unknown') &&
  servedPorts(container).length > 0;

/** About what it takes until every node has heard of it. */
const seconds = 5;

/** `sleep` handlers are on by default since this minor. Source: kubernetes/website feature gate PodLifecycleSleepAction. */
const sleepSince = 30;

function waiting(document: ManifestDocument, container: Container, minor: number): readonly FixOffer<'wait'>[] {
  const grace = gracePeriodOf(container.pod);
  // The time counts, and some has to be left.
  if (grace === undefined || grace <= 2 * seconds) return [];
  const lifecycle = fieldOf(container.node, 'lifecycle');
  if (lifecycle?.alias !== undefined || lifecycle?.anchor !== undefined) return [];
  const edits =
    minor >= sleepSince
      ? insertPath(document, container.node, ['lifecycle', 'preStop', 'sleep', 'seconds'], seconds)
      : baseOf(container)?.shell === true
        ? insertPath(document, container.node, ['lifecycle', 'preStop', 'exec', 'command'], ['sleep', String(seconds)])
        : undefined;
  return edits === undefined ? [] : [{ id: 'wait', values: { seconds: String(seconds) }, edits: () => edits }];
}
