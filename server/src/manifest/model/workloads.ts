import {
  groupOf,
  type PodLocation,
  type WorkloadKind,
  workloadKind,
  workloadKinds,
} from '../../knowledge/workload-kinds';
import { type ContainerList, containersOf, podContainers } from './containers';
import { asMapping, asSequence, entryOf, fieldOf, stringOf, stringsOf, valueAt } from './lookup';
import type { Container, KubernetesObject, PodSpec, Volume, Workload } from './manifest';
import type { Mapping, Node } from './nodes';
import { opened } from './opened';

/** Every pod that an object makes: where the table of kinds says, or else wherever a pod template is found. */
export function workloadsOf(object: KubernetesObject): readonly Workload[] {
  const kind = kindOf(object);
  if (kind !== undefined) return podsOf(object.node, kind).map((pod) => workloadOf(object, kind, pod));
  if (kindsWithoutPods.has(object.kind)) return [];
  return podTemplatesIn(object.node, 0).map((pod) => workloadOf(object, undefined, pod));
}

/** A wrong or missing `apiVersion` does not hide the pods of a kind of Kubernetes' own. */
function kindOf({ apiVersion, kind }: KubernetesObject): WorkloadKind | undefined {
  const exact = workloadKind(apiVersion, kind);
  if (exact !== undefined || groupOf(apiVersion).includes('.')) return exact;
  return workloadKinds.find((row) => row.kinds.includes(kind) && row.groups.every((group) => !group.includes('.')));
}

/** Kinds that hold texts and schemas, in which a pod template would be no pod. */
const kindsWithoutPods: ReadonlySet<string> = new Set([
  'ConfigMap',
  'CustomResourceDefinition',
  'Namespace',
  'Role',
  'ClusterRole',
  'Secret',
  'Service',
]);

/** Where a pod is described. */
interface FoundPod {
  /** The pod spec, or what stands for one. */
  readonly node: Mapping;
  /** What holds the pod's `metadata`; the object itself for a Pod. */
  readonly holder: Mapping;
  readonly lists: readonly ContainerList[];
}

function podsOf(root: Mapping, { locations }: WorkloadKind): readonly FoundPod[] {
  const pods = new Map<Mapping, { readonly holder: Mapping; readonly lists: ContainerList[] }>();
  for (const location of locations) {
    const name = location.path.at(-1) ?? '';
    // Tekton's `stepTemplate` is no container, but what all steps have in common.
    if (name === 'stepTemplate') continue;
    for (const holder of mappingsAt(root, location.path.slice(0, -1))) {
      const value = fieldOf(holder, name);
      if (location.holds === 'podSpec') {
        const node = asMapping(value);
        if (node !== undefined) pods.set(node, { holder, lists: [...podContainers(node)] });
        continue;
      }
      if (value === undefined) continue;
      const node = podAround(root, location, holder);
      const pod = pods.get(node) ?? { holder: node, lists: [] };
      pod.lists.push({ value, placement: location.init === true ? 'init' : 'app' });
      pods.set(node, pod);
    }
  }
  return [...pods].map(([node, { holder, lists }]) => ({ node, holder, lists }));
}

/** Argo's `containerSet` groups containers inside the template that is the pod. */
function podAround(root: Mapping, { path }: PodLocation, holder: Mapping): Mapping {
  if (path.at(-2) !== 'containerSet') return holder;
  return mappingsAt(root, path.slice(0, -2)).find((node) => fieldOf(node, 'containerSet') === holder) ?? holder;
}

/** The mappings at a path of the table, in which `*` is every item or value, or a part of a key. */
function mappingsAt(root: Mapping, path: readonly string[]): readonly Mapping[] {
  let nodes: readonly Node[] = [root];
  for (const step of path) nodes = nodes.flatMap((node) => valuesAt(node, step));
  return nodes.flatMap((node) => asMapping(node) ?? []);
}

