import { backendsOf } from '../../model/backends';
import { asMapping, asScalar, asSequence, fieldOf, stringOf, valueAt } from '../../model/lookup';
import type { DocumentPlace, KubernetesObject, Manifest, Mapping } from '../../model/manifest';
import { objectReferences } from '../../model/object-references';
import { scaleTargets } from '../../model/scale-targets';
import { type Mention, mentionOf } from './mention';

/** Names of objects, where they get them and where others refer to them, and the keys of what holds data. */
export function objectMentions(manifest: Manifest): readonly Mention[] {
  const own = manifest.documents.flatMap((place) =>
    place.document.objects.flatMap((object) => [...definitions(place, object), ...references(place, object)]),
  );
  return [...own, ...fromPods(manifest), ...fromRoutes(manifest), ...fromAutoscalers(manifest)];
}

export const keyKind = (kind: string): string => `${kind} key`;
export const servicePortKind = 'Service port';

function definitions({ document, start }: DocumentPlace, object: KubernetesObject): readonly Mention[] {
  const { kind, name = '', namespace, metadata, node } = object;
  const whole = node.range;
  const nameNode = asScalar(fieldOf(metadata, 'name'));
  const namespaceNode = asScalar(fieldOf(metadata, 'namespace'));
  const inside = { namespace, scope: name, role: 'definition' } as const;
  return [
    ...mentionOf({ document, start, node: nameNode }, { kind, namespace, role: 'definition', whole }),
    ...mentionOf({ document, start, node: namespaceNode }, { kind: 'Namespace' }),
    ...(kind === 'ConfigMap' || kind === 'Secret' ? ['data', 'stringData', 'binaryData'] : []).flatMap((field) =>
      (asMapping(fieldOf(node, field))?.entries ?? [])
        .filter(({ merged }) => !merged)
        .flatMap(({ key, range }) =>
          mentionOf({ document, start, node: key }, { ...inside, kind: keyKind(kind), whole: range }),
        ),
    ),
    ...(kind === 'Service' ? mappingsAt(node, ['spec', 'ports']) : []).flatMap((port) =>
      mentionOf(
        { document, start, node: asScalar(fieldOf(port, 'name')) },
        { ...inside, kind: servicePortKind, whole: port.range },
      ),
    ),
  ];
}

/** Places that name an object, by the kind of what they stand in: path, and kind of what is named. */
const named: Readonly<Record<string, readonly (readonly [readonly string[], string])[]>> = {
  StatefulSet: [[['spec', 'serviceName'], 'Service']],
  Ingress: [[['spec', 'ingressClassName'], 'IngressClass']],
  PersistentVolumeClaim: [
    [['spec', 'storageClassName'], 'StorageClass'],
    [['spec', 'volumeName'], 'PersistentVolume'],
  ],
};

const cluster: ReadonlySet<string> = new Set([
  'IngressClass',
  'StorageClass',
  'PersistentVolume',
  'ClusterRole',
  'PriorityClass',
]);

function references({ document, start }: DocumentPlace, object: KubernetesObject): readonly Mention[] {
  const { kind, namespace, node } = object;
  const to = (holder: Mapping | undefined, field: string, target: string, within = namespace): readonly Mention[] =>
    mentionOf(
      { document, start, node: asScalar(fieldOf(holder, field)) },
      { kind: target, namespace: cluster.has(target) ? undefined : within },
    );
  const simple = (Object.hasOwn(named, kind) ? (named[kind] ?? []) : []).flatMap(([path, target]) =>
    to(asMapping(valueAt(node, path.slice(0, -1))), path.at(-1) ?? '', target),
  );
  const pods = object.workloads.flatMap(({ pod }) => to(pod.node, 'priorityClassName', 'PriorityClass'));
  switch (kind) {
    case 'Ingress':
      return [...simple, ...mappingsAt(node, ['spec', 'tls']).flatMap((each) => to(each, 'secretName', 'Secret'))];
    case 'ServiceAccount':
      return ['secrets', 'imagePullSecrets'].flatMap((field) =>
        mappingsAt(node, [field]).flatMap((each) => to(each, 'name', 'Secret')),
      );
    case 'RoleBinding':
    case 'ClusterRoleBinding': {
      const role = asMapping(fieldOf(node, 'roleRef'));
      const subjects = mappingsAt(node, ['subjects']).filter(
        (each) => stringOf(fieldOf(each, 'kind')) === 'ServiceAccount',
      );
      return [
        ...to(role, 'name', stringOf(fieldOf(role, 'kind')) ?? 'Role'),
        ...subjects.flatMap((each) => [
          ...to(each, 'name', 'ServiceAccount', stringOf(fieldOf(each, 'namespace')) ?? namespace),
          ...to(each, 'namespace', 'Namespace', undefined),
        ]),
      ];
    }
    default:
      return [...simple, ...pods];
  }
}

const fromPods = (manifest: Manifest): readonly Mention[] =>
  objectReferences(manifest).flatMap(({ kind, name, nameNode, keys, workload, start }) => {
    const { document, namespace } = workload.object;
    return [
      ...mentionOf({ document, start, node: nameNode }, { kind, namespace }),
      ...keys.flatMap((node) => mentionOf({ document, start, node }, { kind: keyKind(kind), scope: name, namespace })),
    ];
  });

const fromRoutes = (manifest: Manifest): readonly Mention[] =>
  backendsOf(manifest).flatMap(({ name, nameNode, namespace, port, object: { document }, start }) => [
    ...mentionOf({ document, start, node: nameNode }, { kind: 'Service', namespace }),
    ...(typeof port?.value === 'string'
      ? mentionOf({ document, start, node: port.node }, { kind: servicePortKind, scope: name, namespace })
      : []),
  ]);

const fromAutoscalers = (manifest: Manifest): readonly Mention[] =>
  scaleTargets(manifest).flatMap(({ kind, nameNode, object: { document, namespace }, start }) =>
    mentionOf({ document, start, node: nameNode }, { kind, namespace }),
  );

const mappingsAt = (node: Mapping, path: readonly string[]): readonly Mapping[] =>
  (asSequence(valueAt(node, path))?.items ?? []).flatMap(({ value }) => asMapping(value) ?? []);
