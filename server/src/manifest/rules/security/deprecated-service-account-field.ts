import type { FixOffer } from '../../../engine/rule';
import { removeEntry } from '../../edits/remove';
import { renameKey } from '../../edits/replace-scalar';
import { fieldOf, lookup, stringOf } from '../../model/lookup';
import type { Entry, ManifestDocument, Mapping } from '../../model/manifest';
import { manifestRule } from '../../rule';
import { isClaimed } from '../../schema/claimed-keys';

const equals = ['kube-linter/deprecated-service-account-field', 'kubescape/C-0294'];

export default manifestRule({
  id: 'deprecated-service-account-field',
  chapter: 'security',
  variants: {
    renamed: {
      severity: 'warning',
      equals,
      message: '`serviceAccount` is deprecated: `serviceAccountName` is what tools and policies read',
      tags: ['deprecated'],
    },
    hidden: {
      severity: 'warning',
      equals,
      message: '`serviceAccount: {account}` has no effect beside `serviceAccountName: {name}`',
      tags: ['deprecated'],
    },
  },
  fixes: {
    rename: { title: 'Rename it to `serviceAccountName`', safety: 'safe' },
    remove: { title: 'Remove `serviceAccount`', safety: 'safe' },
  },
  check(document, report) {
    for (const { pod } of document.objects.flatMap(({ workloads }) => workloads)) {
      const { presence, entry } = lookup(pod.node, 'serviceAccount');
      if (presence !== 'yes' || entry === undefined) continue;
      const named = lookup(pod.node, 'serviceAccountName');
      const name = stringOf(named.entry?.value);
      report({
        variant: name === undefined ? 'renamed' : 'hidden',
        at: entry.key.range,
        values: { account: stringOf(entry.value) ?? '', name: name ?? '' },
        fixes: () => (name === undefined ? renamed(document, pod.node, entry) : removed(document, pod.node, entry)),
      });
    }
  },
});

function renamed(document: ManifestDocument, pod: Mapping, entry: Entry): readonly FixOffer<'rename'>[] {
  const once = pod.entries.filter(({ name }) => name === entry.name).length === 1;
  const edits =
    once && fieldOf(pod, 'serviceAccountName') === undefined && !isClaimed(document, pod, 'serviceAccountName', entry)
      ? renameKey(document, pod, entry, 'serviceAccountName')
      : undefined;
  // Where the rest is elsewhere, the old name may be overruled by the new one there.
  return edits === undefined
    ? []
    : [{ id: 'rename', safety: document.mode === 'plain' ? 'safe' : 'behaviour', edits: () => edits }];
}

function removed(document: ManifestDocument, pod: Mapping, entry: Entry): readonly FixOffer<'remove'>[] {
  const edits = removeEntry(document, pod, entry);
  return edits === undefined ? [] : [{ id: 'remove', edits: () => edits }];
}
