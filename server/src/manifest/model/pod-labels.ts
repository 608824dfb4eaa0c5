import { asMapping, fieldOf, isNothing, isUnknown, lookup } from './lookup';
import type { Mapping, Workload } from './manifest';
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
  const { presence, entry } = lookup(inside, 'labels');
  const labels = asMapping(entry?.value);
  return { labels, open: metadata.presence === 'unknown' || isOpen(presence, entry?.value) };
}

const isOpen = (presence: Presence, value: Node | undefined): boolean =>
  presence === 'unknown' || (value !== undefined && value.kind !== 'mapping' && !isNothing(value));

/** Every Service of a file asks about every workload of it. */
const known = new WeakMap<Workload, PodLabels | 'elsewhere'>();

function labelsOfPods(workload: Workload): PodLabels | 'elsewhere' {
  const before = known.get(workload);
  if (before !== undefined) return before;
  const holder = workload.object.kind === 'Pod' ? workload.object.node : asMapping(templateOf(workload));
  const found = holder === undefined ? 'elsewhere' : podLabels(holder);
  known.set(workload, found);
  return found;
}

/** Whether a selector finds a workload's pods. */
export function selects(requirements: readonly Requirement[], workload: Workload): Presence {
  const pods = labelsOfPods(workload);
  if (pods === 'elsewhere') return 'unknown';
  const { labels, open } = pods;
  // Most workloads have one label that settles it.
  if (labels !== undefined && !labels.open && requirements.some((each) => isPlainlyOther(each, labels, workload)))
    return 'no';
  const answers = requirements.map((requirement) => meets(labels, open, requirement));
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** Whether the label is there as a string, and not the one that is asked for. */
function isPlainlyOther({ equality, key, values }: Requirement, labels: Mapping, workload: Workload): boolean {
  const value = workload.labels[key];
  return equality && value !== undefined && value !== values[0] && labels.merges.length === 0 && isFixed(labels);
}

const fixed = new WeakMap<Mapping, boolean>();

/** Whether no template decides about any of the entries. */
function isFixed(labels: Mapping): boolean {
  const before = fixed.get(labels);
  if (before !== undefined) return before;
  const found = labels.entries.every(({ conditional, value }) => !conditional && !isUnknown(value));
  fixed.set(labels, found);
  return found;
}

/** The pod template of the kinds that keep it at `spec.template`. */
const templateOf = ({ object }: Workload): Node | undefined =>
  fieldOf(asMapping(fieldOf(object.node, 'spec')), 'template');
