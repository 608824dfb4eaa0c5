import { remembered } from '../../engine/remembered';
import { objectsOfKind, type PlacedObject } from './file-objects';
import { type FilePods, filePods } from './file-pods';
import { type Selection, selectionOf } from './label-index';
import { lookupAt, stringOf, valueAt } from './lookup';
import type { KubernetesObject, Manifest } from './manifest';
import { labelRequirements, type Requirement } from './selectors';

/** A Service that selects pods, seen beside the workloads of its file. */
export interface FileService extends PlacedObject {
  readonly requirements: readonly Requirement[];
  readonly selection: Selection<FilePods>;
}

/** The Services of a file with workloads that select pods by labels that are written there. */
export const fileServices = remembered((manifest: Manifest): readonly FileService[] => {
  const pods = filePods(manifest);
  const services = pods.items.length === 0 ? [] : objectsOfKind(manifest, 'Service');
  return services.flatMap(({ object, start }): readonly FileService[] => {
    const requirements = requirementsOf(object);
    if (requirements.length === 0) return [];
    return [{ object, start, requirements, selection: selectionOf(pods, requirements, object.namespace) }];
  });
});

/** What a Service asks of pods; nothing where it asks nothing, or nothing can be said. */
const requirementsOf = remembered(({ apiVersion, node }: KubernetesObject): readonly Requirement[] => {
  if (apiVersion !== 'v1') return [];
  const { presence, entry } = lookupAt(node, ['spec', 'selector']);
  if (presence !== 'yes' || stringOf(valueAt(node, ['spec', 'type'])) === 'ExternalName') return [];
  const requirements = labelRequirements(entry?.value) ?? [];
  return requirements.some(({ key }) => isRuntimeLabel(key)) ? [] : requirements;
});

/**
 * Labels that controllers and leader elections give to pods that run, so that no template has them. Sources: kubernetes.io
 * labels-annotations-taints; argo-rollouts; Patroni and Spilo.
 */
export const isRuntimeLabel = (key: string): boolean =>
  /^(?:statefulset\.kubernetes\.io|apps\.kubernetes\.io|batch\.kubernetes\.io)\/|^(?:controller-uid|job-name|controller-revision-hash|pod-template-hash|rollouts-pod-template-hash)$|role$|leader|master|primary/i.test(
    key,
  );
