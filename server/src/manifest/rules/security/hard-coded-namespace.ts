import { replacement, type TextEdit } from '../../../engine/text';
import { systemNamespaces } from '../../../knowledge/node-agent-names';
import { inFolder } from '../../model/file-path';
import { asMapping, asSequence, fieldOf, lookup, stringOf } from '../../model/lookup';
import type { KubernetesObject, Mapping, Scalar } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'hard-coded-namespace',
  chapter: 'security',
  variants: {
    literal: {
      severity: 'hint',
      message:
        '`{namespace}` is written into the chart: `helm install --namespace` puts this object elsewhere than the rest',
    },
  },
  fixes: {
    release: { title: "Use the release's namespace", safety: 'behaviour' },
  },
  check(document, report) {
    if (document.mode !== 'template' || !inFolder(document.path, 'templates')) return;
    for (const node of document.objects.flatMap(namespacesIn)) {
      const namespace = stringOf(node);
      if (namespace === undefined || isOfCluster(namespace)) continue;
      report({
        variant: 'literal',
        at: node.range,
        values: { namespace },
        fixes: node.alias === undefined ? [{ id: 'release', edits: () => [released(node)] }] : [],
      });
    }
  },
});

/** What has this name on every cluster that has it, so that a chart that wants to be there has to name it. */
const isOfCluster = (namespace: string): boolean =>
  /^(?:default|kube-.+|istio-system|cert-manager)$/.test(namespace) || systemNamespaces.test(namespace);

/** Where an object says in which namespace it is, and those that a binding gives rights to. */
const namespacesIn = ({ node, metadata }: KubernetesObject): readonly Scalar[] => {
  const subjects = asSequence(fieldOf(node, 'subjects'))?.items ?? [];
  return [metadata, ...subjects.map(({ value }) => asMapping(value))].flatMap((mapping) => namespaceIn(mapping));
};

function namespaceIn(mapping: Mapping | undefined): readonly Scalar[] {
  const found = mapping && lookup(mapping, 'namespace');
  const value = found?.presence === 'yes' ? found.entry?.value : undefined;
  return value?.kind === 'scalar' && value.type === 'string' ? [value] : [];
}

/** Quotes stay as they are. */
function released({ range, style }: Scalar): TextEdit {
  const inside = style === 'plain' ? range : { start: range.start + 1, end: range.end - 1 };
  return replacement(inside, '{{ .Release.Namespace }}');
}
