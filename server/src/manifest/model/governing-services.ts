import { objectsNamed, objectsOfKind, type PlacedObject } from './file-objects';
import { fileServices } from './file-services';
import { asScalar, lookupAt, numberOf, stringOf, valueAt } from './lookup';
import type { KubernetesObject, Manifest, Scalar } from './manifest';
import type { Presence } from './nodes';

/** A StatefulSet whose Service gives its pods no names. */
export interface UngovernedSet {
  readonly object: KubernetesObject;
  readonly start: number;
  readonly nameNode: Scalar;
  /** The Service that it names, as far as it is in the file, and where its document starts. */
  readonly named: PlacedObject | undefined;
  /** The one headless Service of the file that selects its pods. */
  readonly headless: KubernetesObject | undefined;
}

/**
 * The StatefulSets of several pods that name a Service of their file that is not headless, or one that is not there while another one that is
 * headless selects their pods.
 */
export function ungovernedSets(manifest: Manifest): readonly UngovernedSet[] {
  const sets = objectsOfKind(manifest, 'StatefulSet').filter(({ object }) => hasMembers(object));
  if (sets.length === 0) return [];
  const headless = onlyHeadless(manifest);
  // A template or a patch may still say what it is called.
  const unnamed = new Set(
    objectsOfKind(manifest, 'Service')
      .filter(({ object }) => isService(object) && object.name === undefined)
      .map(({ object }) => object.namespace),
  );
  return sets.flatMap(({ object, start }): readonly UngovernedSet[] => {
    const nameNode = asScalar(valueAt(object.node, ['spec', 'serviceName']));
    const name = stringOf(nameNode);
    if (nameNode === undefined || name === undefined || name === '') return [];
    const named = objectsNamed(manifest, 'Service', name).find(
      (service) => isService(service.object) && service.object.namespace === object.namespace,
    );
    const selecting = headless.get(object) ?? undefined;
    if (named === undefined && (selecting === undefined || unnamed.has(object.namespace))) return [];
    if (named !== undefined && isHeadless(named.object) !== 'no') return [];
    return [{ object, start, nameNode, named, headless: selecting }];
  });
}

const isService = ({ apiVersion }: KubernetesObject): boolean => apiVersion === 'v1';

/** One pod has nobody to find. */
const hasMembers = ({ node }: KubernetesObject): boolean => (numberOf(valueAt(node, ['spec', 'replicas'])) ?? 1) > 1;

/** The headless Service that selects the pods of an object, where there is one; `null` where there are several. */
function onlyHeadless(manifest: Manifest): ReadonlyMap<KubernetesObject, KubernetesObject | null> {
  const found = new Map<KubernetesObject, KubernetesObject | null>();
  for (const { object, selection } of fileServices(manifest)) {
    if (isHeadless(object) !== 'yes') continue;
    for (const selected of new Set(selection.selected.map((each) => each.object)))
      found.set(selected, found.has(selected) ? null : object);
  }
  return found;
}

/** https://kubernetes.io/docs/concepts/services-networking/service/#headless-services */
function isHeadless({ node }: KubernetesObject): Presence {
  const { presence, entry } = lookupAt(node, ['spec', 'clusterIP']);
  if (presence !== 'yes') return presence;
  const address = stringOf(entry?.value);
  if (address === undefined) return 'unknown';
  return address === 'None' ? 'yes' : 'no';
}
