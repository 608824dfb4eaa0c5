import { soleFix } from '../../../engine/sole-fix';
import { replaceScalar } from '../../edits/replace-scalar';
import { everyContainer } from '../../model/every-container';
import { asScalar, lookup, stringOf } from '../../model/lookup';
import { moves } from '../../model/moving-tag';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'pull-policy',
  chapter: 'resources',
  variants: {
    stale: {
      severity: 'hint',
      equals: [
        'kube-score/container-image-pull-policy',
        'polaris/pullPolicyNotAlways',
        'checkov/CKV_K8S_15',
        'kubescape/C-0075',
      ],
      message: '`{image}` moves, but a node that has it keeps what it has: pods run whatever was there first',
    },
  },
  fixes: {
    always: { title: 'Set `imagePullPolicy: Always`', safety: 'behaviour' },
  },
  check(document, report) {
    for (const { image, node } of everyContainer(document)) {
      const { presence, entry } = lookup(node, 'imagePullPolicy');
      const policy = asScalar(entry?.value);
      if (image === undefined || !moves(image) || presence !== 'yes' || policy === undefined) continue;
      if (stringOf(policy) !== 'IfNotPresent') continue;
      report({
        variant: 'stale',
        at: policy.range,
        values: { image: image.text },
        fixes: soleFix('always', () => replaceScalar(document, policy, 'Always')),
      });
    }
  },
});
