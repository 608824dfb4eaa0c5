import type { FixOffer } from '../../../engine/rule';
import { insertMissing } from '../../edits/insert-key';
import { placeholder } from '../../edits/value';
import { everyContainer, labelOf } from '../../model/every-container';
import type { Container, ManifestDocument } from '../../model/manifest';
import { isBestEffort, limitOf, resourcesPlace, statesResources } from '../../model/requested-resources';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'missing-cpu-limit',
  chapter: 'resources',
  enabled: false,
  variants: {
    unlimited: {
      severity: 'information',
      equals: ['polaris/cpuLimitsMissing', 'checkov/CKV_K8S_11', 'trivy/KSV-0011', 'kubescape/C-0270'],
      message: '`{container}` has no CPU limit: how fast it is depends on what else its node is doing',
    },
  },
  fixes: {
    limit: { title: 'Limit {resources}, for you to fill in', safety: 'placeholder' },
  },
  check(document, report) {
    for (const container of everyContainer(document).filter(statesResources)) {
      if (limitOf(container, 'cpu') !== 'no') continue;
      report({
        variant: 'unlimited',
        at: resourcesPlace(container, 'limits'),
        values: { container: labelOf(container) },
        fixes: limited(document, container),
      });
    }
  },
});

/** Where nothing is stated yet, one limit alone would leave a container half described. */
function limited(document: ManifestDocument, container: Container): readonly FixOffer<'limit'>[] {
  const isBare = isBestEffort(container);
  const limits = { cpu: placeholder('500m'), memory: isBare ? placeholder('128Mi') : undefined };
  const edits = insertMissing(document, container.node, { resources: { limits } });
  const resources = isBare ? 'CPU and memory' : 'CPU';
  return edits === undefined ? [] : [{ id: 'limit', values: { resources }, edits: () => edits }];
}
