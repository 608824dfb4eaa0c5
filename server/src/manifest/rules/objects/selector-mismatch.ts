import type { FixOffer } from '../../../engine/rule';
import type { TextRange } from '../../../engine/text';
import { insertPath } from '../../edits/insert-key';
import { replaceScalar } from '../../edits/replace-scalar';
import { asMapping, asScalar, fieldOf, lookup, lookupAt } from '../../model/lookup';
import type { KubernetesObject, Mapping, Node } from '../../model/manifest';
import { podLabels } from '../../model/pod-labels';
import { labelRequirements, meets, type Requirement, selectorRequirements } from '../../model/selectors';
import { manifestRule } from '../../rule';

const any = ['kube-linter/mismatching-selector', 'kubescape/C-0296'];
const byKind = new Map([
  ['Deployment', 'kube-score/deployment-pod-selector-labels-match-template-metadata-labels'],
  ['StatefulSet', 'kube-score/statefulset-pod-selector-labels-match-template-metadata-labels'],
]);
const equals = [...any, ...byKind.values()];

export default manifestRule({
  id: 'selector-mismatch',
  chapter: 'objects',
  variants: {
    missing: {
      severity: 'error',
      equals,
      message: '`{name}` selects pods with `{label}`, which its own template does not have: the API server refuses it',
    },
    different: {
      severity: 'error',
      equals,
      message: 'The selector of `{name}` asks for `{label}`, not for `{value}`: the API server refuses it',
    },
    expression: {
      severity: 'error',
      equals,
      message: 'The pods of `{name}` do not meet what its selector asks of `{label}`: the API server refuses it',
    },
  },
  fixes: {
    add: { title: 'Add `{label}` to the labels of the pod template', safety: 'safe', revealing: true },
    change: { title: 'Make the label of the pod template `{label}`', safety: 'safe', revealing: true },
  },
  check(document, report) {
    for (const object of document.objects) {
      const selector = lookupAt(object.node, ['spec', 'selector']);
      const template = lookupAt(object.node, ['spec', 'template']);
      const holder = asMapping(template.entry?.value);
      if (selector.presence !== 'yes' || template.presence !== 'yes' || holder === undefined) continue;
      for (const requirement of requirementsOf(object, selector.entry?.value) ?? []) {
        const mismatch = mismatchOf(object, holder, requirement);
        if (mismatch !== undefined)
          report({ ...mismatch, equals: [...any, ...[byKind.get(object.kind) ?? []].flat()] });
      }
    }
  },
});

/** Kinds whose selector has to match their own template (kubernetes/kubernetes pkg/apis/apps/validation). */
const selecting: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

function requirementsOf(
  { kind, apiVersion }: KubernetesObject,
  selector: Node | undefined,
): readonly Requirement[] | undefined {
  if (kind === 'ReplicationController' && apiVersion === 'v1') return labelRequirements(selector);
  return selecting.has(kind) && apiVersion.startsWith('apps/') ? selectorRequirements(selector) : undefined;
}

interface Mismatch {
  readonly variant: 'missing' | 'different' | 'expression';
  readonly at: TextRange;
  readonly values: Readonly<Record<string, string>>;
  readonly fixes: readonly FixOffer<'add' | 'change'>[];
}

function mismatchOf(object: KubernetesObject, holder: Mapping, requirement: Requirement): Mismatch | undefined {
  const { labels, open } = podLabels(holder);
  if (meets(labels, open, requirement) !== 'no') return undefined;
  const { document } = object;
  const name = object.name ?? object.kind;
  const { key, values, node } = requirement;
  const at = node.range;
  if (!requirement.equality) return { variant: 'expression', at, values: { name, label: key }, fixes: [] };
  const wanted = values[0] ?? '';
  const label = `${key}: ${wanted}`;
  const entry = labels && lookup(labels, key).entry;
  if (entry === undefined) {
    const edits = insertPath(document, holder, ['metadata', 'labels', key], wanted);
    return {
      variant: 'missing',
      at,
      values: { name, label },
      fixes: edits === undefined ? [] : [{ id: 'add', values: { label }, edits: () => edits }],
    };
  }
  const scalar = asScalar(fieldOf(labels, key));
  const edits = scalar && replaceScalar(document, scalar, wanted);
  return {
    variant: 'different',
    at: entry.range,
    values: { name, label, value: `${key}: ${scalar?.source ?? ''}` },
    fixes: edits === undefined ? [] : [{ id: 'change', values: { label }, edits: () => edits }],
  };
}
