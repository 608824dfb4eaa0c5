import { asScalar, lookup, stringOf } from '../../model/lookup';
import { objectLabel, objectPlace } from '../../model/object-place';
import { wholePods } from '../../model/whole-pods';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'missing-priority-class',
  chapter: 'resources',
  enabled: false,
  variants: {
    missing: {
      severity: 'information',
      equals: ['polaris/priorityClassNotSet'],
      message: '`{name}` has no priority class: when nodes are full, whatever has one is scheduled in its place',
    },
    other: {
      severity: 'information',
      equals: ['kube-linter/priority-class-name'],
      message: '`{class}` is none of the priority classes that are accepted here: {accepted}',
    },
  },
  options: {
    accepted: {
      type: 'strings',
      default: [],
      description: 'The priority classes that may be used; empty for any',
    },
  },
  check(document, report, { options: { accepted } }) {
    for (const { object, pod } of wholePods(document)) {
      const { presence, entry } = lookup(pod.node, 'priorityClassName');
      const written = asScalar(entry?.value);
      const name = stringOf(written);
      if (presence === 'no')
        report({ variant: 'missing', at: objectPlace(object), values: { name: objectLabel(object) } });
      else if (written !== undefined && name !== undefined && accepted.length > 0 && !accepted.includes(name))
        report({ variant: 'other', at: written.range, values: { class: name, accepted: accepted.join(', ') } });
    }
  },
});
