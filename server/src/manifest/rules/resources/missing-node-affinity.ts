import { lookupAt } from '../../model/lookup';
import type { Workload } from '../../model/manifest';
import { objectLabel, objectPlace } from '../../model/object-place';
import { wholePods } from '../../model/whole-pods';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'missing-node-affinity',
  chapter: 'resources',
  enabled: false,
  variants: {
    missing: {
      severity: 'information',
      equals: ['kube-linter/no-node-affinity'],
      message: 'Nothing says on which nodes `{name}` runs: any node will do, also one that is meant for something else',
    },
  },
  check(document, report) {
    for (const { object } of wholePods(document).filter(mayRunAnywhere))
      report({ variant: 'missing', at: objectPlace(object), values: { name: objectLabel(object) } });
  },
});

const mayRunAnywhere = ({ pod, lifetime }: Workload): boolean =>
  lifetime !== 'daemon' &&
  [['affinity', 'nodeAffinity'], ['nodeSelector'], ['nodeName']].every(
    (path) => lookupAt(pod.node, path).presence === 'no',
  );
