import { soleFix } from '../../../engine/sole-fix';
import { shifted } from '../../../engine/text';
import { inFile } from '../../edits/in-file';
import { removeEntry } from '../../edits/remove';
import { type Autoscaler, autoscalerOf, hasAutoscalers } from '../../model/autoscalers';
import { asMapping, lookup, numberOf } from '../../model/lookup';
import type { KubernetesObject, Manifest } from '../../model/manifest';
import { objectLabel } from '../../model/object-place';
import { podsInWords } from '../../model/pod-count';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'replicas-fight-autoscaler',
  chapter: 'resources',
  variants: {
    fixed: {
      severity: 'warning',
      equals: ['kube-score/deployment-targeted-by-hpa-does-not-have-replicas-configured'],
      message: 'Each apply sets `{name}` back to {replicas}, whatever `{autoscaler}` made of it: under load, pods go',
    },
  },
  fixes: {
    leave: {
      title: 'Remove `replicas`, which `{autoscaler}` decides: the next apply may scale to 1 pod for a moment',
      safety: 'behaviour',
    },
  },
  notes: { scaled: 'The autoscaler decides how many pods there are' },
  check(manifest, report) {
    if (!hasAutoscalers(manifest)) return;
    for (const { start, document } of manifest.documents)
      for (const object of document.objects) {
        const spec = asMapping(lookup(object.node, 'spec').entry?.value);
        const { presence, entry } =
          spec === undefined ? { presence: 'no', entry: undefined } : lookup(spec, 'replicas');
        const replicas = numberOf(entry?.value);
        if (spec === undefined || presence !== 'yes' || entry === undefined || replicas === undefined) continue;
        const autoscaler = fighting(manifest, object, replicas);
        if (autoscaler === undefined) continue;
        report({
          variant: 'fixed',
          at: shifted(entry.range, start),
          values: {
            name: objectLabel(object),
            replicas: podsInWords(replicas),
            autoscaler: objectLabel(autoscaler.object),
          },
          ...(object.kind === 'Deployment' ? {} : { equals: [] }),
          related: [{ at: shifted(autoscaler.targetNode.range, autoscaler.start), note: 'scaled' }],
          fixes: soleFix('leave', () => inFile(removeEntry(document, spec, entry), start)),
        });
      }
  },
});

/** Nothing is scaled at zero: that is how an autoscaler is paused. */
function fighting(manifest: Manifest, object: KubernetesObject, replicas: number): Autoscaler | undefined {
  if (replicas === 0) return undefined;
  const autoscaler = autoscalerOf(manifest, object);
  if (autoscaler === undefined || autoscaler.object.document.mode === 'template') return undefined;
  const { minimum, maximum } = autoscaler;
  return minimum === replicas && maximum === replicas ? undefined : autoscaler;
}
