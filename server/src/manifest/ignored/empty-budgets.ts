import { isOverlaid } from '../model/file-path';
import { asMapping, entryOf, isNothing, lookup } from '../model/lookup';
import type { KubernetesObject } from '../model/manifest';
import { isMisplacedOrMisspelled } from '../model/misspelled-key';
import type { Ignored } from './ignored';

/**
 * A disruption budget without a selector, which chooses no pods.
 * Source: kubernetes/api:policy/v1/types.go: `A null selector will match no pods, while an empty ({}) selector will select all pods`;
 * in policy/v1beta1 both match none.
 */
export function emptyBudgets({ kind, apiVersion, node, document }: KubernetesObject): readonly Ignored[] {
  if (kind !== 'PodDisruptionBudget' || !apiVersion.startsWith('policy/') || isOverlaid(document.path)) return [];
  if (document.mode === 'patch') return [];
  const spec = entryOf(node, 'spec');
  const mapping = asMapping(spec?.value);
  if (spec === undefined || mapping === undefined || lookup(node, 'spec').presence !== 'yes') return [];
  const { presence, entry } = lookup(mapping, 'selector');
  const chooses =
    presence === 'no'
      ? isMisplacedOrMisspelled(mapping, 'selector', node)
      : presence === 'unknown' || !isNothing(entry?.value);
  if (chooses) return [];
  return [{ variant: 'noPods', at: (entry ?? spec).key.range, values: {}, mends: [] }];
}
