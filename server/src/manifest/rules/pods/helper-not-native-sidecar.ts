import { soleFix } from '../../../engine/sole-fix';
import { minorOf, nativeSidecarsStableSince } from '../../../knowledge/kubernetes-version';
import { makeNativeSidecar } from '../../edits/native-sidecar';
import { labelOf } from '../../model/every-container';
import { lateHelpers } from '../../model/late-helpers';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'helper-not-native-sidecar',
  chapter: 'pods',
  variants: {
    calls: {
      severity: 'hint',
      message: '`{main}` may start before `{helper}` is there, and outlive it: its first and last calls fail',
    },
    logs: {
      severity: 'hint',
      message: '`{helper}` may be gone before `{main}` is: what that one logs last, often the reason, is lost',
    },
    secrets: {
      severity: 'hint',
      message: '`{main}` may start before `{helper}` does, without the secrets that it is to get',
    },
  },
  fixes: {
    sidecar: {
      title: 'Make `{helper}` a sidecar, which starts before the others and ends after them',
      safety: 'behaviour',
    },
  },
  notes: { main: 'This one needs it' },
  check(document, report, { settings }) {
    // Before, a cluster can have them switched off.
    if (minorOf(settings.kubernetesVersion) < nativeSidecarsStableSince) return;
    for (const { helper, main, loss } of document.objects.flatMap(({ workloads }) => workloads.flatMap(lateHelpers))) {
      const label = labelOf(helper);
      report({
        variant: loss,
        at: helper.nameNode?.range ?? helper.imageNode?.range ?? helper.node.range,
        values: { helper: label, main: labelOf(main) },
        related: [{ at: main.nameNode?.range ?? main.imageNode?.range ?? main.node.range, note: 'main' }],
        fixes: soleFix('sidecar', () => makeNativeSidecar(document, helper), { helper: label }),
      });
    }
  },
});
