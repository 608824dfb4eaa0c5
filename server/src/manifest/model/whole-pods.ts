import { remembered } from '../../engine/remembered';
import type { ManifestDocument, Workload } from './manifest';

/**
 * The workloads of a document whose pod spec is written here as a whole, so that what is missing is missing: not the steps of
 * an Argo workflow or a Tekton task, nor what is merged over a pod that a controller writes.
 */
export const wholePods = remembered(({ objects }: ManifestDocument): readonly Workload[] =>
  objects
    .flatMap(({ workloads }) => workloads)
    .filter(({ kind }) => kind?.completeness === 'full' && kind.locations.some(({ holds }) => holds === 'podSpec')),
);
