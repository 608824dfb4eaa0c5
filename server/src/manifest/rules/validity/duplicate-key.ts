import type { FixOffer } from '../../../engine/rule';
import { isEmpty } from '../../edits/members';
import { mergeDuplicate } from '../../edits/merge-duplicate';
import { movesComment } from '../../edits/obstacles';
import { type DuplicateKey, duplicateKeys } from '../../model/duplicate-keys';
import type { Entry, ManifestDocument } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'duplicate-key',
  chapter: 'validity',
  variants: {
    duplicate: {
      severity: 'error',
      message: '`{key}` stands here again below: Kubernetes takes the last one, and what this one says is lost',
      tags: ['unnecessary'],
    },
  },
  fixes: {
    merge: { title: 'Make one `{key}` of both', safety: 'safe', revealing: true },
    remove: { title: 'Remove this `{key}`, which has no effect', safety: 'safe', revealing: true },
    removeEmpty: { title: 'Remove the empty `{key}` below', safety: 'safe', revealing: true },
  },
  notes: { later: 'This one counts' },
  check(document, report) {
    if (!document.recognised) return;
    for (const duplicate of duplicateKeys(document))
      report({
        variant: 'duplicate',
        at: duplicate.earlier.key.range,
        values: { key: duplicate.earlier.name },
        related: [{ at: duplicate.later.key.range, note: 'later' }],
        fixes: () => mends(document, duplicate),
      });
  },
});

function mends(
  document: ManifestDocument,
  { mapping, earlier, later }: DuplicateKey,
): readonly FixOffer<'merge' | 'remove' | 'removeEmpty'>[] {
  const edits = mergeDuplicate(document, mapping, earlier, later);
  if (edits === undefined || edits.length === 0 || edits.some((edit) => movesComment(document, edit))) return [];
  return [{ id: mendOf(earlier.value, later.value), edits: () => edits }];
}

/** As `mergeDuplicate` does it. */
function mendOf(one: Entry['value'], other: Entry['value']): 'merge' | 'remove' | 'removeEmpty' {
  if (isEmpty(other)) return 'removeEmpty';
  return one !== undefined && one.kind !== 'scalar' && one.kind === other?.kind ? 'merge' : 'remove';
}
