import { remembered } from '../../../engine/remembered';
import type { FixOffer } from '../../../engine/rule';
import { shifted } from '../../../engine/text';
import { inFile } from '../../edits/in-file';
import { insertKey } from '../../edits/insert-key';
import { entryOf } from '../../model/lookup';
import type { Manifest, Mapping, Workload } from '../../model/manifest';
import { objectLabel, objectPlace } from '../../model/object-place';
import { ownLabels } from '../../model/own-labels';
import { podCount } from '../../model/pod-count';
import { labelsOfPods } from '../../model/pod-labels';
import { meets } from '../../model/selectors';
import { sharesVolumes } from '../../model/side-by-side';
import { idleConstraints, saysWhere } from '../../model/spreading';
import { wholePods } from '../../model/whole-pods';
import { manifestFileRule } from '../../rule';

const antiAffinity = new Map([
  ['Deployment', 'kube-score/deployment-has-host-podantiaffinity'],
  ['StatefulSet', 'kube-score/statefulset-has-host-podantiaffinity'],
]);
const either = ['kube-linter/no-anti-affinity', 'polaris/topologySpreadConstraint'];

export default manifestFileRule({
  id: 'missing-spread',
  chapter: 'resources',
  variants: {
    missing: {
      severity: 'hint',
      equals: [...either, ...antiAffinity.values()],
      message: 'Nothing spreads the pods of `{name}` over nodes: they may all be on one, and go down with it',
    },
    idle: {
      severity: 'warning',
      equals: ['kube-score/pod-topology-spread-constraints'],
      message: 'This constraint does not count the pods of `{name}`, and so it does not spread them',
    },
  },
  fixes: {
    spread: { title: 'Spread the pods over nodes, as far as there is room', safety: 'behaviour' },
    count: { title: 'Count the pods of `{name}`', safety: 'behaviour' },
  },
  check(manifest, report) {
    for (const { start, document } of manifest.documents)
      for (const workload of wholePods(document)) {
        const values = { name: objectLabel(workload.object) };
        if (isUnspread(manifest, workload))
          report({
            variant: 'missing',
            at: shifted(objectPlace(workload.object), start),
            values,
            equals: [...either, ...[antiAffinity.get(workload.object.kind) ?? []].flat()],
            fixes: () => spreading(workload, start),
          });
        for (const constraint of idleConstraints(workload)) {
          const place = entryOf(constraint, 'labelSelector') ?? entryOf(constraint, 'topologyKey');
          const at = place?.key.range ?? constraint.range;
          report({
            variant: 'idle',
            at: shifted(at, start),
            values,
            fixes: () => counting(workload, constraint, start),
          });
        }
      }
  },
});

const isUnspread = (manifest: Manifest, workload: Workload): boolean =>
  (podCount(manifest, workload)?.most ?? 0) > 1 && mayBeAnywhere(workload);

/** What two pods share, a claim for instance, may hold them to one node. */
const mayBeAnywhere = remembered(
  (workload: Workload): boolean => saysWhere(workload) === 'no' && sharesVolumes(workload.pod),
);

function spreading(workload: Workload, start: number): readonly FixOffer<'spread'>[] {
  const edits = spreadingEdits(workload);
  return edits === undefined ? [] : [{ id: 'spread', edits: () => inFile(edits, start) }];
}

/** The labels that a workload asks of its pods; `undefined` where the pods lack one. */
function metLabels(workload: Workload): ReadonlyMap<string, string> | undefined {
  const asked = ownLabels(workload);
  const pods = labelsOfPods(workload);
  const isMet = ([key, value]: readonly [string, string]): boolean =>
    pods === undefined || meets(pods.labels, pods.open, { key, operator: 'In', values: [value] }) !== 'no';
  return asked !== undefined && [...asked].every(isMet) ? asked : undefined;
}

const spreadingEdits = remembered((workload: Workload) => {
  const matchLabels = metLabels(workload);
  const { document } = workload.object;
  const constraint = matchLabels && {
    maxSkew: 1,
    topologyKey: 'kubernetes.io/hostname',
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels },
  };
  return constraint && insertKey(document, workload.pod.node, 'topologySpreadConstraints', [constraint]);
});

/** Only where there is no selector yet: another one may be meant. */
function counting(workload: Workload, constraint: Mapping, start: number): readonly FixOffer<'count'>[] {
  const matchLabels = metLabels(workload);
  const edits = matchLabels && insertKey(workload.object.document, constraint, 'labelSelector', { matchLabels });
  return edits === undefined ? [] : [{ id: 'count', edits: () => inFile(edits, start) }];
}
