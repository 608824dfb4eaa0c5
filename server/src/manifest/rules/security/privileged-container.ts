import type { FixOffer } from '../../../engine/rule';
import { soleFix } from '../../../engine/sole-fix';
import { removePath } from '../../edits/remove';
import { replaceScalar } from '../../edits/replace-scalar';
import { everyContainer, labelOf } from '../../model/every-container';
import { asScalar, booleanOf, lookup } from '../../model/lookup';
import type { Container, ManifestDocument } from '../../model/manifest';
import { isNodeAgent } from '../../model/node-agents';
import { isLinuxContainer, securitySetting } from '../../model/security-context';
import { manifestRule } from '../../rule';

const equals = [
  'kube-linter/privileged-container',
  'kube-score/container-security-context-privileged',
  'polaris/runAsPrivileged',
  'trivy/KSV-0017',
  'checkov/CKV_K8S_16',
  'kubescape/C-0057',
];

export default manifestRule({
  id: 'privileged-container',
  chapter: 'security',
  variants: {
    privileged: {
      severity: 'warning',
      equals,
      message: '`{container}` is privileged: whoever gets into it has root on its node, and with it every pod there',
    },
    agent: {
      severity: 'hint',
      equals,
      message: '`{container}` is privileged: a node agent may need it, but whoever gets into it has root on the node',
    },
    constraint: {
      severity: 'warning',
      equals: ['kube-linter/scc-deny-privileged-container'],
      message: 'The constraint `{name}` lets pods be privileged: whoever may use it can become root on any node',
    },
  },
  fixes: {
    unprivileged: { title: 'Remove `privileged: true`', safety: 'behaviour' },
    deny: { title: 'Allow no privileged containers', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document).filter(isLinuxContainer)) {
      const { presence, entry } = securitySetting(container, ['privileged']);
      if (presence !== 'yes' || entry === undefined || booleanOf(entry.value) !== true) continue;
      report({
        variant: isNodeAgent(container.pod.workload) ? 'agent' : 'privileged',
        at: entry.range,
        values: { container: labelOf(container) },
        fixes: () => unprivileged(document, container),
      });
    }
    for (const object of document.objects.filter(({ kind }) => kind === 'SecurityContextConstraints')) {
      const { presence, entry } = lookup(object.node, 'allowPrivilegedContainer');
      const value = asScalar(entry?.value);
      if (presence !== 'yes' || entry === undefined || value === undefined || booleanOf(value) !== true) continue;
      report({
        variant: 'constraint',
        at: entry.range,
        values: { name: object.name ?? object.kind },
        fixes: soleFix('deny', () => replaceScalar(document, value, false)),
      });
    }
  },
});

function unprivileged(document: ManifestDocument, { node }: Container): readonly FixOffer<'unprivileged'>[] {
  const edits = removePath(document, node, ['securityContext', 'privileged']);
  return edits === undefined ? [] : [{ id: 'unprivileged', edits: () => edits }];
}
