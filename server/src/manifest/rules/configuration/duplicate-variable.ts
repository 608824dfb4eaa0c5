import { soleFix } from '../../../engine/sole-fix';
import { removeItem } from '../../edits/remove';
import { everyContainer, labelOf } from '../../model/every-container';
import { hiddenVariables } from '../../model/hidden-variables';
import { asSequence, fieldOf } from '../../model/lookup';
import { manifestRule } from '../../rule';

const equals = ['kube-linter/duplicate-env-var', 'kube-score/environment-variable-key-duplication', 'kubescape/C-0295'];

export default manifestRule({
  id: 'duplicate-variable',
  chapter: 'configuration',
  variants: {
    hidden: {
      severity: 'warning',
      equals,
      message: '`{name}` is set again further down: what stands here never reaches `{container}`',
    },
    repeated: {
      severity: 'warning',
      equals,
      message: '`{name}` is set to itself: `{container}` has it from further up, and this changes nothing',
    },
  },
  fixes: {
    remove: { title: 'Remove the `{name}` that has no effect', safety: 'safe' },
  },
  notes: { counts: 'This one counts' },
  check(document, report) {
    for (const container of everyContainer(document))
      for (const { idle, counting, name, why } of hiddenVariables(container)) {
        const list = asSequence(fieldOf(container.node, 'env'));
        report({
          variant: why,
          at: idle.nameNode?.range ?? idle.item.range,
          values: { name, container: labelOf(container) },
          related: [{ at: counting.nameNode?.range ?? counting.item.range, note: 'counts' }],
          fixes: soleFix('remove', () => list && removeItem(document, list, idle.item), { name }),
        });
      }
  },
});
