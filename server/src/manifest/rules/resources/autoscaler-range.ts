import type { FixOffer } from '../../../engine/rule';
import { setPath } from '../../edits/replace-scalar';
import { placeholder } from '../../edits/value';
import { lookupAt, numberOf } from '../../model/lookup';
import type { KubernetesObject } from '../../model/manifest';
import { objectLabel, objectPlace } from '../../model/object-place';
import { podsInWords } from '../../model/pod-count';
import { manifestRule } from '../../rule';

const few = ['kube-linter/hpa-minimum-three-replicas', 'kube-score/horizontalpodautoscaler-replicas'];
/** Only of what is written (polaris pkg/config/checks/hpaMinAvailability.yaml). */
const fewWritten = 'polaris/hpaMinAvailability';

export default manifestRule({
  id: 'autoscaler-range',
  chapter: 'resources',
  enabled: false,
  variants: {
    low: {
      severity: 'information',
      equals: [...few, fewWritten],
      message: '`{name}` may leave {pods} when there is little to do: fewer than {wanted} do not outlast a node',
    },
    narrow: {
      severity: 'information',
      equals: ['polaris/hpaMaxAvailability'],
      message: '`{name}` keeps at least {minimum} and at most {maximum} pods: there is nothing left to scale',
    },
  },
  fixes: {
    raise: { title: 'Keep {wanted} pods or more, for you to fill in', safety: 'placeholder' },
    widen: { title: 'Allow more pods, for you to fill in', safety: 'placeholder', revealing: true },
  },
  options: {
    minimum: { type: 'integer', default: 2, minimum: 1, description: 'The fewest pods that an autoscaler has to keep' },
  },
  check(document, report, { options }) {
    for (const object of document.objects.filter(isAutoscaler)) {
      const lower = lookupAt(object.node, ['spec', 'minReplicas']);
      const upper = lookupAt(object.node, ['spec', 'maxReplicas']);
      const minimum = lower.presence === 'no' ? 1 : numberOf(lower.entry?.value);
      const maximum = numberOf(upper.entry?.value);
      if (lower.presence === 'unknown' || minimum === undefined) continue;
      const name = objectLabel(object);
      // At zero somebody wants it to sleep.
      if (minimum > 0 && minimum < options.minimum)
        report({
          variant: 'low',
          at: lower.entry?.range ?? objectPlace(object),
          values: { name, pods: podsInWords(minimum), wanted: String(options.minimum) },
          equals: lower.presence === 'yes' ? [...few, fewWritten] : few,
          // The API server refuses a minimum above the maximum.
          fixes: () =>
            maximum !== undefined && maximum < options.minimum
              ? []
              : written(object, 'raise', 'minReplicas', options.minimum),
        });
      if (upper.presence === 'yes' && upper.entry !== undefined && maximum !== undefined && maximum <= minimum)
        report({
          variant: 'narrow',
          at: upper.entry.range,
          values: { name, minimum: String(minimum), maximum: String(maximum) },
          fixes: () => written(object, 'widen', 'maxReplicas', Math.max(2, minimum * 2)),
        });
    }
  },
});

const isAutoscaler = ({ kind, apiVersion }: KubernetesObject): boolean =>
  kind === 'HorizontalPodAutoscaler' && apiVersion.startsWith('autoscaling/');

function written<Id extends string>(
  object: KubernetesObject,
  id: Id,
  key: string,
  count: number,
): readonly FixOffer<Id>[] {
  const edits = setPath(object.document, object.node, ['spec', key], placeholder(count));
  return edits === undefined ? [] : [{ id, edits: () => edits }];
}
