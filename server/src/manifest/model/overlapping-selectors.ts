import { remembered } from '../../engine/remembered';
import { type FilePods, filePods } from './file-pods';
import { selectionOf } from './label-index';
import { asMapping, entryOf, lookupAt, valueAt } from './lookup';
import type { KubernetesObject, Manifest } from './manifest';
import type { Entry } from './nodes';
import { labelsMeet } from './pod-labels';
import { labelRequirements, type Requirement, selectorRequirements } from './selectors';

/** A workload whose selector finds pods of another one. */
export interface OverlappingSelector {
  readonly pods: FilePods;
  /** The selector's entry in the workload's `spec`. */
  readonly entry: Entry;
  readonly requirements: readonly Requirement[];
  readonly other: FilePods;
  /** Whether the other's selector finds its pods as well. */
  readonly mutual: boolean;
}

/** Kinds that run the pods which their selector finds. */
const controllers: ReadonlySet<string> = new Set([
  'DaemonSet',
  'Deployment',
  'DeploymentConfig',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'StatefulSet',
]);

/** So that many workloads with one selector are not all compared with each other. */
const mostCompared = 16;

/** The workloads of a file whose selectors overlap; where two find each other's pods, the later one. */
export function overlappingSelectors(manifest: Manifest): readonly OverlappingSelector[] {
  const index = filePods(manifest);
  return index.items.flatMap((pods): readonly OverlappingSelector[] => {
    const own = selectorOf(pods.object);
    if (own === undefined) return [];
    const { selected } = selectionOf(index, own.requirements, pods.object.namespace);
    // Most select nothing but their own.
    if (selected.length < 2) return [];
    for (const other of selected.slice(0, mostCompared)) {
      const theirs = isOther(pods.object, other.object) ? selectorOf(other.object) : undefined;
      if (theirs === undefined) continue;
      const mutual = labelsMeet(pods.labels, theirs.requirements) === 'yes';
      if (!mutual || isBehind(pods, other)) return [{ pods, ...own, other, mutual }];
    }
    return [];
  });
}

/** Of one kind and name there are only two when one is deployed in place of the other, and so with what templates choose from. */
const isOther = (one: KubernetesObject, other: KubernetesObject): boolean =>
  one !== other && one.name !== other.name && other.document.mode === 'plain';

const isBehind = (one: FilePods, other: FilePods): boolean =>
  one.start === other.start ? one.object.node.range.start > other.object.node.range.start : one.start > other.start;

interface OwnSelector {
  readonly entry: Entry;
  readonly requirements: readonly Requirement[];
}

const selectorOf = remembered(({ kind, node, document }: KubernetesObject): OwnSelector | undefined => {
  if (!controllers.has(kind) || document.mode !== 'plain') return undefined;
  if (lookupAt(node, ['spec', 'selector']).presence !== 'yes') return undefined;
  const entry = entryOf(asMapping(valueAt(node, ['spec'])), 'selector');
  const plain = kind === 'ReplicationController' || kind === 'DeploymentConfig';
  const requirements = plain ? labelRequirements(entry?.value) : selectorRequirements(entry?.value);
  return entry === undefined || requirements === undefined || requirements.length === 0
    ? undefined
    : { entry, requirements };
});
