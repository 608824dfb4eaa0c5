import { booleanOf, lookup, numberOf } from './lookup';
import type { Entry, Mapping, PodSpec } from './manifest';

/** Whether a pod surely uses its node's own network. */
export function isOnHostNetwork({ node }: PodSpec): boolean {
  const { presence, entry } = lookup(node, 'hostNetwork');
  return presence === 'yes' && booleanOf(entry?.value) === true;
}

/** The port of the node that an item of `ports` is given, when it is written; a zero is as good as nothing. */
export function hostPortOf(node: Mapping): { readonly entry: Entry; readonly number: number } | undefined {
  const { presence, entry } = lookup(node, 'hostPort');
  const number = numberOf(entry?.value);
  return presence === 'yes' && entry !== undefined && number !== undefined && number !== 0
    ? { entry, number }
    : undefined;
}
