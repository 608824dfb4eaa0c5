import { deletion } from '../../../engine/text';
import { wholeLines } from '../../edits/whole-lines';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'empty-continuation',
  chapter: 'correctness',
  variants: {
    blank: {
      severity: 'warning',
      equals: ['buildkit/NoEmptyContinuation'],
      message: 'A blank line inside `{keyword}`, which goes on below: later releases of BuildKit will refuse it',
    },
  },
  fixes: {
    remove: { title: 'Remove the blank line inside `{keyword}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const problem of dockerfile.problems) {
      if (problem.kind !== 'empty-continuation') continue;
      const { range, instruction } = problem;
      report({
        variant: 'blank',
        at: range,
        values: { keyword: instruction.keywordText },
        fixes: [{ id: 'remove', edits: () => [deletion(wholeLines(dockerfile, range))] }],
      });
    }
  },
});
