import { shifted } from '../../../engine/text';
import { objectLabel, objectPlace } from '../../model/object-place';
import { unprotectedPods } from '../../model/unprotected-pods';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'missing-network-policy',
  chapter: 'objects',
  enabled: false,
  variants: {
    missing: {
      severity: 'information',
      equals: [
        'polaris/missingNetworkPolicy',
        'kube-score/pod-networkpolicy',
        'kube-linter/non-isolated-pod',
        'checkov/CKV2_K8S_6',
        'kubescape/C-0260',
      ],
      message: 'No NetworkPolicy here is for the pods of `{workload}`: every pod of the cluster may connect to them',
    },
  },
  check(manifest, report) {
    for (const { object, start } of unprotectedPods(manifest))
      report({
        variant: 'missing',
        at: shifted(objectPlace(object), start),
        values: { workload: objectLabel(object) },
      });
  },
});
