import { asMapping, asScalar, fieldOf } from './lookup';
import type { Container, Scalar } from './manifest';
import { quantityOf } from './quantity';

/** What a container requests of a resource and where it is stopped, both written out. */
export interface ResourcePair {
  readonly request: Scalar;
  readonly limit: Scalar;
}

/** The request and the limit of a resource where the limit is higher, so that what is between them is promised to nobody. */
export function higherLimit({ resources }: Container, resource: string): ResourcePair | undefined {
  const request = asScalar(fieldOf(asMapping(fieldOf(resources, 'requests')), resource));
  const limit = asScalar(fieldOf(asMapping(fieldOf(resources, 'limits')), resource));
  const [low, high] = [quantityOf(request), quantityOf(limit)];
  if (request === undefined || limit === undefined || low === undefined || high === undefined) return undefined;
  return low < high ? { request, limit } : undefined;
}
