import { type FileService, fileServices } from './file-services';
import { asScalar, lookupAt, numberOf, stringOf, valueAt } from './lookup';
import type { KubernetesObject, Manifest, Scalar } from './manifest';
import type { Presence } from './nodes';

/** A StatefulSet whose Service gives its pods no names. */
export interface UngovernedSet {
  readonly object: KubernetesObject;
  readonly start: number;
  readonly nameNode: Scalar;
  /** The Service that it names, as far as it is in the file, and where its document starts. */
  readonly named: { readonly object: KubernetesObject; readonly start: number } | undefined;
  /** The one headless Service of the file that selects its pods. */
  readonly headless: KubernetesObject | undefined;
}

/**
 * The StatefulSets of several pods that name a Service of their file that is not headless, or one that is not there while another one that is
 * headless selects their pods.
 */
export function ungovernedSets(manifest: Manifest): readonly UngovernedSet[] {
  const objects = manifest.documents.flatMap(({ document, start }) =>
    document.objects.map((object) => ({ object, start })),
  );
  const sets = objects.filter(({ object }) => object.kind === 'StatefulSet' && hasMembers(object));
  if (sets.length === 0) return [];
  const services = objects.filter(({ object }) => object.kind === 'Service' && object.apiVersion === 'v1');
  const selecting = fileServices(manifest).filter((service) => isHeadless(service.object) === 'yes');
  return sets.flatMap(({ object, start }): readonly UngovernedSet[] => {
    const nameNode = asScalar(valueAt(object.node, ['spec', 'serviceName']));
    const name = stringOf(nameNode);
    if (nameNode === undefined || name === undefined || name === '') return [];
    const near = services.filter((service) => service.object.namespace === object.namespace);
    const named = near.find((service) => service.object.name === name);
    const headless = onlyHeadless(selecting, object);
    if (named === undefined && (headless === undefined || near.some(isUnnamed))) return [];
    if (named !== undefined && isHeadless(named.object) !== 'no') return [];
    return [{ object, start, nameNode, named, headless }];
  });
}

/** One pod has nobody to find. */
const hasMembers = ({ node }: KubernetesObject): boolean => (numberOf(valueAt(node, ['spec', 'replicas'])) ?? 1) > 1;

/** A template or a patch may still say what it is called. */
const isUnnamed = ({ object }: { readonly object: KubernetesObject }): boolean => object.name === undefined;

function onlyHeadless(services: readonly FileService[], object: KubernetesObject): KubernetesObject | undefined {
  const [only, other] = services.filter(({ selected }) => selected.some(({ workload }) => workload.object === object));
  return other === undefined ? only?.object : undefined;
}

/** https://kubernetes.io/docs/concepts/services-networking/service/#headless-services */
function isHeadless({ node }: KubernetesObject): Presence {
  const { presence, entry } = lookupAt(node, ['spec', 'clusterIP']);
  if (presence !== 'yes') return presence;
  const address = stringOf(entry?.value);
  if (address === undefined) return 'unknown';
  return address === 'None' ? 'yes' : 'no';
}
