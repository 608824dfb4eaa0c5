import { soleFix } from '../../../engine/sole-fix';
import { insertSeparator } from '../../edits/insert-separator';
import { documentBoundaries } from '../../model/document-boundaries';
import { stringOf } from '../../model/lookup';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'missing-document-separator',
  chapter: 'validity',
  variants: {
    missing: {
      severity: 'error',
      message: '`{key}` begins another object: without `---` above it, it overwrites the object above, which is lost',
    },
  },
  fixes: {
    separate: { title: 'Put `---` between the two objects', safety: 'safe', revealing: true },
  },
  check(document, report) {
    if (!document.recognised) return;
    for (const entry of documentBoundaries(document)) {
      report({
        variant: 'missing',
        at: entry.key.range,
        values: { key: entry.value === undefined ? entry.name : `${entry.name}: ${stringOf(entry.value) ?? '…'}` },
        fixes: soleFix('separate', () => insertSeparator(document, entry)),
      });
    }
  },
});
