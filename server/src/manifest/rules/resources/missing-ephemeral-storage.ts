import type { FixOffer } from '../../../engine/rule';
import { soleFix } from '../../../engine/sole-fix';
import { copyQuantity } from '../../edits/copy-quantity';
import { insertMissing } from '../../edits/insert-key';
import { placeholder } from '../../edits/value';
import { everyContainer, labelOf } from '../../model/every-container';
import { fieldOf, isNothing, lookupAt } from '../../model/lookup';
import type { Container, ManifestDocument } from '../../model/manifest';
import { resourcesPlace, statesResources } from '../../model/requested-resources';
import { higherLimit } from '../../model/resource-pairs';
import { manifestRule } from '../../rule';

const present = 'kube-score/container-ephemeral-storage-request-and-limit';
const equal = 'kube-score/container-ephemeral-storage-request-equals-limit';
const resource = 'ephemeral-storage';

export default manifestRule({
  id: 'missing-ephemeral-storage',
  chapter: 'resources',
  enabled: false,
  variants: {
    missing: {
      severity: 'information',
      equals: [present],
      message: "`{container}` states no {missing} for ephemeral storage: its logs and files can fill the node's disk",
    },
    unequal: {
      severity: 'information',
      equals: [equal],
      message:
        '`{container}` is promised {request} of ephemeral storage and may take {limit}: it may be evicted before that',
    },
  },
  fixes: {
    state: { title: 'State {missing} for ephemeral storage, for you to fill in', safety: 'placeholder' },
    raise: { title: 'Request as much as the limit: {limit}', safety: 'behaviour' },
  },
  phrases: { missing: ['request', 'limit', 'request and limit'] },
  check(document, report) {
    for (const container of everyContainer(document).filter(statesResources)) {
      const lists = (['requests', 'limits'] as const).map((list) => ({ list, presence: presenceIn(container, list) }));
      const missing = lists.filter(({ presence }) => presence === 'no').map(({ list }) => list);
      const pair = higherLimit(container, resource);
      if (missing.length > 0 && lists.every(({ presence }) => presence !== 'unknown'))
        report({
          variant: 'missing',
          at: resourcesPlace(container, missing[0] ?? 'requests'),
          values: { container: labelOf(container), missing: inWords(missing) },
          fixes: () => stated(document, container, missing),
        });
      else if (pair !== undefined) {
        report({
          variant: 'unequal',
          at: pair.request.range,
          values: { container: labelOf(container), request: pair.request.source, limit: pair.limit.source },
          fixes: soleFix('raise', () => copyQuantity(document, pair.limit, pair.request)),
        });
      }
    }
  },
});

type List = 'requests' | 'limits';

function presenceIn({ node }: Container, list: List): 'yes' | 'no' | 'unknown' {
  const { presence, entry } = lookupAt(node, ['resources', list, resource]);
  return presence === 'yes' && isNothing(entry?.value) ? 'no' : presence;
}

const inWords = (lists: readonly List[]): string =>
  lists.map((list) => (list === 'requests' ? 'request' : 'limit')).join(' and ');

/** What one of the two says is what the other starts from. */
function stated(
  document: ManifestDocument,
  { node, resources }: Container,
  missing: readonly List[],
): readonly FixOffer<'state'>[] {
  const other = (['requests', 'limits'] as const)
    .map((list) => fieldOf(resources, list))
    .map((list) => (list?.kind === 'mapping' ? fieldOf(list, resource) : undefined))
    .find((value) => value?.kind === 'scalar' && typeof value.value === 'string');
  const quantity = other?.kind === 'scalar' ? other.source : '1Gi';
  const value = Object.fromEntries(missing.map((list) => [list, { [resource]: placeholder(quantity) }]));
  const edits = insertMissing(document, node, { resources: value });
  return edits === undefined ? [] : [{ id: 'state', edits: () => edits }];
}
