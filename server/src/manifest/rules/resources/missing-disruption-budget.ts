import { shifted } from '../../../engine/text';
import { disruptionBudgets } from '../../model/disruption-budgets';
import { objectsOfKind } from '../../model/file-objects';
import type { Manifest, Workload } from '../../model/manifest';
import { objectLabel, objectPlace } from '../../model/object-place';
import { podCount } from '../../model/pod-count';
import { manifestFileRule } from '../../rule';

const peers: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['kube-score/deployment-has-poddisruptionbudget', 'polaris/missingPodDisruptionBudget'],
  StatefulSet: ['kube-score/statefulset-has-poddisruptionbudget'],
};

export default manifestFileRule({
  id: 'missing-disruption-budget',
  chapter: 'resources',
  enabled: false,
  variants: {
    missing: {
      severity: 'information',
      equals: Object.values(peers).flat(),
      message: 'No PodDisruptionBudget here counts the pods of `{name}`: when nodes are drained, all may go at once',
    },
  },
  check(manifest, report) {
    const budgeted = budgetedWorkloads(manifest);
    if (budgeted === undefined) return;
    for (const [kind, equals] of Object.entries(peers))
      for (const { object, start } of objectsOfKind(manifest, kind)) {
        const [workload] = object.workloads;
        if (workload === undefined || object.document.mode !== 'plain' || budgeted.has(workload)) continue;
        if ((podCount(manifest, workload)?.least ?? 0) < 2) continue;
        report({
          variant: 'missing',
          at: shifted(objectPlace(object), start),
          values: { name: objectLabel(object) },
          equals,
        });
      }
  },
});

/** The workloads that a budget of the file counts; `undefined` when one may count any. */
function budgetedWorkloads(manifest: Manifest): ReadonlySet<Workload> | undefined {
  const budgets = disruptionBudgets(manifest);
  if (budgets.some(({ selection }) => selection.unsure)) return undefined;
  return new Set(budgets.flatMap(({ selection }) => selection.selected.map(({ workload }) => workload)));
}
