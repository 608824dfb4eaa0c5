import type { Rule } from './rule';
import type { SuppressedId } from './suppression';

/** The engine's own rule: a Plimsoll suppression that silences nothing hides the next mistake. */
export const unusedSuppression: Rule<readonly SuppressedId[], 'named' | 'bare'> = {
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
  check(unused, report) {
    for (const { id, range } of unused)
      report(id === '' ? { variant: 'bare', at: range } : { variant: 'named', at: range, values: { id } });
  },
};
