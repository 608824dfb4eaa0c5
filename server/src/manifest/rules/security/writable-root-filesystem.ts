import type { FixOffer } from '../../../engine/rule';
import { mountScratch } from '../../edits/mount-scratch';
import { setSecurity } from '../../edits/security-context';
import { together } from '../../edits/together';
import { everyContainer, labelOf } from '../../model/every-container';
import { booleanOf } from '../../model/lookup';
import type { Container, ManifestDocument } from '../../model/manifest';
import { isNodeAgent } from '../../model/node-agents';
import { isLinuxContainer, isSurely, securityPlace, securitySetting } from '../../model/security-context';
import { unmountedWritablePaths } from '../../model/writable-paths';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'writable-root-filesystem',
  chapter: 'security',
  variants: {
    writable: {
      severity: 'hint',
      equals: [
        'kube-linter/no-read-only-root-fs',
        'kube-score/container-security-context-readonlyrootfilesystem',
        'polaris/notReadOnlyRootFilesystem',
        'trivy/KSV-0014',
        'checkov/CKV_K8S_22',
        'kubescape/C-0017',
      ],
      message:
        '`{container}` can change its own files: so can an intruder, and what it stores there goes with the container',
    },
  },
  fixes: {
    protect: { title: 'Make the root file system read-only', safety: 'behaviour' },
    protectBut: { title: 'Make the root file system read-only but for {paths}', safety: 'behaviour' },
  },
  check(document, report) {
    for (const container of everyContainer(document).filter(isLinuxContainer)) {
      const { presence, entry } = securitySetting(container, ['readOnlyRootFilesystem']);
      if (presence === 'unknown' || booleanOf(entry?.value) === true || !isHeldTo(container)) continue;
      report({
        variant: 'writable',
        at: presence === 'yes' && entry !== undefined ? entry.range : securityPlace(container),
        values: { container: labelOf(container) },
        fixes: () => protectedFiles(document, container),
      });
    }
  },
});

/** Init containers are there to prepare things and gone before anything listens. */
const isHeldTo = (container: Container): boolean =>
  container.placement !== 'init' &&
  securitySetting(container, ['privileged']).presence !== 'unknown' &&
  !isSurely(container, 'privileged') &&
  !isNodeAgent(container.pod.workload);

function protectedFiles(
  document: ManifestDocument,
  container: Container,
): readonly FixOffer<'protect' | 'protectBut'>[] {
  const paths = unmountedWritablePaths(container);
  if (paths === undefined) return [];
  const edits = together(
    ...mountScratch(document, container, paths),
    setSecurity(document, container, { readOnlyRootFilesystem: true }),
  );
  if (edits === undefined) return [];
  return paths.length === 0
    ? [{ id: 'protect', edits: () => edits }]
    : [{ id: 'protectBut', values: { paths: paths.map((path) => `\`${path}\``).join(', ') }, edits: () => edits }];
}
