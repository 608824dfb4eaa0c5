import { backendsOf, type PlacedBackend } from './backends';
import { mayShareNamespace, objectsNamed, objectsOfKind, type PlacedObject } from './file-objects';
import { asMapping, asSequence, fieldOf, isNothing, numberOf, stringOf, valueAt } from './lookup';
import type { KubernetesObject, Manifest } from './manifest';
import { meantObject } from './meant-object';

/** A backend that leads nowhere. */
export type DanglingBackend =
  | { readonly what: 'service'; readonly backend: PlacedBackend; readonly meant: PlacedObject }
  | {
      readonly what: 'port';
      readonly backend: PlacedBackend;
      readonly service: PlacedObject;
      readonly ports: readonly ServicePort[];
    };

export interface ServicePort {
  readonly name: string | undefined;
  readonly number: number | undefined;
  /** As it is written. */
  readonly target: string | number | undefined;
}

/**
 * Backends of a file that name a port that their Service does not have, or a Service that is not there while another one seems
 * to be meant. What other backends lead to may be elsewhere.
 */
export function danglingBackends(manifest: Manifest): readonly DanglingBackend[] {
  const backends = backendsOf(manifest);
  if (backends.length === 0) return [];
  const services = objectsOfKind(manifest, 'Service');
  const referred = new Set(backends.map(({ name }) => name));
  return backends.flatMap((backend): readonly DanglingBackend[] => {
    const here = objectsNamed(manifest, 'Service', backend.name).filter(
      ({ object }) => object.apiVersion === 'v1' && mayShareNamespace(object.namespace, backend.namespace),
    );
    const [service, other] = here;
    if (service === undefined) {
      const { name, namespace, object } = backend;
      const meant = meantObject(services, { name, namespace, from: object.name }, (each) =>
        referred.has(each.object.name ?? ''),
      );
      return meant?.object.apiVersion === 'v1' ? [{ what: 'service', backend, meant }] : [];
    }
    // Which of the two is deployed where the backend is, is not written.
    if (other !== undefined || service.object.namespace !== backend.namespace) return [];
    const ports = portsOf(service.object);
    return ports === undefined || hasPort(ports, backend) ? [] : [{ what: 'port', backend, service, ports }];
  });
}

/** The ports of a Service, where they are surely all, and not somebody else's. */
function portsOf({ node }: KubernetesObject): readonly ServicePort[] | undefined {
  const ports = asSequence(valueAt(node, ['spec', 'ports']));
  if (ports === undefined || ports.open || ports.items.length === 0) return undefined;
  if (stringOf(valueAt(node, ['spec', 'type'])) === 'ExternalName') return undefined;
  const found: ServicePort[] = [];
  for (const { value, conditional } of ports.items) {
    const port = asMapping(value);
    const [name, target] = [fieldOf(port, 'name'), fieldOf(port, 'targetPort')];
    const number = numberOf(fieldOf(port, 'port'));
    if (port === undefined || port.open || conditional || number === undefined) return undefined;
    if (!isNothing(name) && stringOf(name) === undefined) return undefined;
    if (!isNothing(target) && stringOf(target) === undefined && numberOf(target) === undefined) return undefined;
    found.push({ name: stringOf(name), number, target: stringOf(target) ?? numberOf(target) });
  }
  return found;
}

function hasPort(ports: readonly ServicePort[], { port, object }: PlacedBackend): boolean {
  if (port === undefined) return true;
  if (object.kind !== 'Ingress') return ports.some(({ number }) => number === port.value);
  // The controller of ingress-nginx takes target ports as well, and numbers in quotes
  // (kubernetes/ingress-nginx internal/ingress/controller/controller.go, `serviceEndpoints`).
  const wanted = String(port.value);
  return ports.some(({ name, number, target }) => [name, String(number), String(target)].includes(wanted));
}
