import { isNothing, lookup, numberOf } from './lookup';
import type { PodSpec } from './manifest';

/** Seconds between the stop signal and the kill where nothing is written: kubernetes/api core/v1/types.go. */
const usual = 30;

/** How long a pod has to stop, hooks included; `undefined` where a template or a patch decides. */
export function gracePeriodOf({ node }: PodSpec): number | undefined {
  const { presence, entry } = lookup(node, 'terminationGracePeriodSeconds');
  if (presence === 'unknown') return undefined;
  return isNothing(entry?.value) ? usual : numberOf(entry?.value);
}
