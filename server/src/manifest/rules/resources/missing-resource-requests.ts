import type { FixOffer } from '../../../engine/rule';
import { insertMissing } from '../../edits/insert-key';
import { placeholder } from '../../edits/value';
import { everyContainer, isInitContainer, labelOf } from '../../model/every-container';
import type { Container, ManifestDocument } from '../../model/manifest';
import {
  type ComputeResource,
  isBestEffort,
  requestOf,
  resourcesPlace,
  statesResources,
} from '../../model/requested-resources';
import { manifestRule } from '../../rule';

const peers: Readonly<Record<ComputeResource, readonly string[]>> = {
  cpu: [
    'kube-linter/unset-cpu-requirements',
    'polaris/cpuRequestsMissing',
    'checkov/CKV_K8S_10',
    'trivy/KSV-0015',
    'kubescape/C-0268',
  ],
  memory: ['polaris/memoryRequestsMissing', 'checkov/CKV_K8S_12', 'trivy/KSV-0016', 'kubescape/C-0269'],
};
/** Not of init containers (polaris pkg/config/checks/cpuRequestsMissing.yaml and its like). */
const unlessInit: readonly string[] = [
  'polaris/cpuRequestsMissing',
  'polaris/memoryRequestsMissing',
  'polaris/memoryLimitsMissing',
];
const either = ['kube-score/container-resources', ...peers.cpu, ...peers.memory];
const memoryLimit = [
  // By its name about both, by its parameters about the limit (kube-linter pkg/builtinchecks/yamls/unset-memory-requirements.yaml).
  'kube-linter/unset-memory-requirements',
  'polaris/memoryLimitsMissing',
  'checkov/CKV_K8S_13',
  'trivy/KSV-0018',
  'kubescape/C-0271',
];

export default manifestRule({
  id: 'missing-resource-requests',
  chapter: 'resources',
  variants: {
    bestEffort: {
      severity: 'warning',
      equals: [...either, ...memoryLimit],
      message:
        '`{container}` asks for no CPU or memory and has no memory limit: its node fills up, and it is evicted first',
    },
    incomplete: {
      severity: 'warning',
      equals: either,
      message: '`{container}` requests no {resources}: the scheduler counts it as nothing, and its node fills up',
    },
    init: {
      severity: 'hint',
      equals: [...either, ...memoryLimit],
      message: 'The init container `{container}` requests no {resources}: the scheduler counts it as nothing',
    },
  },
  fixes: {
    requests: { title: 'Request {resources}, for you to fill in', safety: 'placeholder' },
    resources: { title: 'Request CPU and memory and limit memory, for you to fill in', safety: 'placeholder' },
  },
  phrases: { resources: ['CPU', 'memory', 'CPU or memory', 'CPU and memory'] },
  check(document, report) {
    for (const container of everyContainer(document).filter(statesResources)) {
      const missing = (['cpu', 'memory'] as const).filter((resource) => requestOf(container, resource) === 'no');
      if (missing.length === 0) continue;
      const init = container.placement === 'init';
      const bare = isBestEffort(container) && !init;
      const equals = [
        'kube-score/container-resources',
        ...missing.flatMap((resource) => peers[resource]),
        ...(isBestEffort(container) ? memoryLimit : []),
      ];
      report({
        variant: init ? 'init' : bare ? 'bestEffort' : 'incomplete',
        at: resourcesPlace(container, 'requests'),
        values: { container: labelOf(container), resources: inWords(missing, 'or') },
        equals: isInitContainer(container) ? equals.filter((alias) => !unlessInit.includes(alias)) : equals,
        fixes: () => added(document, container, missing, bare),
      });
    }
  },
});

const inWords = (resources: readonly ComputeResource[], conjunction: string): string =>
  resources.map((resource) => (resource === 'cpu' ? 'CPU' : resource)).join(` ${conjunction} `);

/** Where people start who have not measured yet: Kubernetes' own examples have these. */
const usual: Readonly<Record<ComputeResource, string>> = { cpu: '100m', memory: '128Mi' };

function added(
  document: ManifestDocument,
  { node }: Container,
  missing: readonly ComputeResource[],
  limited: boolean,
): readonly FixOffer<'requests' | 'resources'>[] {
  const requests = new Map(missing.map((resource) => [resource, placeholder(usual[resource])]));
  const limits = limited ? { memory: placeholder(usual.memory) } : undefined;
  const edits = insertMissing(document, node, { resources: { requests, limits } });
  if (edits === undefined) return [];
  const id = limited ? 'resources' : 'requests';
  return [{ id, values: { resources: inWords(missing, 'and') }, edits: () => edits }];
}
