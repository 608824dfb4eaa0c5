import type { FixOffer } from '../../../engine/rule';
import { removeEntry } from '../../edits/remove';
import { labelOf } from '../../model/every-container';
import { asMapping, fieldOf, lookup, stringOf } from '../../model/lookup';
import type { ManifestDocument, Probe, Workload } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'probe-without-effect',
  chapter: 'health',
  variants: {
    job: {
      severity: 'information',
      message:
        'Nothing waits for `{container}` of a Job to be ready: its readiness probe is asked, and changes nothing',
    },
  },
  fixes: {
    remove: { title: 'Remove the readiness probe', safety: 'behaviour' },
  },
  check(document, report) {
    for (const workload of document.objects.flatMap(({ workloads }) => workloads)) {
      if (!isPlainJob(workload)) continue;
      for (const container of workload.pod.containers) {
        const { readinessProbe: probe, placement, ports } = container;
        if (probe === undefined || placement !== 'app' || ports.length > 0) continue;
        if (lookup(container.node, 'ports').presence !== 'no') continue;
        report({
          variant: 'job',
          at: probe.entry.key.range,
          values: { container: labelOf(container) },
          fixes: () => without(document, probe),
        });
      }
    }
  },
});

/** Kubernetes' own, whose pods do not find each other by name: who is asked by others may have to be ready. */
function isPlainJob({ kind, lifetime, pod, object }: Workload): boolean {
  if (lifetime !== 'job' || kind?.groups.includes('batch') !== true) return false;
  const spec = asMapping(fieldOf(object.node, 'spec'));
  const template = asMapping(fieldOf(asMapping(fieldOf(spec, 'jobTemplate')), 'spec')) ?? spec;
  const indexed = stringOf(fieldOf(template, 'completionMode')) === 'Indexed';
  return !indexed && lookup(pod.node, 'subdomain').presence === 'no';
}

function without(document: ManifestDocument, { container, entry }: Probe): readonly FixOffer<'remove'>[] {
  const edits = removeEntry(document, container.node, entry);
  return edits === undefined ? [] : [{ id: 'remove', edits: () => edits }];
}