function valuesAt(node: Node, step: string): readonly Node[] {
  if (node.kind === 'sequence') return step === '*' ? node.items.flatMap((item) => item.value ?? []) : [];
  if (node.kind !== 'mapping') return [];
  if (!step.includes('*')) return [fieldOf(node, step)].flatMap((value) => value ?? []);
  return node.entries.filter((entry) => matches(step, entry.name)).flatMap((entry) => entry.value ?? []);
}

function matches(pattern: string, name: string): boolean {
  const star = pattern.indexOf('*');
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  return name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
}

const deepestTemplate = 24;

/** Mappings that look like pod templates: under a key that says so, with a `spec` that lists containers. */
function podTemplatesIn(node: Node | undefined, depth: number): readonly FoundPod[] {
  if (node === undefined || node.kind === 'scalar' || depth > deepestTemplate) return [];
  if (node.kind === 'sequence') return node.items.flatMap((item) => podTemplatesIn(item.value, depth + 1));
  return node.entries.flatMap((entry): readonly FoundPod[] => {
    if (entry.merged) return [];
    const holder = asMapping(entry.value);
    const spec = asMapping(fieldOf(holder, 'spec'));
    if (holder !== undefined && spec !== undefined && /(?:^t|T)emplate$/.test(entry.name) && listsContainers(spec))
      return [{ node: spec, holder, lists: podContainers(spec) }];
    return podTemplatesIn(entry.value, depth + 1);
  });
}

function listsContainers(spec: Mapping): boolean {
  const items = asSequence(fieldOf(spec, 'containers'))?.items ?? [];
  return (
    items.length > 0 &&
    items.every((item) => {
      const container = asMapping(item.value);
      return entryOf(container, 'name') !== undefined || entryOf(container, 'image') !== undefined;
    })
  );
}

function lifetimeOf(kind: WorkloadKind | undefined): Workload['lifetime'] {
  if (kind?.completeness === 'overlay') return 'overlay';
  switch (kind?.lifetime) {
    case 'job':
      return 'job';
    case 'node':
      return 'daemon';
    case 'bare':
      return 'pod';
    default:
      return 'service';
  }
}

function workloadOf(object: KubernetesObject, kind: WorkloadKind | undefined, found: FoundPod): Workload {
  const lifetime = lifetimeOf(kind);
  const metadata = asMapping(fieldOf(found.holder, 'metadata'));
  const containers: Container[] = [];
  const workload: Workload = {
    object,
    kind,
    lifetime,
    guessed: kind === undefined,
    metadata,
    labels: stringsOf(fieldOf(metadata, 'labels')),
    annotations: stringsOf(fieldOf(metadata, 'annotations')),
    get pod() {
      return pod;
    },
  };
  // An overlay is merged over a pod that a controller writes: what is not in it may still be there.
  const overlaid = lifetime === 'overlay';
  const node = overlaid ? opened(found.node) : found.node;
  const lists = overlaid
    ? found.lists.map(({ value, placement }) => ({ value: opened(value), placement }))
    : found.lists;
  const pod: PodSpec = {
    node,
    workload,
    containers,
    securityContext: asMapping(fieldOf(node, 'securityContext')),
    volumes: volumesOf(node),
    windows:
      stringOf(valueAt(node, ['os', 'name'])) === 'windows' ||
      stringOf(valueAt(node, ['nodeSelector', 'kubernetes.io/os'])) === 'windows',
  };
  containers.push(...containersOf(pod, lists));
  return workload;
}

function volumesOf(pod: Mapping): readonly Volume[] {
  return (asSequence(fieldOf(pod, 'volumes'))?.items ?? []).flatMap((item): readonly Volume[] => {
    const node = asMapping(item.value);
    if (node === undefined) return [];
    const source = node.entries.find((entry) => entry.name !== 'name' && !entry.name.startsWith('$'));
    return [{ name: stringOf(fieldOf(node, 'name')), node, source: source?.name, sourceNode: source?.value }];
  });
}
