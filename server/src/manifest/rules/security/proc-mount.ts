import { soleFix } from '../../../engine/sole-fix';
import { removePath } from '../../edits/remove';
import { everyContainer, labelOf } from '../../model/every-container';
import { booleanOf, fieldOf, stringOf } from '../../model/lookup';
import { isLinuxContainer, securitySetting } from '../../model/security-context';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'proc-mount',
  chapter: 'security',
  variants: {
    unmasked: {
      severity: 'warning',
      equals: ['kube-linter/unsafe-proc-mount', 'polaris/procMount', 'trivy/KSV-0027'],
      message:
        '`{container}` sees all of `/proc`: kernel settings and keys that runtimes hide from containers are open to it',
    },
  },
  fixes: {
    mask: { title: 'Remove `procMount: {value}`', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document).filter(isLinuxContainer)) {
      const { presence, entry } = securitySetting(container, ['procMount']);
      const value = stringOf(entry?.value);
      if (presence !== 'yes' || entry === undefined || value !== 'Unmasked') continue;
      // With users of its own the pod has no power over what it sees: Kubernetes and its standards then allow it.
      if (booleanOf(fieldOf(container.pod.node, 'hostUsers')) === false) continue;
      report({
        variant: 'unmasked',
        at: entry.range,
        values: { container: labelOf(container), value },
        fixes: soleFix('mask', () => removePath(document, container.node, ['securityContext', 'procMount'])),
      });
    }
  },
});
