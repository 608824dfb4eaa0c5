import { asMapping, asScalar, entryOf, fieldOf, lookup, lookupAt, numberOf } from './lookup';
import type { Container, Entry, KubernetesObject, Mapping, Scalar } from './manifest';
import { quantityOf } from './quantity';

/** A request that its limit does not allow. */
export interface ResourceConflict {
  /** `over`: more is promised than may be taken; `unequal`: both have to be the same; `unlimited`: there has to be a limit. */
  readonly kind: 'over' | 'unequal' | 'unlimited';
  readonly resource: string;
  readonly request: Scalar;
  readonly entry: Entry;
  readonly limit: Scalar | undefined;
  readonly resources: Mapping;
}

/** Source: kubernetes/kubernetes pkg/apis/core/validation/validation.go, validateResourceRequirements. */
export function resourceConflicts({ resources }: Container): readonly ResourceConflict[] {
  const requests = asMapping(fieldOf(resources, 'requests'));
  if (resources === undefined || requests === undefined) return [];
  return requests.entries.flatMap((entry): readonly ResourceConflict[] => {
    const request = asScalar(entry.value);
    const asked = quantityOf(request);
    if (request === undefined || asked === undefined || entry.merged || entryOf(requests, entry.name) !== entry)
      return [];
    const { presence, entry: limited } = lookupAt(resources, ['limits', entry.name]);
    const limit = asScalar(limited?.value);
    const allowed = quantityOf(limit);
    const exact = isShareless(entry.name);
    const found = { resource: entry.name, request, entry, limit, resources };
    if (presence === 'no') return exact ? [{ ...found, kind: 'unlimited' }] : [];
    if (presence !== 'yes' || allowed === undefined || asked === allowed) return [];
    if (exact) return [{ ...found, kind: 'unequal' }];
    return asked > allowed ? [{ ...found, kind: 'over' }] : [];
  });
}

/** Devices and huge pages are given whole or not at all. Source: pkg/apis/core/v1/helper, IsOvercommitAllowed. */
const isShareless = (resource: string): boolean =>
  resource.startsWith('hugepages-') || (resource.includes('/') && !resource.includes('kubernetes.io/'));

/** The bounds of an autoscaler, the lower one above the upper one. */
export interface CrossedBounds {
  readonly minimum: Entry;
  readonly maximum: Scalar;
  readonly values: readonly [number, number];
}

export function crossedBounds({ kind, apiVersion, node }: KubernetesObject): CrossedBounds | undefined {
  const spec = asMapping(fieldOf(node, 'spec'));
  if (kind !== 'HorizontalPodAutoscaler' || !apiVersion.startsWith('autoscaling/') || spec === undefined)
    return undefined;
  const [minimum, maximum] = [lookup(spec, 'minReplicas'), lookup(spec, 'maxReplicas')];
  const values = [numberOf(minimum.entry?.value), numberOf(maximum.entry?.value)];
  const [low, high] = values;
  const upper = asScalar(maximum.entry?.value);
  if (minimum.presence !== 'yes' || maximum.presence !== 'yes' || minimum.entry === undefined || upper === undefined)
    return undefined;
  return low !== undefined && high !== undefined && low > high
    ? { minimum: minimum.entry, maximum: upper, values: [low, high] }
    : undefined;
}
