import { rendered, templates } from '../../../engine/message';
import type { FixOffer, Problem } from '../../../engine/rule';
import { shifted } from '../../../engine/text';
import { minorOf, unhealthyEvictionSince } from '../../../knowledge/kubernetes-version';
import { inFile } from '../../edits/in-file';
import { insertKey } from '../../edits/insert-key';
import { replaceEntry } from '../../edits/replace-entry';
import { replaceScalar } from '../../edits/replace-scalar';
import { type BlockedEvictions, blockedEvictions } from '../../model/blocked-evictions';
import { type DisruptionBudget, disruptionBudgets } from '../../model/disruption-budgets';
import { asMapping, asScalar, lookupAt, valueAt } from '../../model/lookup';
import { objectLabel, objectPlace } from '../../model/object-place';
import { podsInWords } from '../../model/pod-count';
import { manifestFileRule } from '../../rule';

const peers = {
  minAvailable: ['kube-linter/pdb-min-available'],
  maxUnavailable: ['kube-linter/pdb-max-unavailable'],
  zero: 'polaris/pdbDisruptionsIsZero',
  scaled: 'polaris/pdbMinAvailableGreaterThanHPAMinReplicas',
};

export default manifestFileRule({
  id: 'blocking-disruption-budget',
  chapter: 'resources',
  variants: {
    never: {
      severity: 'warning',
      equals: [...peers.minAvailable, ...peers.maxUnavailable, peers.zero],
      message: '`{name}` lets no pod be evicted (`{value}`): a node that runs one of them cannot be drained',
    },
    reached: {
      severity: 'warning',
      equals: peers.minAvailable,
      message: '`{name}` keeps {kept}, and `{workload}` has {pods}: none can be evicted, and no node of theirs drained',
    },
    scaled: {
      severity: 'warning',
      equals: [...peers.minAvailable, peers.scaled],
      message:
        '`{name}` keeps {kept}, and `{autoscaler}` goes down to {pods}: then none can be evicted, no node drained',
    },
    undecided: {
      severity: 'warning',
      equals: ['kube-score/poddisruptionbudget-has-policy'],
      message:
        '`{name}` has neither `minAvailable` nor `maxUnavailable`: it lets no pod be evicted, and no node be drained',
    },
    unhealthy: {
      severity: 'hint',
      equals: ['kube-linter/pdb-unhealthy-pod-eviction-policy'],
      message: 'While too few pods of `{name}` are ready, not even broken ones can be evicted: they block their nodes',
    },
  },
  fixes: {
    one: { title: 'Let one pod at a time be evicted: `maxUnavailable: 1`', safety: 'behaviour' },
    broken: { title: 'Let pods that are not ready always be evicted', safety: 'behaviour' },
  },
  check(manifest, report, { settings }) {
    const knowsPolicy = minorOf(settings.kubernetesVersion) >= unhealthyEvictionSince;
    for (const budget of disruptionBudgets(manifest)) {
      const blocked = blockedEvictions(manifest, budget);
      if (blocked !== undefined) report(blockedProblem(budget, blocked));
      else if (knowsPolicy && mayBeStuck(budget))
        report({
          variant: 'unhealthy',
          at: shifted(objectPlace(budget.object), budget.start),
          values: { name: objectLabel(budget.object) },
          fixes: () => evictingBroken(budget),
        });
    }
  },
});

type Variant = 'never' | 'reached' | 'scaled' | 'undecided' | 'unhealthy';
type Fix = 'one' | 'broken';

const texts = templates({ share: '{share}, which is {count}' });

function blockedProblem(budget: DisruptionBudget, blocked: BlockedEvictions): Problem<Variant, Fix, never> {
  const { object, start } = budget;
  const { kind, entry } = blocked;
  const name = objectLabel(object);
  const fixes = evictingOne(budget, blocked);
  if (kind === 'undecided') return { variant: kind, at: shifted(entry.key.range, start), values: { name }, fixes };
  const at = shifted(entry.range, start);
  const minimum = entry.name === 'minAvailable';
  if (kind === 'never') {
    const value = `${entry.name}: ${asScalar(entry.value)?.source ?? ''}`;
    const equals = [...(minimum ? peers.minAvailable : peers.maxUnavailable), peers.zero];
    return { variant: kind, at, values: { name, value }, equals, fixes };
  }
  const { kept, pods, autoscaler, workload } = blocked;
  const share = asScalar(entry.value);
  const count = podsInWords(kept);
  const part = share?.type === 'string' ? rendered(texts.share, { share: share.source, count }) : count;
  const numbers = { name, kept: part, pods: String(pods) };
  if (autoscaler === undefined)
    return { variant: kind, at, values: { ...numbers, workload: objectLabel(workload.object) }, fixes };
  const equals = [...peers.minAvailable, ...(kept > pods ? [peers.scaled] : [])];
  return { variant: 'scaled', at, values: { ...numbers, autoscaler: objectLabel(autoscaler.object) }, equals, fixes };
}

function evictingOne(
  { object, start }: DisruptionBudget,
  { kind, spec, entry }: BlockedEvictions,
): readonly FixOffer<Fix>[] {
  const { document } = object;
  const scalar = asScalar(entry.value);
  const edits =
    kind === 'undecided'
      ? insertKey(document, spec, 'maxUnavailable', 1)
      : entry.name === 'maxUnavailable'
        ? scalar && replaceScalar(document, scalar, 1)
        : replaceEntry(document, spec, entry, 'maxUnavailable', 1);
  return edits === undefined ? [] : [{ id: 'one', edits: () => inFile(edits, start) }];
}

/** Servers that agree by majority may want their pods left alone until they have caught up. */
const mayBeStuck = ({ object, selection }: DisruptionBudget): boolean =>
  object.apiVersion === 'policy/v1' &&
  object.document.mode === 'plain' &&
  // Without a selector it has no pods (`ignored-setting`).
  lookupAt(object.node, ['spec', 'selector']).presence === 'yes' &&
  lookupAt(object.node, ['spec', 'unhealthyPodEvictionPolicy']).presence === 'no' &&
  !selection.selected.some(({ workload }) => workload.object.kind === 'StatefulSet');

function evictingBroken({ object, start }: DisruptionBudget): readonly FixOffer<Fix>[] {
  const spec = asMapping(valueAt(object.node, ['spec']));
  const edits = spec && insertKey(object.document, spec, 'unhealthyPodEvictionPolicy', 'AlwaysAllow');
  return edits === undefined ? [] : [{ id: 'broken', edits: () => inFile(edits, start) }];
}
