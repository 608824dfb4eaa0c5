import { closest } from '../../engine/closest';
import type { FileService, PlacedWorkload } from './file-services';
import type { Entry } from './nodes';

/** The pods that a Service that finds none most likely means. */
export interface MeantPods {
  readonly placed: PlacedWorkload;
  readonly differences: readonly LabelDifference[];
}

/** A label that the Service asks for and the pods do not have. */
export interface LabelDifference {
  readonly key: string;
  readonly value: string;
  /** Of the selector. */
  readonly entry: Entry;
  /** What the pods have by that key. */
  readonly wanted: string | undefined;
}

/**
 * The one workload of its file that a Service seems to be for although it does not select its pods: it has the Service's
 * name, or labels that are nearly those asked for. For any other Service the pods may be elsewhere.
 */
export function meantPods(service: FileService): MeantPods | undefined {
  if (service.unsure || service.selected.length > 0) return undefined;
  const meant = service.missed
    .map((placed): MeantPods => ({ placed, differences: differencesFrom(service, placed) }))
    .filter((each) => isRelated(service, each));
  const named = meant.filter(({ placed }) => placed.workload.object.name === service.object.name);
  const [only, other] = named.length === 0 ? meant : named;
  return other === undefined ? only : undefined;
}

const differencesFrom = ({ requirements }: FileService, { workload }: PlacedWorkload): readonly LabelDifference[] =>
  requirements.flatMap(({ key, values: [value = ''], node }) => {
    const wanted = workload.labels[key];
    return wanted === value || !('key' in node) ? [] : [{ key, value, entry: node, wanted }];
  });

function isRelated({ object }: FileService, { placed, differences }: MeantPods): boolean {
  const { workload } = placed;
  // The pods of a job come and go; nobody serves from them by mistake.
  if (workload.lifetime === 'job' || workload.lifetime === 'overlay') return false;
  if (object.name !== undefined && object.name === workload.object.name) return true;
  return differences.every(({ value, wanted }) => wanted !== undefined && isSlip(value, wanted));
}

/** Whether one is the other mistyped; of `web-1` and `web-2` neither is. */
const isSlip = (one: string, other: string): boolean =>
  one.replace(/\d/g, '') !== other.replace(/\d/g, '') && closest(one, [other], 2) !== undefined;
