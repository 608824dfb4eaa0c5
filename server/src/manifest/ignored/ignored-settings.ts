import type { ManifestDocument } from '../model/manifest';
import { ignoredAnnotations } from './annotations';
import { emptyBudgets } from './empty-budgets';
import type { Ignored } from './ignored';
import { ignoredPodSettings } from './pod-settings';
import { serverWritings } from './server-writings';
import { ignoredVolumes } from './volumes';

/**
 * All that a document says in vain.
 * @param minor of the Kubernetes version that the manifest is for
 */
export const ignoredIn = (document: ManifestDocument, minor: number): readonly Ignored[] =>
  document.objects.flatMap((object) => [
    ...ignoredAnnotations(object, minor),
    ...serverWritings(object),
    ...ignoredVolumes(object, minor),
    ...emptyBudgets(object),
    ...object.workloads.flatMap(ignoredPodSettings),
  ]);
