import { asMapping, fieldOf, isNothing, lookup } from './lookup';
import type { Mapping, Workload } from './manifest';
import type { Presence } from './nodes';
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
  const { presence, entry } = lookup(inside, 'labels');
  const labels = asMapping(entry?.value);
  return { labels, open: metadata.presence === 'unknown' || isOpen(presence, entry?.value) };
}

const isOpen = (presence: Presence, value: PodLabels['labels'] | ReturnType<typeof fieldOf>): boolean =>
  presence === 'unknown' || (value !== undefined && value.kind !== 'mapping' && !isNothing(value));

/** Whether a selector finds a workload's pods. */
export function selects(requirements: readonly Requirement[], workload: Workload): Presence {
  const holder = workload.object.kind === 'Pod' ? workload.object.node : asMapping(templateOf(workload));
  if (holder === undefined) return 'unknown';
  const { labels, open } = podLabels(holder);
  const answers = requirements.map((requirement) => meets(labels, open, requirement));
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** The pod template of the kinds that keep it at `spec.template`. */
const templateOf = ({ object }: Workload): ReturnType<typeof fieldOf> =>
  fieldOf(asMapping(fieldOf(object.node, 'spec')), 'template');
