import { textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';
import { suppressionsOf } from '../../suppressions';

export default dockerfileRule({
  id: 'inline-ignore',
  chapter: 'correctness',
  enabled: false,
  variants: {
    ignore: {
      severity: 'information',
      equals: ['hadolint/DL1001'],
      message:
        '`{comment}` silences findings in the file itself, where whoever answers for the exceptions does not see it',
    },
  },
  check(dockerfile, report) {
    for (const { owner, range } of suppressionsOf(dockerfile)) {
      const values = { comment: textIn(dockerfile, range) };
      report({ variant: 'ignore', at: range, values, ...(owner !== 'hadolint' && { equals: [] }) });
    }
  },
});
