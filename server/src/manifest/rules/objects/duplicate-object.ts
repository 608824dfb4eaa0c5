import { shifted } from '../../../engine/text';
import { repeatedObjects } from '../../model/repeated-objects';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'duplicate-object',
  chapter: 'objects',
  variants: {
    duplicate: {
      severity: 'error',
      message: '`{kind}` `{name}` is in this file twice: this one replaces the one above, and kustomize refuses both',
    },
  },
  notes: { first: 'The one above' },
  check(manifest, report) {
    for (const { first, again } of repeatedObjects(manifest))
      report({
        variant: 'duplicate',
        at: shifted(again.nameNode.range, again.start),
        values: { kind: again.object.kind, name: again.object.name ?? '' },
        related: [{ at: shifted(first.nameNode.range, first.start), note: 'first' }],
      });
  },
});
