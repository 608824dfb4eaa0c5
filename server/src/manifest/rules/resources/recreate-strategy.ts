import { soleFix } from '../../../engine/sole-fix';
import { replaceScalar } from '../../edits/replace-scalar';
import { asScalar, lookupAt, stringOf } from '../../model/lookup';
import { runsSideBySide } from '../../model/side-by-side';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'recreate-strategy',
  chapter: 'resources',
  variants: {
    recreate: {
      severity: 'hint',
      equals: ['kube-linter/no-rolling-update-strategy', 'kube-score/deployment-strategy', 'kubescape/C-0305'],
      message: '`Recreate` stops all pods of `{name}` before new ones start: each rollout is an outage',
    },
  },
  fixes: {
    roll: { title: 'Replace pods one after the other (`RollingUpdate`)', safety: 'behaviour' },
  },
  check(document, report) {
    for (const workload of document.objects.flatMap(({ workloads }) => workloads)) {
      const { object } = workload;
      const { presence, entry } = lookupAt(object.node, ['spec', 'strategy', 'type']);
      const type = asScalar(entry?.value);
      if (object.kind !== 'Deployment' || presence !== 'yes' || type === undefined) continue;
      if (stringOf(type) !== 'Recreate' || !runsSideBySide(workload)) continue;
      report({
        variant: 'recreate',
        at: type.range,
        values: { name: object.name ?? object.kind },
        fixes: soleFix('roll', () => replaceScalar(document, type, 'RollingUpdate')),
      });
    }
  },
});
