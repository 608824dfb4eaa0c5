import { probeOffers } from '../../edits/insert-probe';
import { unprobedContainers } from '../../model/unprobed-containers';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'missing-liveness-probe',
  chapter: 'health',
  variants: {
    missing: {
      severity: 'information',
      equals: [
        'kube-linter/no-liveness-probe',
        'kube-score/pod-probes',
        'polaris/livenessProbeMissing',
        'checkov/CKV_K8S_8',
        'kubescape/C-0056',
      ],
      message: '`{container}` stays up when it hangs: without a liveness probe only a crash restarts it',
    },
  },
  fixes: {
    probe: { title: 'Add a liveness probe: {handler}', safety: 'behaviour' },
  },
  check(document, report) {
    for (const { container, handler } of unprobedContainers(document, 'livenessProbe'))
      report({
        variant: 'missing',
        at: container.nameNode?.range ?? container.node.range,
        values: { container: container.name ?? container.image?.text ?? 'container' },
        fixes: () => probeOffers(document, container, 'livenessProbe', handler),
      });
  },
});
