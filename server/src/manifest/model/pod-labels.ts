import { remembered } from '../../engine/remembered';
import { asMapping, isNothing, lookup, valueAt } from './lookup';
import type { Mapping, Workload } from './manifest';
import { isMisplacedOrMisspelled } from './misspelled-key';
import type { Node, Presence } from './nodes';
import { meets, type Requirement } from './selectors';

/** The labels of a workload's pods, and whether a template or a patch may bring some that are not here. */
export interface PodLabels {
  readonly labels: Mapping | undefined;
  readonly open: boolean;
}

/**
 * Reads the labels of a pod.
 * @param holder what holds the pod's `metadata`
 */
export function podLabels(holder: Mapping): PodLabels {
  const metadata = lookup(holder, 'metadata');
  const inside = asMapping(metadata.entry?.value);
  if (inside === undefined) return { labels: undefined, open: isOpen(metadata.presence, metadata.entry?.value) };
  if (isMisplacedOrMisspelled(inside, 'labels', holder)) return { labels: undefined, open: true };
  const { presence, entry } = lookup(inside, 'labels');
  const labels = asMapping(entry?.value);
  return { labels, open: metadata.presence === 'unknown' || isOpen(presence, entry?.value) };
}

const isOpen = (presence: Presence, value: Node | undefined): boolean =>
  presence === 'unknown' || (value !== undefined && value.kind !== 'mapping' && !isNothing(value));

/** The labels of a workload's pods; `undefined` when it is not known where they stand. */
export const labelsOfPods = remembered((workload: Workload): PodLabels | undefined => {
  const holder = holderOf(workload);
  return holder && podLabels(holder);
});

/** What holds the `metadata` of a workload's pods: the pod template, or the Pod itself. */
function holderOf({ object, kind, pod }: Workload): Mapping | undefined {
  for (const { path, holds } of kind?.locations ?? [])
    if (holds === 'podSpec' && valueAt(object.node, path) === pod.node)
      return asMapping(valueAt(object.node, path.slice(0, -1)));
  return undefined;
}

/** Whether labels are as a selector asks. */
export function labelsMeet(labels: PodLabels | undefined, requirements: readonly Requirement[]): Presence {
  if (labels === undefined) return 'unknown';
  let answer: Presence = 'yes';
  for (const requirement of requirements) {
    const each = meets(labels.labels, labels.open, requirement);
    if (each === 'no') return 'no';
    if (each === 'unknown') answer = 'unknown';
  }
  return answer;
}

/** Whether a selector finds a workload's pods. */
export const selects = (requirements: readonly Requirement[], workload: Workload): Presence =>
  labelsMeet(labelsOfPods(workload), requirements);
