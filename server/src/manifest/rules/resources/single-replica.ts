import { soleFix } from '../../../engine/sole-fix';
import { shifted } from '../../../engine/text';
import { inFile } from '../../edits/in-file';
import { replaceScalar } from '../../edits/replace-scalar';
import { placeholder } from '../../edits/value';
import { objectsOfKind } from '../../model/file-objects';
import { asScalar, lookupAt, numberOf, stringOf, valueAt } from '../../model/lookup';
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
    for (const { object, start } of objectsOfKind(manifest, 'Deployment')) {
      const { presence, entry } = lookupAt(object.node, ['spec', 'replicas']);
      const count = asScalar(entry?.value);
      if (presence !== 'yes' || entry === undefined || count === undefined || numberOf(count) !== 1) continue;
      if (scaled.has(object.name) || isRecreated(object) || !object.workloads.some(runsSideBySide)) continue;
      report({
        variant: 'single',
        at: shifted(entry.range, start),
        values: { name: object.name ?? object.kind },
        fixes: soleFix('second', () => inFile(replaceScalar(object.document, count, placeholder(2)), start)),
      });
    }
  },
});

/** What an autoscaler in the same file runs as many of as it takes. */
const scaledNames = (manifest: Manifest): ReadonlySet<string | undefined> =>
  new Set(
    ['HorizontalPodAutoscaler', 'ScaledObject'].flatMap((kind) =>
      objectsOfKind(manifest, kind).map(({ object }) =>
        stringOf(valueAt(object.node, ['spec', 'scaleTargetRef', 'name'])),
      ),
    ),
  );

/** Whoever lets one pod end before another starts wants no two of them. */
const isRecreated = ({ node }: KubernetesObject): boolean =>
  stringOf(valueAt(node, ['spec', 'strategy', 'type'])) === 'Recreate';
