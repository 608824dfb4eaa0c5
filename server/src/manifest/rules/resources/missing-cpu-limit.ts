import type { FixOffer } from '../../../engine/rule';
import { insertMissing } from '../../edits/insert-key';
import { placeholder } from '../../edits/value';
import { everyContainer, isInitContainer, labelOf } from '../../model/every-container';
import { asMapping, asScalar, fieldOf } from '../../model/lookup';
import type { Container, ManifestDocument } from '../../model/manifest';
import { quantityOf } from '../../model/quantity';
import { isBestEffort, limitOf, resourcesPlace, statesResources } from '../../model/requested-resources';
import { manifestRule } from '../../rule';
import { isDoubtful } from '../../values/amounts';

const peers = ['checkov/CKV_K8S_11', 'trivy/KSV-0011', 'kubescape/C-0270'];
/** Not of init containers (polaris pkg/config/checks/cpuLimitsMissing.yaml). */
const unlessInit = 'polaris/cpuLimitsMissing';

export default manifestRule({
  id: 'missing-cpu-limit',
  chapter: 'resources',
  enabled: false,
  covers: [unlessInit],
  variants: {
    unlimited: {
      severity: 'information',
      equals: [unlessInit, ...peers],
      message: '`{container}` has no CPU limit: how fast it is depends on what else its node is doing',
    },
  },
  fixes: {
    limit: { title: 'Limit {resources}, for you to fill in', safety: 'placeholder' },
  },
  phrases: { resources: ['CPU', 'CPU and memory'] },
  check(document, report) {
    for (const container of everyContainer(document).filter(statesResources)) {
      if (limitOf(container, 'cpu') !== 'no') continue;
      report({
        variant: 'unlimited',
        at: resourcesPlace(container, 'limits'),
        values: { container: labelOf(container) },
        equals: isInitContainer(container) ? peers : [unlessInit, ...peers],
        fixes: () => limited(document, container),
      });
    }
  },
});

/** Where nothing is stated yet, one limit alone would leave a container half described. */
function limited(document: ManifestDocument, container: Container): readonly FixOffer<'limit'>[] {
  const isBare = isBestEffort(container);
  const cpu = cpuLimit(document, container);
  if (cpu === undefined) return [];
  const limits = { cpu: placeholder(cpu), memory: isBare ? placeholder('128Mi') : undefined };
  const edits = insertMissing(document, container.node, { resources: { limits } });
  const resources = isBare ? 'CPU and memory' : 'CPU';
  return edits === undefined ? [] : [{ id: 'limit', values: { resources }, edits: () => edits }];
}

/** Half a core, but never less than what is requested: the API server refuses that. `undefined` where the request is a slip. */
function cpuLimit(document: ManifestDocument, { resources }: Container): string | number | undefined {
  const request = asScalar(fieldOf(asMapping(fieldOf(resources, 'requests')), 'cpu'));
  const value = request?.value;
  const isMore = (quantityOf(request) ?? 0) > 0.5;
  if (request !== undefined && isDoubtful(document, request)) return undefined;
  return isMore && (typeof value === 'string' || typeof value === 'number') ? value : '500m';
}
