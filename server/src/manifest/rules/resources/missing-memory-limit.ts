import type { FixOffer } from '../../../engine/rule';
import { insertMissing } from '../../edits/insert-key';
import { placeholder } from '../../edits/value';
import { everyContainer, isInitContainer, labelOf } from '../../model/every-container';
import { asMapping, fieldOf } from '../../model/lookup';
import type { Container, ManifestDocument } from '../../model/manifest';
import { quantityOf } from '../../model/quantity';
import { isBestEffort, limitOf, resourcesPlace, statesResources } from '../../model/requested-resources';
import { manifestRule } from '../../rule';

const equals = ['kube-linter/unset-memory-requirements', 'checkov/CKV_K8S_13', 'trivy/KSV-0018', 'kubescape/C-0271'];
/** Not of init containers (polaris pkg/config/checks/memoryLimitsMissing.yaml). */
const unlessInit = 'polaris/memoryLimitsMissing';

export default manifestRule({
  id: 'missing-memory-limit',
  chapter: 'resources',
  covers: [unlessInit],
  variants: {
    unlimited: {
      severity: 'warning',
      equals: [unlessInit, ...equals],
      message:
        '`{container}` has no memory limit: a leak takes its node down, and the pods beside it, not the container alone',
    },
    init: {
      severity: 'hint',
      equals,
      message:
        'The init container `{container}` has no memory limit: for as long as it runs it can take all of its node',
    },
  },
  fixes: {
    limit: { title: 'Limit memory, for you to fill in', safety: 'placeholder' },
  },
  check(document, report) {
    for (const container of everyContainer(document).filter(statesResources)) {
      // Where nothing is stated, `missing-resource-requests` says it all at once.
      if (limitOf(container, 'memory') !== 'no' || isBestEffort(container)) continue;
      report({
        variant: container.placement === 'init' ? 'init' : 'unlimited',
        at: resourcesPlace(container, 'limits'),
        values: { container: labelOf(container) },
        equals: isInitContainer(container) ? equals : [unlessInit, ...equals],
        fixes: () => limited(document, container),
      });
    }
  },
});

/** With the limit at the request nobody has to give memory back that was lent. */
function limited(document: ManifestDocument, { node, resources }: Container): readonly FixOffer<'limit'>[] {
  const request = fieldOf(asMapping(fieldOf(resources, 'requests')), 'memory');
  const known = quantityOf(request) !== undefined && request?.kind === 'scalar' ? request.source : '128Mi';
  const edits = insertMissing(document, node, { resources: { limits: { memory: placeholder(known) } } });
  return edits === undefined ? [] : [{ id: 'limit', edits: () => edits }];
}
