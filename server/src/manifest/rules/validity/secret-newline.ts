import { soleFix } from '../../../engine/sole-fix';
import { lineEnd } from '../../../engine/text';
import { replaceScalar } from '../../edits/replace-scalar';
import { stripLineBreak } from '../../edits/strip-line-break';
import { secretNewlines } from '../../model/secret-newlines';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'secret-newline',
  chapter: 'validity',
  variants: {
    encoded: {
      severity: 'warning',
      message:
        'The value of `{key}` ends with a line break, as `echo` writes it: it is not what was meant to be secret',
    },
    text: {
      severity: 'warning',
      message: 'The value of `{key}` ends with a line break: whoever compares it with the real one finds it wrong',
    },
  },
  fixes: {
    encode: { title: 'Encode it without the line break', safety: 'behaviour' },
    strip: { title: 'Leave the line break out', safety: 'behaviour' },
  },
  check(document, report) {
    for (const { key, node, list, wanted } of document.objects.flatMap(secretNewlines)) {
      const { start, end } = node.range;
      const isText = list === 'stringData';
      report({
        variant: isText ? 'text' : 'encoded',
        at: { start, end: Math.min(end, lineEnd(document.text, start)) },
        values: { key },
        fixes: soleFix(isText ? 'strip' : 'encode', () =>
          isText ? stripLineBreak(document, node, wanted) : replaceScalar(document, node, wanted),
        ),
      });
    }
  },
});
