import type { FixOffer, Rule } from './rule';
import type { UnusedSuppression } from './suppression';
import { withoutEntry, withoutSuppression } from './unsilence';

/** What the engine's own rule reads of a file. */
export interface UnusedSuppressions {
  readonly text: string;
  readonly unused: readonly UnusedSuppression[];
}

/** The engine's own rule: a Plimsoll suppression that silences nothing hides the next mistake. */
export const unusedSuppression: Rule<UnusedSuppressions, 'named' | 'bare', 'id' | 'comment'> = {
  id: 'unused-suppression',
  chapter: 'correctness',
  variants: {
    named: {
      severity: 'hint',
      message: 'Nothing here is silenced by `{id}`: the suppression can go',
      tags: ['unnecessary'],
    },
    bare: {
      severity: 'hint',
      message: 'This suppression silences nothing: it can go',
      tags: ['unnecessary'],
    },
  },
  fixes: {
    id: { title: 'Remove `{id}` from the suppression', safety: 'safe' },
    comment: { title: 'Remove the suppression', safety: 'safe' },
  },
  check({ text, unused }, report) {
    for (const one of unused) {
      const { entry, suppression } = one;
      const fixes = fixesOf(text, one);
      if (entry === undefined) report({ variant: 'bare', at: suppression.range, fixes });
      else report({ variant: 'named', at: entry.range, values: { id: entry.id }, fixes });
    }
  },
};

/** What people wrote beside the ids is not taken away unless somebody asks for it. */
function fixesOf(
  text: string,
  { suppression, entry, isWhole }: UnusedSuppression,
): readonly FixOffer<'id' | 'comment'>[] {
  if (entry !== undefined && !isWhole) {
    const edits = withoutEntry(text, entry);
    return edits === undefined ? [] : [{ id: 'id', values: { id: entry.id }, edits: () => edits }];
  }
  const removal = withoutSuppression(text, suppression);
  if (removal === undefined) return [];
  return [{ id: 'comment', safety: removal.hasReason ? 'behaviour' : 'safe', edits: () => removal.edits }];
}
