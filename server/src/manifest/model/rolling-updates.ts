import { groupOf } from '../../knowledge/workload-kinds';
import { asMapping, fieldOf, isNothing, lookup, numberOf, stringOf } from './lookup';
import type { Entry, KubernetesObject, Mapping } from './manifest';

/**
 * How a workload's update strategy contradicts itself. `otherType`: the details of a rolling update beside another type;
 * `standstill`: not a pod may be added or be missing; `bothWays`: a DaemonSet that adds pods first and takes them away first.
 */
export type UpdateConflict =
  | { readonly kind: 'otherType'; readonly strategy: Mapping; readonly entry: Entry; readonly type: string }
  | { readonly kind: 'standstill'; readonly rolling: Mapping; readonly entry: Entry }
  | { readonly kind: 'bothWays'; readonly rolling: Mapping; readonly entry: Entry; readonly written: boolean };

/** Source: kubernetes/kubernetes pkg/apis/apps/validation/validation.go; a DaemonSet's OnDelete lets the details stand. */
export function updateConflict({ kind, apiVersion, node }: KubernetesObject): UpdateConflict | undefined {
  if (groupOf(apiVersion) !== 'apps' && groupOf(apiVersion) !== 'extensions') return undefined;
  const field = kind === 'Deployment' ? 'strategy' : 'updateStrategy';
  const strategy = asMapping(fieldOf(asMapping(fieldOf(node, 'spec')), field));
  if (strategy === undefined) return undefined;
  const { presence, entry } = lookup(strategy, 'rollingUpdate');
  if (presence !== 'yes' || entry === undefined || isNothing(entry.value)) return undefined;
  const type = lookup(strategy, 'type');
  const name = type.presence === 'yes' ? stringOf(type.entry?.value) : undefined;
  if ((kind === 'Deployment' && name === 'Recreate') || (kind === 'StatefulSet' && name === 'OnDelete'))
    return { kind: 'otherType', strategy, entry, type: name };
  const rolling = asMapping(entry.value);
  if (rolling === undefined || (name !== 'RollingUpdate' && name !== undefined)) return undefined;
  return amountConflict(kind, rolling);
}

function amountConflict(kind: string, rolling: Mapping): UpdateConflict | undefined {
  if (kind !== 'Deployment' && kind !== 'DaemonSet') return undefined;
  const surge = lookup(rolling, 'maxSurge');
  const missing = lookup(rolling, 'maxUnavailable');
  if (surge.presence === 'unknown' || missing.presence === 'unknown') return undefined;
  // Defaults: kubernetes/kubernetes pkg/apis/apps/v1/defaults.go
  const usual = kind === 'Deployment' ? { surge: 'some', missing: 'some' } : { surge: 'none', missing: 'some' };
  const amounts = {
    surge: surge.presence === 'no' ? usual.surge : amountOf(surge.entry),
    missing: missing.presence === 'no' ? usual.missing : amountOf(missing.entry),
  };
  const entry = surge.entry ?? missing.entry;
  if (entry === undefined) return undefined;
  if (amounts.surge === 'none' && amounts.missing === 'none')
    return { kind: 'standstill', rolling, entry: missing.entry ?? entry };
  if (kind === 'DaemonSet' && amounts.surge === 'some' && amounts.missing === 'some')
    return { kind: 'bothWays', rolling, entry, written: missing.presence === 'yes' };
  return undefined;
}

function amountOf(entry: Entry | undefined): 'some' | 'none' | undefined {
  const number = numberOf(entry?.value);
  const share = /^(\d+)%$/.exec(stringOf(entry?.value) ?? '')?.[1];
  const amount = number ?? (share === undefined ? undefined : Number(share));
  return amount === undefined || amount < 0 ? undefined : amount > 0 ? 'some' : 'none';
}
