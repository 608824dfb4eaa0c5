import { deletion, sameRange, type TextRange } from '../../../engine/text';
import { hidesDirective } from '../../../engine/unsilence';
import { wholeLines } from '../../edits/whole-lines';
import type { Dockerfile } from '../../model/dockerfile';
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
  fixes: {
    remove: { title: 'Remove `{comment}`, so that its findings show again', safety: 'safe', revealing: true },
  },
  check(dockerfile, report) {
    for (const { owner, range } of suppressionsOf(dockerfile)) {
      const values = { comment: textIn(dockerfile, range) };
      const edits = () => [deletion(wholeLines(dockerfile, range))];
      report({
        variant: 'ignore',
        at: range,
        values,
        ...(owner !== 'hadolint' && { equals: [] }),
        fixes: canGo(dockerfile, range) ? [{ id: 'remove', values, edits }] : [],
      });
    }
  },
});

/** Whether nothing but the silence is lost with the line. */
function canGo(dockerfile: Dockerfile, range: TextRange): boolean {
  const { comments, directives } = dockerfile;
  const directive = directives.find((candidate) => sameRange(candidate.range, range));
  if (directive !== undefined) return !directive.value.includes(';');
  if (!comments.some((comment) => sameRange(comment.range, range))) return false;
  return !hidesDirective(dockerfile.text, range);
}
