import { volumeDeadSince } from '../../knowledge/dead-volumes';
import { asMapping, fieldOf, isNothing } from '../model/lookup';
import type { KubernetesObject, Mapping } from '../model/manifest';
import type { Ignored } from './ignored';

/** Volumes of plugins that the version that the manifest is for does not have any more. */
export const ignoredVolumes = (object: KubernetesObject, minor: number): readonly Ignored[] =>
  holdersOf(object).flatMap((holder) =>
    holder.entries.flatMap(({ name, key, value }): readonly Ignored[] => {
      const since = volumeDeadSince(name);
      if (since === undefined || minor < since || isNothing(value)) return [];
      return [{ variant: 'volume', at: key.range, values: { source: name, version: `1.${since}` }, mends: [] }];
    }),
  );

function holdersOf({ kind, apiVersion, node, workloads }: KubernetesObject): readonly Mapping[] {
  const spec = kind === 'PersistentVolume' && apiVersion === 'v1' ? asMapping(fieldOf(node, 'spec')) : undefined;
  const volumes = workloads.flatMap(({ pod }) => pod.volumes.map((volume) => volume.node));
  return spec === undefined ? volumes : [spec];
}
