import { soleFix } from '../../../engine/sole-fix';
import { setPath } from '../../edits/replace-scalar';
import { placeholder } from '../../edits/value';
import { asMapping, fieldOf, isNothing, lookup, lookupAt, stringOf } from '../../model/lookup';
import type { PodSpec, Volume } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'unbounded-empty-dir',
  chapter: 'resources',
  variants: {
    disk: {
      severity: 'hint',
      message:
        "`{volume}` has no size limit: what is written to it can fill its node's disk, and evict every pod there",
    },
    memory: {
      severity: 'hint',
      message:
        '`{volume}` is memory and has no size limit: it can grow to what the pod, or half of the node, has of it',
    },
  },
  fixes: {
    limit: { title: 'Limit its size, for you to fill in', safety: 'placeholder' },
  },
  check(document, report) {
    for (const { pod } of document.objects.flatMap(({ workloads }) => workloads)) {
      for (const volume of pod.volumes) {
        const { presence, entry } = lookup(volume.node, 'emptyDir');
        const directory = asMapping(entry?.value);
        if (presence !== 'yes' || entry === undefined || (directory === undefined && !isNothing(entry.value))) continue;
        if (directory !== undefined && lookup(directory, 'sizeLimit').presence !== 'no') continue;
        const medium = fieldOf(directory, 'medium');
        const isMemory = stringOf(medium) === 'Memory';
        if (isBounded(pod, volume, isMemory ? 'memory' : 'ephemeral-storage')) continue;
        report({
          variant: isMemory ? 'memory' : 'disk',
          at: entry.key.range,
          values: { volume: volume.name ?? 'volume' },
          fixes: soleFix('limit', () =>
            setPath(document, volume.node, ['emptyDir', 'sizeLimit'], placeholder(isMemory ? '64Mi' : '1Gi')),
          ),
        });
      }
    }
  },
});

/** Whether every container that may write to a volume has a limit, which the volume counts against. */
function isBounded({ containers }: PodSpec, { name }: Volume, resource: string): boolean {
  const writers = containers.filter(({ mounts }) => mounts.some((mount) => mount.name === name));
  return (
    writers.length > 0 &&
    writers.every(({ node }) => lookupAt(node, ['resources', 'limits', resource]).presence !== 'no')
  );
}
