import type { FixOffer } from '../../../engine/rule';
import { sameRange, type TextEdit } from '../../../engine/text';
import { stepsTo } from '../../edits/ancestors';
import { removeItem } from '../../edits/remove';
import { replaceScalar } from '../../edits/replace-scalar';
import { labelOf } from '../../model/every-container';
import type { ManifestDocument } from '../../model/manifest';
import { type RepeatedEntry, repeatedInPod, repeatedInService, repeatedThings } from '../../model/repeated-entries';
import { sameValue } from '../../model/same-value';
import { manifestRule } from '../../rule';

/** Of the ports of one container. */
const portNames = ['kube-score/container-ports-check'];

export default manifestRule({
  id: 'duplicate-entry',
  chapter: 'validity',
  variants: {
    name: {
      severity: 'error',
      equals: portNames,
      message: 'There is a {thing} named `{key}` above already: the API server refuses them both',
    },
    path: {
      severity: 'error',
      message: 'Something is mounted at `{key}` of `{container}` above already: the API server refuses it',
    },
    hostPort: {
      severity: 'error',
      message: 'Port {key} of the node is given to `{other}` already: the API server refuses it',
    },
    servicePort: {
      severity: 'error',
      message: '{key} is a {thing} of this Service above already: the API server refuses it',
    },
    constraint: {
      severity: 'error',
      message: 'Pods are spread over `{key}` by a constraint above already: the API server refuses a second one',
    },
    declared: {
      severity: 'warning',
      message: 'Port {key} is declared above already: of two entries for one port, `kubectl apply` may drop either',
    },
    shared: {
      severity: 'warning',
      message: 'Port {key} is taken by `{other}`: the containers of a pod share one network, and one cannot listen',
    },
    portName: {
      severity: 'information',
      message: '`{other}` has a port named `{key}` too, and a Service that asks for it by name gets that one',
    },
    listed: {
      severity: 'warning',
      message: 'The {thing} `{key}` is listed above already: `kubectl apply` may drop either',
    },
  },
  fixes: {
    remove: { title: 'Remove the second {thing}, which says the same', safety: 'safe' },
    rename: { title: 'Name this one `{free}`', safety: 'behaviour' },
  },
  notes: { first: 'This one has it' },
  phrases: { thing: repeatedThings },
  check(document, report) {
    for (const object of document.objects)
      for (const repeated of [
        ...repeatedInService(object),
        ...object.workloads.flatMap(({ pod }) => repeatedInPod(pod)),
      ]) {
        const { kind, thing, key, first, again } = repeated;
        report({
          variant: kind,
          at: again.scalar.range,
          values: {
            thing,
            key,
            container: again.container === undefined ? '' : labelOf(again.container),
            other: first.container === undefined ? '' : labelOf(first.container),
          },
          equals: kind === 'name' && thing === 'port' && again.container !== undefined ? portNames : [],
          related: [{ at: first.scalar.range, note: 'first' }],
          fixes: () => mends(document, repeated),
        });
      }
  },
});

function mends(document: ManifestDocument, repeated: RepeatedEntry): readonly FixOffer<'remove' | 'rename'>[] {
  const { first, again, free } = repeated;
  const removed = sameValue(first.mapping, again.mapping) ? removal(document, repeated) : undefined;
  if (removed !== undefined) return [{ id: 'remove', edits: () => removed }];
  if (free === undefined || again.mapping.alias !== undefined) return [];
  const edits = replaceScalar(document, again.scalar, free);
  return edits === undefined ? [] : [{ id: 'rename', values: { free }, edits: () => edits }];
}

/** Only from the same list: the same port of two containers is not the same thing twice. */
function removal(document: ManifestDocument, { first, again }: RepeatedEntry): readonly TextEdit[] | undefined {
  const last = stepsTo(document, again.mapping)?.at(-1);
  if (last?.kind !== 'item' || !last.sequence.items.some(({ range }) => sameRange(range, first.item.range)))
    return undefined;
  return removeItem(document, last.sequence, last.item);
}
