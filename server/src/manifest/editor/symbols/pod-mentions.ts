import { defaultContainer } from '../../model/container-function';
import { fileServices } from '../../model/file-services';
import { asMapping, asScalar, asSequence, fieldOf, valueAt } from '../../model/lookup';
import type { Container, Manifest, Mapping, Node, Workload } from '../../model/manifest';
import { type Mention, mentionOf, type Written } from './mention';

export const volumeKind = 'volume';
export const portKind = 'port';
export const containerKind = 'container';

/** A pod of a file, and what tells it from the others. */
interface Placed {
  readonly workload: Workload;
  readonly start: number;
  readonly scope: string;
}

/** What the parts of a pod call each other: volumes, ports, containers; and the Services that go to its ports by name. */
export function podMentions(manifest: Manifest): readonly Mention[] {
  const pods = manifest.documents.flatMap(({ document, start }) =>
    document.objects.flatMap(({ workloads }) =>
      workloads.map((workload) => ({ workload, start, scope: scopeOf(workload, start) })),
    ),
  );
  const services = targets(manifest);
  const joined = joinedScopes(services);
  return [
    ...pods.flatMap((pod) => [...volumes(pod), ...containers(pod)]),
    ...pods.flatMap((pod) => portsOf(pod)).map((each) => ({ ...each, scope: joined(each.scope, each.name) })),
    ...services.flatMap(({ written, name, scopes: [first] }) =>
      first === undefined ? [] : mentionOf(written, { kind: portKind, scope: joined(first, name) }),
    ),
  ];
}

const scopeOf = ({ pod }: Workload, start: number): string => String(start + pod.node.range.start);

const written = ({ workload, start }: Placed, node: Node | undefined): Written => ({
  document: workload.object.document,
  start,
  node: asScalar(node),
});

function volumes(placed: Placed): readonly Mention[] {
  const { workload, scope } = placed;
  const about = { kind: volumeKind, scope } as const;
  const claims = itemsAt(workload.object.node, ['spec', 'volumeClaimTemplates']);
  return [
    ...workload.pod.volumes.flatMap(({ node }) =>
      mentionOf(written(placed, fieldOf(node, 'name')), { ...about, role: 'definition', whole: node.range }),
    ),
    ...claims.flatMap((claim) =>
      mentionOf(written(placed, valueAt(claim, ['metadata', 'name'])), {
        ...about,
        role: 'definition',
        whole: claim.range,
      }),
    ),
    ...workload.pod.containers.flatMap(({ node }) =>
      ['volumeMounts', 'volumeDevices'].flatMap((list) =>
        itemsAt(node, [list]).flatMap((mount) => mentionOf(written(placed, fieldOf(mount, 'name')), about)),
      ),
    ),
  ];
}

function containers(placed: Placed): readonly Mention[] {
  const { workload, scope } = placed;
  const about = { kind: containerKind, scope } as const;
  const annotations = asMapping(fieldOf(workload.metadata, 'annotations'));
  return [
    ...workload.pod.containers.flatMap(({ nameNode, node, environment }) => [
      ...mentionOf(written(placed, nameNode), { ...about, role: 'definition', whole: node.range }),
      ...environment.flatMap(({ valueFrom }) =>
        mentionOf(written(placed, valueAt(valueFrom, ['resourceFieldRef', 'containerName'])), about),
      ),
    ]),
    ...mentionOf(written(placed, fieldOf(annotations, defaultContainer)), about),
  ];
}

const portsOf = (placed: Placed): readonly Mention[] =>
  placed.workload.pod.containers.flatMap((container) => [
    ...container.ports.flatMap(({ nameNode, node }) =>
      mentionOf(written(placed, nameNode), {
        kind: portKind,
        scope: placed.scope,
        role: 'definition',
        whole: node.range,
      }),
    ),
    ...askedPorts(container)
      .filter((node) => asScalar(node)?.type === 'string')
      .flatMap((node) => mentionOf(written(placed, node), { kind: portKind, scope: placed.scope })),
  ]);

const handlers = [
  ['readinessProbe'],
  ['livenessProbe'],
  ['startupProbe'],
  ['lifecycle', 'preStop'],
  ['lifecycle', 'postStart'],
] as const;

const askedPorts = ({ node }: Container): readonly (Node | undefined)[] =>
  handlers.flatMap((path) => ['httpGet', 'tcpSocket'].map((kind) => valueAt(node, [...path, kind, 'port'])));

/** A port of a Service that goes to a port of pods by its name. */
interface Target {
  readonly written: Written;
  readonly name: string;
  readonly scopes: readonly string[];
}

const targets = (manifest: Manifest): readonly Target[] =>
  fileServices(manifest).flatMap(({ object, start, selection }) => {
    const scopes = selection.selected.map((each) => scopeOf(each.workload, each.start));
    return itemsAt(object.node, ['spec', 'ports']).flatMap((port): readonly Target[] => {
      const node = asScalar(fieldOf(port, 'targetPort'));
      if (node?.type !== 'string') return [];
      return [{ written: { document: object.document, start, node }, name: String(node.value), scopes }];
    });
  });

/** Pods whose ports one Service goes to by one name mean the same: they get one scope for that name. */
function joinedScopes(services: readonly Target[]): (scope: string, name: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    return root;
  };
  for (const { name, scopes } of services) {
    const [first, ...others] = scopes.map((scope) => rootOf(`${scope} ${name}`));
    for (const other of others) {
      const [one, two] = [rootOf(first ?? other), rootOf(other)];
      if (one !== two) parents.set(two, one);
    }
  }
  return (scope, name) => rootOf(`${scope} ${name}`);
}

const itemsAt = (node: Mapping, path: readonly string[]): readonly Mapping[] =>
  (asSequence(valueAt(node, path))?.items ?? []).flatMap(({ value }) => asMapping(value) ?? []);
