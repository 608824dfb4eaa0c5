import { soleFix } from '../../../engine/sole-fix';
import { shifted } from '../../../engine/text';
import { askForLabels } from '../../edits/ask-for-labels';
import { inFile } from '../../edits/in-file';
import { filePods } from '../../model/file-pods';
import { meantPods } from '../../model/meant-items';
import { policySelectors } from '../../model/network-policies';
import { objectLabel, objectPlace } from '../../model/object-place';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'dangling-network-policy',
  chapter: 'objects',
  variants: {
    target: {
      severity: 'warning',
      equals: ['kube-linter/dangling-networkpolicy', 'kube-score/networkpolicy-targets-pod', 'kubescape/C-0299'],
      message: 'No pods here have `{label}`: `{policy}` protects none, and `{workload}` stays open to all',
    },
    peer: {
      severity: 'warning',
      equals: ['kube-linter/dangling-networkpolicypeer-podselector'],
      message: 'No pods here have `{label}`: `{policy}` lets nobody through by it, not `{workload}` either',
    },
  },
  fixes: {
    select: { title: 'Select the pods of `{workload}`', safety: 'behaviour' },
  },
  notes: { meant: 'These pods may be meant' },
  check(manifest, report) {
    for (const selector of policySelectors(manifest)) {
      const { role, object, start } = selector;
      const meant = meantPods(filePods(manifest), selector, { named: role === 'target' });
      const [first] = meant?.differences ?? [];
      if (meant === undefined || first === undefined) continue;
      const workload = objectLabel(meant.item.object);
      report({
        variant: role,
        at: shifted(first.entry.range, start),
        values: { label: `${first.key}: ${first.value}`, policy: objectLabel(object), workload },
        related: [{ at: shifted(objectPlace(meant.item.object), meant.item.start), note: 'meant' }],
        fixes: soleFix('select', () => inFile(askForLabels(object.document, meant.differences), start), { workload }),
      });
    }
  },
});
