import { rendered, templates } from '../../engine/message';
import { type Autoscaler, autoscalerOf } from './autoscalers';
import { lookupAt, numberOf } from './lookup';
import type { Manifest, Workload } from './manifest';

/** How many pods a workload has. */
export interface PodCount {
  readonly least: number;
  readonly most: number;
  /** What moves the number between the two. */
  readonly autoscaler: Autoscaler | undefined;
}

/**
 * How many pods a workload has: what an autoscaler of its file makes of them, else what it says itself.
 * @returns `undefined` where neither is written: an autoscaler elsewhere may set it
 */
export function podCount(manifest: Manifest, { object, kind }: Workload): PodCount | undefined {
  if (kind?.scales !== true) return undefined;
  const autoscaler = autoscalerOf(manifest, object);
  if (autoscaler !== undefined) {
    const { minimum, maximum } = autoscaler;
    // A chart's values decide whether its autoscaler is there.
    if (autoscaler.object.document.mode === 'template' || minimum === undefined || maximum === undefined)
      return undefined;
    return { least: minimum, most: maximum, autoscaler };
  }
  const { presence, entry } = lookupAt(object.node, ['spec', 'replicas']);
  const replicas = presence === 'yes' ? numberOf(entry?.value) : undefined;
  return replicas === undefined ? undefined : { least: replicas, most: replicas, autoscaler: undefined };
}

const texts = templates({ one: '1 pod', several: '{count} pods' });

/** A number of pods, for a message. */
export const podsInWords = (count: number): string =>
  rendered(count === 1 ? texts.one : texts.several, { count: String(count) });
