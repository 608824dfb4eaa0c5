import { soleFix } from '../../../engine/sole-fix';
import { minorOf, nativeSidecarsSince } from '../../../knowledge/kubernetes-version';
import { makeNativeSidecar } from '../../edits/native-sidecar';
import { labelOf } from '../../model/every-container';
import { unendingHelpers } from '../../model/unending-helpers';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'helper-blocks-job',
  chapter: 'pods',
  variants: {
    blocks: {
      severity: 'warning',
      message: '`{helper}` runs on when `{main}` is done: the pod never completes, and the job never succeeds',
    },
  },
  fixes: {
    sidecar: { title: 'Make `{helper}` a sidecar, which ends with the pod', safety: 'behaviour' },
  },
  notes: { main: 'This one ends' },
  check(document, report, { settings }) {
    for (const { helper, main } of document.objects.flatMap(({ workloads }) => workloads.flatMap(unendingHelpers))) {
      const known = minorOf(settings.kubernetesVersion) >= nativeSidecarsSince;
      const label = labelOf(helper);
      report({
        variant: 'blocks',
        at: helper.nameNode?.range ?? helper.imageNode?.range ?? helper.node.range,
        values: { helper: label, main: labelOf(main) },
        related: [{ at: main.nameNode?.range ?? main.imageNode?.range ?? main.node.range, note: 'main' }],
        fixes: soleFix('sidecar', () => (known ? makeNativeSidecar(document, helper) : undefined), { helper: label }),
      });
    }
  },
});
