import { shifted } from '../../../engine/text';
import { objectLabel, objectPlace } from '../../model/object-place';
import { overlappingSelectors } from '../../model/overlapping-selectors';
import { manifestFileRule } from '../../rule';

export default manifestFileRule({
  id: 'overlapping-selectors',
  chapter: 'objects',
  variants: {
    same: {
      severity: 'warning',
      message: '`{name}` and `{other}` select each other’s pods: each counts, and may take, those of the other',
    },
    wider: {
      severity: 'information',
      message: 'The selector of `{name}` finds the pods of `{other}` too: its autoscaler and budget count both',
    },
  },
  notes: { other: 'The other one' },
  check(manifest, report) {
    for (const { pods, entry, other, mutual } of overlappingSelectors(manifest))
      report({
        variant: mutual ? 'same' : 'wider',
        at: shifted(entry.key.range, pods.start),
        values: { name: objectLabel(pods.object), other: objectLabel(other.object) },
        related: [{ at: shifted(objectPlace(other.object), other.start), note: 'other' }],
      });
  },
});
