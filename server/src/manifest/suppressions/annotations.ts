import type { Suppression } from '../../engine/suppression';
import type { TextRange } from '../../engine/text';
import { asMapping, fieldOf } from '../model/lookup';
import type { Container, KubernetesObject, ManifestDocument } from '../model/manifest';
import type { Entry, Mapping, Scalar } from '../model/nodes';
import { wholeOf } from './node-below';
import { peerAnnotation } from './peer-annotations';
import { plimsollIgnore } from './plimsoll-ignore';

/** An annotation with what it can be about. */
export interface PlacedAnnotation {
  readonly name: string;
  readonly key: Scalar;
  readonly value: Scalar;
  readonly range: TextRange;
  /** The object or pod template that bears it. */
  readonly bearer: TextRange;
  readonly containers: readonly Container[];
}

/** What the annotations of a document's objects and pod templates silence; ranges count from its start. */
export function annotationSuppressions(document: ManifestDocument): readonly Suppression[] {
  return document.objects.flatMap((object) =>
    placedAnnotations(object).flatMap((annotation) =>
      annotation.name === 'plimsoll/ignore' ? plimsollIgnore(annotation) : (peerAnnotation(annotation) ?? []),
    ),
  );
}

function placedAnnotations(object: KubernetesObject): readonly PlacedAnnotation[] {
  const { workloads, metadata } = object;
  const containers = workloads.flatMap((workload) => workload.pod.containers);
  const own = annotationsIn(metadata).flatMap((entry) => placed(entry, object.node.range, containers));
  const templates = workloads.flatMap((workload) => {
    if (workload.metadata === undefined || workload.metadata === metadata) return [];
    const bearer = wholeOf([workload.metadata.range, workload.pod.node.range]) ?? object.node.range;
    return annotationsIn(workload.metadata).flatMap((entry) => placed(entry, bearer, workload.pod.containers));
  });
  return [...own, ...templates];
}

const annotationsIn = (metadata: Mapping | undefined): readonly Entry[] =>
  asMapping(fieldOf(metadata, 'annotations'))?.entries ?? [];

function placed(entry: Entry, bearer: TextRange, containers: readonly Container[]): readonly PlacedAnnotation[] {
  const { name, key, value, range } = entry;
  if (value?.kind !== 'scalar' || value.type === 'unknown') return [];
  return [{ name, key, value, range, bearer, containers }];
}
