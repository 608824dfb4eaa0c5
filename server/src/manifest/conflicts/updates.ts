import { setPath } from '../edits/replace-scalar';
import type { KubernetesObject } from '../model/manifest';
import { type UpdateConflict, updateConflict } from '../model/rolling-updates';
import { type Conflict, type Mend, removal, writing } from './conflict';

/** An update strategy that contradicts itself. */
export function updateConflicts(object: KubernetesObject): readonly Conflict[] {
  const conflict = updateConflict(object);
  if (conflict === undefined) return [];
  const type = conflict.kind === 'otherType' ? conflict.type : '';
  return [{ variant: conflict.kind, at: conflict.entry.key.range, values: { type }, mends: mends(object, conflict) }];
}

function mends({ document }: KubernetesObject, conflict: UpdateConflict): readonly Mend[] {
  switch (conflict.kind) {
    case 'otherType':
      return removal(document, conflict.strategy, conflict.entry, { safety: 'safe' });
    case 'standstill':
      return writing('maxSurge', '1', setPath(document, conflict.rolling, ['maxSurge'], 1));
    case 'bothWays':
      return writing('maxUnavailable', '0', setPath(document, conflict.rolling, ['maxUnavailable'], 0), {
        safety: conflict.written ? 'behaviour' : 'safe',
      });
  }
}
