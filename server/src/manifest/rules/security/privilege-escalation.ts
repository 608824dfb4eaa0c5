import type { FixOffer } from '../../../engine/rule';
import { restrictedOffers } from '../../edits/restricted-profile';
import { setSecurity } from '../../edits/security-context';
import { addedCapabilities } from '../../model/capabilities';
import { everyContainer, labelOf } from '../../model/every-container';
import { booleanOf } from '../../model/lookup';
import type { Container, ManifestDocument } from '../../model/manifest';
import { isNodeAgent } from '../../model/node-agents';
import { isLinuxContainer, isSurely, securityPlace, securitySetting } from '../../model/security-context';
import { restrictedVariant } from '../../model/standard';
import { manifestRule } from '../../rule';

const missing = ['polaris/privilegeEscalationAllowed', 'trivy/KSV-0001', 'checkov/CKV_K8S_20', 'kubescape/C-0016'];
/** Only about what is written (kube-linter pkg/templates/privilegeescalation/template.go). */
const allowed = 'kube-linter/privilege-escalation-container';
const equals = [allowed, ...missing];
const message =
  '`{container}` may gain more rights than it starts with: a setuid program in its image can make it root';

export default manifestRule({
  id: 'privilege-escalation',
  chapter: 'security',
  covers: [allowed],
  variants: {
    hint: { severity: 'hint', equals, message },
    required: { severity: 'warning', equals, message },
  },
  fixes: {
    forbid: { title: 'Set `allowPrivilegeEscalation: false`', safety: 'behaviour' },
    restricted: { title: 'Apply the whole restricted profile to `{container}`', safety: 'behaviour' },
  },
  check(document, report, { settings }) {
    const variant = restrictedVariant(settings);
    if (variant === undefined) return;
    for (const container of everyContainer(document).filter(isLinuxContainer)) {
      const { presence, entry } = securitySetting(container, ['allowPrivilegeEscalation']);
      if (presence === 'unknown' || booleanOf(entry?.value) === false || mayEscalateAnyway(container)) continue;
      report({
        variant,
        at: presence === 'yes' && entry !== undefined ? entry.range : securityPlace(container),
        values: { container: labelOf(container) },
        equals: presence === 'yes' ? equals : missing,
        fixes: () => [...forbidden(document, container), ...restrictedOffers(container)],
      });
    }
  },
});

/** The API server refuses to forbid it to a container that has all rights already; node agents mostly do. */
const mayEscalateAnyway = (container: Container): boolean =>
  securitySetting(container, ['privileged']).presence === 'unknown' ||
  isSurely(container, 'privileged') ||
  addedCapabilities(container).some(({ name }) => name === 'SYS_ADMIN' || name === 'ALL') ||
  isNodeAgent(container.pod.workload);

function forbidden(document: ManifestDocument, container: Container): readonly FixOffer<'forbid'>[] {
  const edits = setSecurity(document, container, { allowPrivilegeEscalation: false });
  return edits === undefined ? [] : [{ id: 'forbid', edits: () => edits }];
}
