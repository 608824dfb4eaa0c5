import { remembered } from '../../engine/remembered';
import { groupOf } from '../../knowledge/workload-kinds';
import { objectsOfKind, type PlacedObject } from './file-objects';
import { type FilePods, filePods } from './file-pods';
import { type Selection, selectionOf } from './label-index';
import { lookupAt } from './lookup';
import type { KubernetesObject, Manifest } from './manifest';
import { type Requirement, selectorRequirements } from './selectors';

/** A PodDisruptionBudget, seen beside the workloads of its file. */
export interface DisruptionBudget extends PlacedObject {
  /** What it asks of pods; empty where it asks nothing, or that cannot be known. */
  readonly requirements: readonly Requirement[];
  /** The pods that it counts. */
  readonly selection: Selection<FilePods>;
}

/** The PodDisruptionBudgets of a file. */
export const disruptionBudgets = remembered((manifest: Manifest): readonly DisruptionBudget[] =>
  objectsOfKind(manifest, 'PodDisruptionBudget')
    .filter(({ object }) => groupOf(object.apiVersion) === 'policy')
    .map(({ object, start }) => {
      const requirements = requirementsOf(object);
      const selection = selectionOf(filePods(manifest), requirements, object.namespace);
      return { object, start, requirements, selection };
    }),
);

const requirementsOf = remembered(({ node }: KubernetesObject): readonly Requirement[] => {
  const { presence, entry } = lookupAt(node, ['spec', 'selector']);
  return (presence === 'yes' ? selectorRequirements(entry?.value) : undefined) ?? [];
});
