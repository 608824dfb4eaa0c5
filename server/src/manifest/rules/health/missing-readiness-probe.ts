import { probeOffers } from '../../edits/insert-probe';
import { unprobedContainers } from '../../model/unprobed-containers';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'missing-readiness-probe',
  chapter: 'health',
  variants: {
    missing: {
      severity: 'warning',
      equals: [
        'kube-linter/no-readiness-probe',
        'kube-score/pod-probes',
        'polaris/readinessProbeMissing',
        'checkov/CKV_K8S_9',
        'kubescape/C-0018',
      ],
      message: '`{container}` gets traffic on port `{port}` before it can answer: it has no readiness probe',
    },
  },
  fixes: {
    probe: { title: 'Add a readiness probe: {handler}', safety: 'behaviour' },
  },
  check(document, report) {
    for (const { container, handler, port } of unprobedContainers(document, 'readinessProbe'))
      report({
        variant: 'missing',
        at: container.nameNode?.range ?? container.node.range,
        values: { container: container.name ?? container.image?.text ?? 'container', port },
        fixes: () => probeOffers(document, container, 'readinessProbe', handler),
      });
  },
});
