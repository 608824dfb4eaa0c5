import { rendered, templates } from '../../../engine/message';
import type { FixOffer } from '../../../engine/rule';
import { insertMissing } from '../../edits/insert-key';
import { placeholder } from '../../edits/value';
import { lookup, lookupAt } from '../../model/lookup';
import type { KubernetesObject } from '../../model/manifest';
import { objectLabel, objectPlace } from '../../model/object-place';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'recommended-labels',
  chapter: 'objects',
  enabled: false,
  variants: {
    labels: {
      severity: 'information',
      equals: [
        'kubescape/C-0076',
        'kubescape/C-0077',
        'kube-linter/required-label-owner',
        'polaris/metadataAndInstanceMismatched',
      ],
      message: '`{name}` has no label {names}: tools and people who look for it by that do not find it',
    },
    annotations: {
      severity: 'information',
      equals: ['kube-linter/required-annotation-email'],
      message: '`{name}` has no annotation {names}: tools and people who look for that do not find it',
    },
  },
  fixes: {
    labels: { title: 'Add {names}, for you to fill in', safety: 'placeholder' },
    annotations: { title: 'Add {names}, for you to fill in', safety: 'placeholder' },
  },
  options: {
    labels: {
      type: 'strings',
      default: ['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app.kubernetes.io/version'],
      description: 'The labels that every workload has to have.',
    },
    annotations: {
      type: 'strings',
      default: [],
      description: 'The annotations that every workload has to have.',
    },
  },
  check(document, report, { options }) {
    for (const object of document.objects) {
      if (object.workloads.length === 0 || lookup(object.node, 'metadata').presence !== 'yes') continue;
      for (const field of ['labels', 'annotations'] as const) {
        const missing = [...new Set(options[field])].filter((name) => lacks(object, field, name));
        if (missing.length === 0) continue;
        const names = inWords(missing);
        report({
          variant: field,
          at: objectPlace(object),
          values: { name: objectLabel(object), names },
          ...(field === 'labels' ? { equals: equalLabelChecks(missing) } : {}),
          fixes: () => added(object, field, missing, names),
        });
      }
    }
  },
});

const lacks = ({ metadata }: KubernetesObject, field: 'labels' | 'annotations', name: string): boolean =>
  metadata !== undefined && lookupAt(metadata, [field, name]).presence === 'no';

/** A long list would be cut in the middle of a name. */
const texts = templates({ more: '`{first}` and {count} more' });

function inWords([first = '', second, ...others]: readonly string[]): string {
  if (second === undefined) return `\`${first}\``;
  return others.length === 0 && second.length < 20
    ? `\`${first}\`, \`${second}\``
    : rendered(texts.more, { first, count: String(others.length + 1) });
}

const equalLabelChecks = (missing: readonly string[]): readonly string[] => [
  'kubescape/C-0076',
  ...(missing.some((name) => name.startsWith('app.kubernetes.io/')) ? ['kubescape/C-0077'] : []),
  ...(missing.includes('owner') ? ['kube-linter/required-label-owner'] : []),
  ...(missing.includes('app.kubernetes.io/instance') ? ['polaris/metadataAndInstanceMismatched'] : []),
];

/** What can be guessed is offered as it is: mostly the application is called like the workload. */
function added(
  object: KubernetesObject,
  field: 'labels' | 'annotations',
  missing: readonly string[],
  names: string,
): readonly FixOffer<'labels' | 'annotations'>[] {
  const values = new Map(missing.map((name) => [name, placeholder(guessed(object, name))]));
  const edits = insertMissing(object.document, object.node, { metadata: { [field]: values } });
  return edits === undefined || edits.length === 0 ? [] : [{ id: field, values: { names }, edits: () => edits }];
}

const guessed = ({ name = '' }: KubernetesObject, label: string): string =>
  /^app\.kubernetes\.io\/(?:name|instance|part-of|component)$/.test(label) && labelValue.test(name) ? name : 'VALUE';

/** kubernetes/apimachinery pkg/util/validation, IsValidLabelValue. */
const labelValue = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
