import type { Manifest } from '../../model/manifest';

/** Fields whose maps ask for labels of pods, as `Type.field`. */
const selectors: ReadonlySet<string> = new Set([
  'LabelSelector.matchLabels',
  'ServiceSpec.selector',
  'ReplicationControllerSpec.selector',
]);

export const asksForLabels = (holder: string, field: string): boolean => selectors.has(`${holder}.${field}`);

/** The labels that the pods of a file have, with their values, in the order of the text. */
export function labelsOfFile(manifest: Manifest): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { document } of manifest.documents)
    for (const { labels: own, workloads } of document.objects)
      for (const labels of [...workloads.map((workload) => workload.labels), ...(workloads.length === 0 ? [] : [own])])
        for (const [key, value] of Object.entries(labels)) {
          const values = found.get(key);
          if (values === undefined) found.set(key, new Set([value]));
          else values.add(value);
        }
  return found;
}
