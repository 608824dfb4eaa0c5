import type { FixOffer } from '../../../engine/rule';
import { setPath } from '../../edits/replace-scalar';
import { everyContainer, labelOf } from '../../model/every-container';
import { fieldOf, lookup } from '../../model/lookup';
import type { Container, ManifestDocument, Probe } from '../../model/manifest';
import { sameHandler } from '../../model/same-handler';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'identical-probes',
  chapter: 'health',
  variants: {
    identical: {
      severity: 'warning',
      equals: ['kube-score/pod-probes-identical'],
      message:
        'The liveness probe of `{container}` gives up as soon as its readiness probe: a busy pod is restarted, not relieved',
    },
  },
  fixes: {
    patience: { title: 'Raise `failureThreshold` of the liveness probe to {count}', safety: 'behaviour' },
  },
  notes: { readiness: 'The readiness probe asks the same, for {seconds} seconds' },
  check(document, report) {
    for (const container of everyContainer(document)) {
      const { livenessProbe: liveness, readinessProbe: readiness, pod } = container;
      if (liveness === undefined || readiness === undefined || pod.workload.lifetime === 'job') continue;
      if (!isSure(container, liveness) || !isSure(container, readiness)) continue;
      const [kill, relieve] = [secondsToFail(liveness), secondsToFail(readiness)];
      if (kill === undefined || relieve === undefined || kill > relieve) continue;
      if (!sameHandler(container, liveness, readiness)) continue;
      report({
        variant: 'identical',
        at: liveness.entry.key.range,
        values: { container: labelOf(container) },
        related: [{ at: readiness.entry.key.range, note: 'readiness', values: { seconds: String(relieve) } }],
        fixes: () => patience(document, liveness, relieve),
      });
    }
  },
});

const isSure = ({ node }: Container, { kind }: Probe): boolean => lookup(node, kind).presence === 'yes';

/** How long everything goes wrong before the kubelet acts: an attempt that times out late delays the next one. */
function secondsToFail({ failureThreshold, periodSeconds, timeoutSeconds }: Probe): number | undefined {
  if (failureThreshold === undefined || periodSeconds === undefined || timeoutSeconds === undefined) return undefined;
  return failureThreshold * Math.max(periodSeconds, timeoutSeconds);
}

/** Twice as long as readiness: first the pod gets no more requests, and only then, if that does not help, is it restarted. */
function patience(document: ManifestDocument, liveness: Probe, relieve: number): readonly FixOffer<'patience'>[] {
  const { node, periodSeconds, timeoutSeconds } = liveness;
  // What is edited here must not be what the readiness probe is, too.
  if (node.anchor !== undefined || fieldOf(node, 'failureThreshold')?.anchor !== undefined) return [];
  if (periodSeconds === undefined || timeoutSeconds === undefined) return [];
  const count = Math.ceil((2 * relieve) / Math.max(periodSeconds, timeoutSeconds));
  const edits = setPath(document, node, ['failureThreshold'], count);
  return edits === undefined ? [] : [{ id: 'patience', values: { count: String(count) }, edits: () => edits }];
}
