import type { ManifestDocument } from '../model/manifest';
import { inContainers } from './in-containers';
import { inPods } from './in-pods';
import { inServices } from './in-services';
import type { Misplacement } from './misplacement';

/**
 * Every field of a document that cannot be where it stands.
 * @param minor of the Kubernetes version that the manifest is for
 */
export const misplacementsIn = (document: ManifestDocument, minor: number): readonly Misplacement[] =>
  document.objects.flatMap((object) => [
    ...inServices(object),
    ...object.workloads.flatMap((workload) => [
      ...inPods(workload),
      ...workload.pod.containers.flatMap((container) => inContainers(container, minor)),
    ]),
  ]);
