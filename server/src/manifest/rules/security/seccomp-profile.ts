import type { FixOffer } from '../../../engine/rule';
import { soleFix } from '../../../engine/sole-fix';
import { insertPath } from '../../edits/insert-key';
import { replaceScalar } from '../../edits/replace-scalar';
import { asScalar, lookupAt, stringOf } from '../../model/lookup';
import type { Container, ManifestDocument, Mapping } from '../../model/manifest';
import { isNodeAgent } from '../../model/node-agents';
import { podPlace } from '../../model/pod-place';
import { isLinuxContainer, isSurely, podSecuritySetting, securitySetting } from '../../model/security-context';
import { restrictedVariant } from '../../model/standard';
import { manifestRule } from '../../rule';

const missing = [
  'kube-score/container-seccomp-profile',
  'polaris/linuxHardening',
  'trivy/KSV-0030',
  'checkov/CKV_K8S_31',
  'kubescape/C-0210',
  'kubescape/C-0211',
];
const message =
  'No seccomp profile: {containers} may make every system call, also those that kernel exploits begin with';

export default manifestRule({
  id: 'seccomp-profile',
  chapter: 'security',
  variants: {
    unconfined: {
      severity: 'warning',
      equals: [...missing, 'trivy/KSV-0104'],
      message: '`Unconfined` takes the seccomp profile away: every system call is open, also to whoever breaks in',
    },
    hint: { severity: 'hint', equals: missing, message },
    required: { severity: 'warning', equals: missing, message },
  },
  fixes: {
    confine: { title: "Use the runtime's own profile", safety: 'behaviour' },
    add: { title: "Give the pod the runtime's own profile", safety: 'behaviour' },
  },
  check(document, report, { settings }) {
    const severity = restrictedVariant(settings);
    for (const { pod } of document.objects.flatMap(({ workloads }) => workloads)) {
      const containers = pod.containers.filter(isLinuxContainer);
      for (const holder of [pod.node, ...containers.map(({ node }) => node)]) {
        const { presence, entry } = lookupAt(holder, path);
        const value = asScalar(entry?.value);
        if (presence !== 'yes' || value === undefined || stringOf(value) !== 'Unconfined') continue;
        if (isNodeAgent(pod.workload)) continue;
        report({
          variant: 'unconfined',
          at: value.range,
          fixes: soleFix('confine', () => replaceScalar(document, value, 'RuntimeDefault')),
        });
      }
      const open = containers.filter(isOpen);
      const place = podPlace(pod, ['securityContext']);
      if (severity === undefined || open.length === 0 || place === undefined || isNodeAgent(pod.workload)) continue;
      if (podSecuritySetting(pod, ['seccompProfile']).presence !== 'no') continue;
      report({
        variant: severity,
        at: place,
        values: { containers: open.map(({ name }) => `\`${name ?? 'container'}\``).join(', ') },
        fixes: () => added(document, pod.node),
      });
    }
  },
});

const path = ['securityContext', 'seccompProfile', 'type'];

/** The runtime gives no profile to a privileged container, whatever its pod says. */
const isOpen = (container: Container): boolean =>
  securitySetting(container, ['seccompProfile']).presence === 'no' &&
  securitySetting(container, ['privileged']).presence !== 'unknown' &&
  !isSurely(container, 'privileged');

function added(document: ManifestDocument, pod: Mapping): readonly FixOffer<'add'>[] {
  const edits = insertPath(document, pod, ['securityContext', 'seccompProfile'], { type: 'RuntimeDefault' });
  return edits === undefined ? [] : [{ id: 'add', edits: () => edits }];
}
