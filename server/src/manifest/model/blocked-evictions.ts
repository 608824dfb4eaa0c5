import type { Autoscaler } from './autoscalers';
import type { DisruptionBudget } from './disruption-budgets';
import { asMapping, asScalar, lookup, numberOf, stringOf } from './lookup';
import type { Manifest, Workload } from './manifest';
import type { Entry, Mapping } from './nodes';
import { ownLabels } from './own-labels';
import { podCount } from './pod-count';
import type { Requirement } from './selectors';

/** Why a budget never lets a pod be evicted. */
export type BlockedEvictions =
  /** By its own words alone. */
  | { readonly kind: 'never'; readonly spec: Mapping; readonly entry: Entry }
  /** It wants as many pods as there are, or more. */
  | {
      readonly kind: 'reached';
      readonly spec: Mapping;
      readonly entry: Entry;
      readonly kept: number;
      readonly pods: number;
      readonly workload: Workload;
      readonly autoscaler: Autoscaler | undefined;
    }
  /** It does not say how many pods it wants; the controller then counts none, and allows none to go. */
  | { readonly kind: 'undecided'; readonly spec: Mapping; readonly entry: Entry };

/**
 * Whether a budget lets no pod be evicted for as long as everything runs as its file says.
 * Source: kubernetes/kubernetes pkg/controller/disruption/disruption.go (getExpectedPodCount, updatePdbStatus)
 */
export function blockedEvictions(manifest: Manifest, budget: DisruptionBudget): BlockedEvictions | undefined {
  const { presence, entry: holder } = lookup(budget.object.node, 'spec');
  const spec = asMapping(holder?.value);
  if (presence !== 'yes' || holder === undefined || spec === undefined) return undefined;
  const minimum = lookup(spec, 'minAvailable');
  const maximum = lookup(spec, 'maxUnavailable');
  if (minimum.presence === 'no' && maximum.presence === 'no')
    // What a chart writes may be merged with what its user says.
    return budget.object.document.mode === 'plain' ? { kind: 'undecided', spec, entry: holder } : undefined;
  // The API server refuses both together.
  if (minimum.presence !== 'no' && maximum.presence !== 'no') return undefined;
  const entry = minimum.presence === 'yes' ? minimum.entry : maximum.presence === 'yes' ? maximum.entry : undefined;
  const amount = amountOf(entry);
  if (entry === undefined || amount === undefined) return undefined;
  const never = entry === maximum.entry ? amount.value === 0 : amount.percent && amount.value === 100;
  if (never) return { kind: 'never', spec, entry };
  return entry === maximum.entry ? undefined : reachedBy(manifest, budget, spec, entry, amount);
}

interface Amount {
  readonly value: number;
  readonly percent: boolean;
}

/** A number, or a percentage as a string, as the API has both. */
function amountOf(entry: Entry | undefined): Amount | undefined {
  const scalar = asScalar(entry?.value);
  const value = scalar?.type === 'integer' ? numberOf(scalar) : undefined;
  if (value !== undefined) return { value, percent: false };
  const percentage = /^(\d{1,3})%$/.exec(stringOf(scalar) ?? '')?.[1];
  return percentage === undefined ? undefined : { value: Number(percentage), percent: true };
}

function reachedBy(
  manifest: Manifest,
  { requirements, selection }: DisruptionBudget,
  spec: Mapping,
  entry: Entry,
  { value, percent }: Amount,
): BlockedEvictions | undefined {
  const [placed, other] = selection.selected;
  if (placed === undefined || other !== undefined || selection.unsure) return undefined;
  const { workload } = placed;
  const count = podCount(manifest, workload);
  if (count === undefined || count.least < 1 || !isAllOf(requirements, workload)) return undefined;
  const kept = percent ? Math.ceil((value * count.least) / 100) : value;
  if (kept < count.least) return undefined;
  return { kind: 'reached', spec, entry, kept, pods: count.least, workload, autoscaler: count.autoscaler };
}

/** Whether pods that are as asked are surely those of a workload: its own selector asks for nothing else. */
function isAllOf(requirements: readonly Requirement[], workload: Workload): boolean {
  const asked = new Map(requirements.filter(({ equality }) => equality).map(({ key, values }) => [key, values[0]]));
  const own = ownLabels(workload);
  return own !== undefined && [...own].every(([key, value]) => asked.get(key) === value);
}
