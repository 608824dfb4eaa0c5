import type { FixOffer } from '../../../engine/rule';
import { shifted } from '../../../engine/text';
import { inFile } from '../../edits/in-file';
import { replaceScalar } from '../../edits/replace-scalar';
import { type MissingReference, missingReferences } from '../../model/missing-references';
import { manifestFileRule } from '../../rule';

const environment = ['kube-linter/env-value-from'];
const serviceAccount = ['kube-linter/non-existent-service-account', 'kubescape/C-0307'];

export default manifestFileRule({
  id: 'missing-reference',
  chapter: 'configuration',
  variants: {
    key: {
      severity: 'warning',
      equals: environment,
      message: 'The {kind} `{object}` has no key `{name}`: the pods of `{workload}` do not start',
    },
    object: {
      severity: 'warning',
      equals: [...environment, ...serviceAccount],
      message: 'There is no {kind} `{name}` here, but `{object}`: without it the pods of `{workload}` do not start',
    },
  },
  fixes: {
    rename: { title: 'Refer to `{meant}`', safety: 'behaviour' },
  },
  notes: { here: 'This one is there' },
  check(manifest, report) {
    for (const missing of missingReferences(manifest)) {
      const { reference, node, what, placed } = missing;
      const { kind, workload, start } = reference;
      const { object } = placed;
      report({
        variant: what,
        at: shifted(node.range, start),
        values: {
          kind,
          name: node.source,
          object: object.name ?? object.kind,
          workload: workload.object.name ?? workload.object.kind,
        },
        equals: equalsOf(missing),
        related: [{ at: shifted((object.kindNode ?? object.node).range, placed.start), note: 'here' }],
        fixes: () => offersFor(missing),
      });
    }
  },
});

function equalsOf({ reference }: MissingReference): readonly string[] {
  if (reference.variable !== undefined) return environment;
  return reference.kind === 'ServiceAccount' ? serviceAccount : [];
}

function offersFor({ reference, node, meant }: MissingReference): readonly FixOffer<'rename'>[] {
  const edits = meant === undefined ? undefined : replaceScalar(reference.workload.object.document, node, meant);
  if (edits === undefined || meant === undefined) return [];
  return [{ id: 'rename', values: { meant }, edits: () => inFile(edits, reference.start) }];
}
