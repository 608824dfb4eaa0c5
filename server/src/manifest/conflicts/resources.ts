import { copyQuantity } from '../edits/copy-quantity';
import { setPath } from '../edits/replace-scalar';
import { labelOf } from '../model/every-container';
import { asScalar } from '../model/lookup';
import type { Container, KubernetesObject } from '../model/manifest';
import { crossedBounds, type ResourceConflict, resourceConflicts } from '../model/resource-conflicts';
import { isDoubtful } from '../values/amounts';
import { type Conflict, type Mend, writing } from './conflict';

const variants = { over: 'overLimit', unequal: 'unequal', unlimited: 'unlimited' } as const;

/** Requests that the limits do not allow. */
export const requestConflicts = (container: Container): readonly Conflict[] =>
  resourceConflicts(container).map((conflict) => ({
    variant: variants[conflict.kind],
    at: conflict.request.range,
    values: {
      container: labelOf(container),
      resource: conflict.resource,
      request: conflict.request.source,
      limit: conflict.limit?.source ?? '',
    },
    other: conflict.limit?.range,
    mends: mends(container, conflict),
  }));

function mends(container: Container, { request, limit, resource, resources }: ResourceConflict): readonly Mend[] {
  const { document } = container.pod.workload.object;
  if (limit === undefined) {
    const doubtful = request.type === 'unknown' || typeof request.value === 'boolean' || isDoubtful(document, request);
    const value = doubtful ? undefined : request.value;
    const edits = value === undefined ? undefined : setPath(document, resources, ['limits', resource], value);
    return writing(`limits.${resource}`, request.source, edits, { safety: 'safe' });
  }
  return [
    ...writing(`limits.${resource}`, request.source, copyQuantity(document, request, limit)),
    ...writing(`requests.${resource}`, limit.source, copyQuantity(document, limit, request), { id: 'writeOther' }),
  ];
}

/** The bounds of an autoscaler that leave nothing between them. */
export function boundConflicts(object: KubernetesObject): readonly Conflict[] {
  const bounds = crossedBounds(object);
  if (bounds === undefined) return [];
  const { minimum, maximum, values } = bounds;
  const [low, high] = values.map(String);
  const lower = asScalar(minimum.value);
  return [
    {
      variant: 'bounds',
      at: minimum.range,
      values: { low: low ?? '', high: high ?? '' },
      other: maximum.range,
      mends: [
        ...writing('maxReplicas', low ?? '', copyQuantity(object.document, lower ?? maximum, maximum)),
        ...writing('minReplicas', high ?? '', lower && copyQuantity(object.document, maximum, lower), {
          id: 'writeOther',
        }),
      ],
    },
  ];
}
