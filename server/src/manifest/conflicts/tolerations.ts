import { replaceScalar, setPath } from '../edits/replace-scalar';
import { type ContradictingToleration, contradictingTolerations } from '../model/contradicting-tolerations';
import { asScalar } from '../model/lookup';
import type { ManifestDocument, PodSpec } from '../model/manifest';
import { type Conflict, type Mend, removal, writing } from './conflict';

/** Tolerations that contradict themselves. */
export const tolerationConflicts = (pod: PodSpec): readonly Conflict[] =>
  contradictingTolerations(pod).map((toleration) => ({
    variant: toleration.kind === 'value' ? 'toleration' : 'eviction',
    at: toleration.entry.range,
    values: { value: toleration.kind === 'value' ? toleration.text : '' },
    mends: mends(pod.workload.object.document, toleration),
  }));

function mends(document: ManifestDocument, toleration: ContradictingToleration): readonly Mend[] {
  const { node, entry } = toleration;
  const removed = removal(document, node, entry);
  if (toleration.kind === 'time')
    return [...writing('effect', 'NoExecute', setPath(document, node, ['effect'], 'NoExecute')), ...removed];
  const operator = asScalar(toleration.operator.value);
  return [...writing('operator', 'Equal', operator && replaceScalar(document, operator, 'Equal')), ...removed];
}
