import { lookupAt, stringOf, valueAt } from './lookup';
import type { KubernetesObject, Manifest, Workload } from './manifest';
import { selects } from './pod-labels';
import { labelRequirements, type Requirement } from './selectors';

/** A workload, and where its document starts in the file. */
export interface PlacedWorkload {
  readonly workload: Workload;
  readonly start: number;
}

/** A Service that selects pods, seen beside the workloads of its file. */
export interface FileService {
  readonly object: KubernetesObject;
  readonly start: number;
  readonly requirements: readonly Requirement[];
  /** Those of its namespace whose pods it surely finds. */
  readonly selected: readonly PlacedWorkload[];
  /** Those of its namespace whose pods it surely does not find. */
  readonly missed: readonly PlacedWorkload[];
  /** Whether there are any of which it cannot be said. */
  readonly unsure: boolean;
}

const known = new WeakMap<Manifest, readonly FileService[]>();

/** The Services of a file that select pods by labels that are written there. */
export function fileServices(manifest: Manifest): readonly FileService[] {
  const before = known.get(manifest);
  if (before !== undefined) return before;
  const found = servicesOf(manifest);
  known.set(manifest, found);
  return found;
}

function servicesOf(manifest: Manifest): readonly FileService[] {
  const objects = manifest.documents.flatMap(({ document, start }) =>
    document.objects.map((object) => ({ object, start })),
  );
  const placed = objects.flatMap(({ object, start }) => object.workloads.map((workload) => ({ workload, start })));
  if (placed.length === 0) return [];
  return objects.flatMap(({ object, start }) => {
    const requirements = requirementsOf(object);
    if (requirements === undefined) return [];
    const selected: PlacedWorkload[] = [];
    const missed: PlacedWorkload[] = [];
    let unsure = false;
    for (const each of placed) {
      if (!mayShareNamespace(each.workload.object, object)) continue;
      const answer = answerOf(requirements, each.workload, object);
      if (answer === 'unknown') unsure = true;
      else (answer === 'yes' ? selected : missed).push(each);
    }
    return [{ object, start, requirements, selected, missed, unsure }];
  });
}

const answerOf = (
  requirements: readonly Requirement[],
  workload: Workload,
  { namespace }: KubernetesObject,
): ReturnType<typeof selects> => {
  const answer = workload.guessed ? 'unknown' : selects(requirements, workload);
  // Which namespace the other one is deployed to is not written.
  return answer === 'yes' && workload.object.namespace !== namespace ? 'unknown' : answer;
};

const mayShareNamespace = (one: KubernetesObject, other: KubernetesObject): boolean =>
  one.namespace === other.namespace || one.namespace === undefined || other.namespace === undefined;

function requirementsOf({ apiVersion, kind, node }: KubernetesObject): readonly Requirement[] | undefined {
  if (apiVersion !== 'v1' || kind !== 'Service') return undefined;
  const { presence, entry } = lookupAt(node, ['spec', 'selector']);
  if (presence !== 'yes' || stringOf(valueAt(node, ['spec', 'type'])) === 'ExternalName') return undefined;
  const requirements = labelRequirements(entry?.value);
  if (requirements === undefined || requirements.length === 0) return undefined;
  return requirements.some(({ key }) => isRuntimeLabel(key)) ? undefined : requirements;
}

/**
 * Labels that controllers and leader elections give to pods that run, so that no template has them. Sources: kubernetes.io
 * labels-annotations-taints; argo-rollouts; Patroni and Spilo.
 */
const isRuntimeLabel = (key: string): boolean =>
  /^(?:statefulset\.kubernetes\.io|apps\.kubernetes\.io|batch\.kubernetes\.io)\/|^(?:controller-uid|job-name|controller-revision-hash|pod-template-hash|rollouts-pod-template-hash)$|role$|leader|master|primary/i.test(
    key,
  );
