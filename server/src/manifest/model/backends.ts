import { remembered } from '../../engine/remembered';
import { groupOf } from '../../knowledge/workload-kinds';
import { objectsOfKind, type PlacedObject } from './file-objects';
import { asMapping, asScalar, fieldOf, isNothing, lookup, mappingsAt, numberOf, stringOf, valueAt } from './lookup';
import type { KubernetesObject, Manifest } from './manifest';
import type { Mapping, Node, Scalar } from './nodes';

/** A Service, and mostly a port of it, that an Ingress or a route sends requests to. */
export interface Backend {
  readonly name: string;
  readonly nameNode: Scalar;
  /** That of the Service. */
  readonly namespace: string | undefined;
  /** `undefined` where none is written, or one that cannot be known. */
  readonly port: { readonly value: string | number; readonly node: Scalar } | undefined;
}

/** A backend, the object that it stands in, and where its document starts in the file. */
export interface PlacedBackend extends PlacedObject, Backend {}

/** Kinds of the Gateway API whose rules lead to Services (gateway-api.sigs.k8s.io). */
const routes = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'] as const;

/** Where the Ingresses and routes of a file lead. */
export const backendsOf = (manifest: Manifest): readonly PlacedBackend[] =>
  ['Ingress', ...routes].flatMap((kind) =>
    objectsOfKind(manifest, kind).flatMap(({ object, start }) =>
      readBackends(object).map((backend) => ({ ...backend, object, start })),
    ),
  );

const readBackends = remembered((object: KubernetesObject): readonly Backend[] => {
  const group = groupOf(object.apiVersion);
  if (group === 'gateway.networking.k8s.io') return ofRoute(object);
  return object.kind === 'Ingress' && (group === 'networking.k8s.io' || group === 'extensions')
    ? ofIngress(object)
    : [];
});

function ofIngress({ node, namespace }: KubernetesObject): readonly Backend[] {
  const paths = mappingsAt(node, ['spec', 'rules']).flatMap((rule) => mappingsAt(rule, ['http', 'paths']));
  const backends = [
    valueAt(node, ['spec', 'defaultBackend']),
    valueAt(node, ['spec', 'backend']),
    ...paths.map((path) => fieldOf(path, 'backend')),
  ];
  return backends.flatMap((backend) => ofIngressBackend(asMapping(backend), namespace));
}

/** In `v1` a name and a port by name or number, before that two plain fields (kubernetes.io: Deprecated API Migration Guide). */
function ofIngressBackend(backend: Mapping | undefined, namespace: string | undefined): readonly Backend[] {
  const service = asMapping(fieldOf(backend, 'service'));
  if (service === undefined)
    return backendTo(fieldOf(backend, 'serviceName'), namespace, fieldOf(backend, 'servicePort'));
  const port = asMapping(fieldOf(service, 'port'));
  const named = fieldOf(port, 'name');
  // The load balancer controller of AWS takes such a name for an action that annotations describe.
  if (stringOf(named) === 'use-annotation') return [];
  return backendTo(fieldOf(service, 'name'), namespace, isNothing(named) ? fieldOf(port, 'number') : named);
}

function ofRoute({ node, namespace }: KubernetesObject): readonly Backend[] {
  return mappingsAt(node, ['spec', 'rules']).flatMap((rule) => {
    const mirrors = mappingsAt(rule, ['filters']).map((filter) =>
      asMapping(valueAt(filter, ['requestMirror', 'backendRef'])),
    );
    return [...mappingsAt(rule, ['backendRefs']), ...mirrors].flatMap((reference) => {
      if (reference === undefined || !isToService(reference)) return [];
      const other = lookup(reference, 'namespace');
      if (other.presence === 'no') return backendTo(fieldOf(reference, 'name'), namespace, fieldOf(reference, 'port'));
      const named = stringOf(other.entry?.value);
      return named === undefined ? [] : backendTo(fieldOf(reference, 'name'), named, fieldOf(reference, 'port'));
    });
  });
}

const isToService = (reference: Mapping): boolean =>
  (stringOf(fieldOf(reference, 'kind')) ?? 'Service') === 'Service' &&
  (stringOf(fieldOf(reference, 'group')) ?? '') === '' &&
  !reference.open;

function backendTo(
  service: Node | undefined,
  namespace: string | undefined,
  port: Node | undefined,
): readonly Backend[] {
  const nameNode = asScalar(service);
  const name = stringOf(nameNode);
  const node = asScalar(port);
  const value = stringOf(node) ?? numberOf(node);
  if (nameNode === undefined || name === undefined || name === '') return [];
  return [{ name, nameNode, namespace, port: node === undefined || value === undefined ? undefined : { value, node } }];
}
