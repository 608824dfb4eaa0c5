import { shifted } from '../../../engine/text';
import { inFile } from '../../edits/in-file';
import { replaceScalar } from '../../edits/replace-scalar';
import { placeholder } from '../../edits/value';
import { asMapping, asScalar, fieldOf, lookupAt, numberOf, stringOf, valueAt } from '../../model/lookup';
import type { KubernetesObject, Manifest } from '../../model/manifest';
import { runsSideBySide } from '../../model/side-by-side';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'single-replica',
  chapter: 'resources',
  variants: {
    single: {
      severity: 'hint',
      equals: [
        'kube-linter/minimum-three-replicas',
        'kube-score/deployment-replicas',
        'polaris/deploymentMissingReplicas',
      ],
      message:
        '`{name}` serves with one pod: when its node is drained or fails, nobody answers until another one is ready',
    },
  },
  fixes: {
    second: { title: 'Run two pods or more, for you to fill in', safety: 'placeholder' },
  },
  check(manifest, report) {
    const scaled = scaledNames(manifest);
    for (const { start, document } of manifest.documents) {
      for (const workload of document.objects.flatMap(({ workloads }) => workloads)) {
        const { object } = workload;
        const { presence, entry } = lookupAt(object.node, ['spec', 'replicas']);
        const count = asScalar(entry?.value);
        if (object.kind !== 'Deployment' || presence !== 'yes' || entry === undefined || numberOf(count) !== 1)
          continue;
        if (count === undefined || scaled.has(object.name) || isRecreated(object) || !runsSideBySide(workload))
          continue;
        const edits = replaceScalar(document, count, placeholder(2));
        report({
          variant: 'single',
          at: shifted(entry.range, start),
          values: { name: object.name ?? object.kind },
          fixes: edits === undefined ? [] : [{ id: 'second', edits: () => inFile(edits, start) }],
        });
      }
    }
  },
});

/** What an autoscaler in the same file runs as many of as it takes. */
const scaledNames = ({ documents }: Manifest): ReadonlySet<string | undefined> =>
  new Set(
    documents.flatMap(({ document }) =>
      document.objects
        .filter(({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject')
        .map(({ node }) => stringOf(fieldOf(asMapping(valueAt(node, ['spec', 'scaleTargetRef'])), 'name'))),
    ),
  );

/** Whoever lets one pod end before another starts wants no two of them. */
const isRecreated = ({ node }: KubernetesObject): boolean =>
  stringOf(valueAt(node, ['spec', 'strategy', 'type'])) === 'Recreate';
