import type { FixOffer } from '../../../engine/rule';
import { insertItemsUnder } from '../../edits/insert-item';
import { insertPath } from '../../edits/insert-key';
import { placeholder } from '../../edits/value';
import { asMapping, fieldOf } from '../../model/lookup';
import type { PodSpec } from '../../model/manifest';
import { searchesClusterFirst } from '../../model/name-lookups';
import { objectLabel, objectPlace } from '../../model/object-place';
import { wholePods } from '../../model/whole-pods';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'dns-options',
  chapter: 'resources',
  enabled: false,
  variants: {
    missing: {
      severity: 'information',
      equals: ['kube-linter/dnsconfig-options'],
      message:
        '`{name}` asks for a name such as `api.example.com` in three search domains before it asks for the name itself',
    },
  },
  fixes: {
    dots: { title: 'Take names with a dot or two for whole ones (`ndots`), for you to fill in', safety: 'placeholder' },
  },
  check(document, report) {
    for (const { object, pod } of wholePods(document).filter(({ pod }) => searchesClusterFirst(pod)))
      report({
        variant: 'missing',
        at: objectPlace(object),
        values: { name: objectLabel(object) },
        fixes: () => stated(pod),
      });
  },
});

function stated({ node, workload }: PodSpec): readonly FixOffer<'dots'>[] {
  const { document } = workload.object;
  const options = [{ name: 'ndots', value: placeholder('2') }];
  const config = asMapping(fieldOf(node, 'dnsConfig'));
  const edits =
    config === undefined
      ? insertPath(document, node, ['dnsConfig', 'options'], options)
      : insertItemsUnder(document, config, 'options', options);
  return edits === undefined ? [] : [{ id: 'dots', edits: () => edits }];
}
