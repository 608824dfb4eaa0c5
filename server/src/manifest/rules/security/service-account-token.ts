import { soleFix } from '../../../engine/sole-fix';
import { setPath } from '../../edits/replace-scalar';
import { booleanOf, lookup } from '../../model/lookup';
import { podPlace } from '../../model/pod-place';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'service-account-token',
  chapter: 'security',
  enabled: false,
  variants: {
    mounted: {
      severity: 'information',
      equals: [
        'polaris/automountServiceAccountToken',
        'trivy/KSV-0036',
        'checkov/CKV_K8S_38',
        'kubescape/C-0034',
        'kubescape/C-0190',
      ],
      message: 'The pod gets a token for the API server: whoever gets into it can do there what its ServiceAccount may',
    },
  },
  fixes: {
    withhold: { title: 'Set `automountServiceAccountToken: false`', safety: 'behaviour' },
  },
  check(document, report) {
    for (const { pod } of document.objects.flatMap(({ workloads }) => workloads)) {
      const { presence, entry } = lookup(pod.node, 'automountServiceAccountToken');
      const at = presence === 'yes' ? entry?.range : podPlace(pod, ['serviceAccountName']);
      if (presence === 'unknown' || at === undefined || booleanOf(entry?.value) === false) continue;
      if (presence === 'yes' && booleanOf(entry?.value) !== true) continue;
      report({
        variant: 'mounted',
        at,
        fixes: soleFix('withhold', () => setPath(document, pod.node, ['automountServiceAccountToken'], false)),
      });
    }
  },
});
