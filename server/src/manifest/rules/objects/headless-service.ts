import { soleFix } from '../../../engine/sole-fix';
import { shifted } from '../../../engine/text';
import { inFile } from '../../edits/in-file';
import { replaceScalar } from '../../edits/replace-scalar';
import { ungovernedSets } from '../../model/governing-services';
import { manifestFileRule } from '../../rule';

const equals = ['kube-score/statefulset-has-servicename'];

export default manifestFileRule({
  id: 'headless-service',
  chapter: 'objects',
  variants: {
    balanced: {
      severity: 'warning',
      equals,
      message: '`{service}` is not headless: the pods of `{name}` get no names by which the others can find them',
    },
    missing: {
      severity: 'warning',
      equals,
      message: 'There is no Service `{service}`, but `{headless}`: the pods of `{name}` get no names to be found by',
    },
  },
  fixes: {
    use: { title: 'Use the headless Service `{headless}`', safety: 'behaviour' },
  },
  notes: { service: 'The Service' },
  check(manifest, report) {
    for (const { object, start, nameNode, named, headless } of ungovernedSets(manifest)) {
      const other = headless?.name;
      const place = named && shifted((named.object.kindNode ?? named.object.node).range, named.start);
      report({
        variant: named === undefined ? 'missing' : 'balanced',
        at: shifted(nameNode.range, start),
        values: { service: nameNode.source, name: object.name ?? 'StatefulSet', headless: other ?? '' },
        related: place === undefined ? [] : [{ at: place, note: 'service' }],
        fixes: soleFix(
          'use',
          () => inFile(other === undefined ? undefined : replaceScalar(object.document, nameNode, other), start),
          { headless: other ?? '' },
        ),
      });
    }
  },
});
