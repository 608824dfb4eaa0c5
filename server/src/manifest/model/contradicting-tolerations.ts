import { asMapping, asSequence, fieldOf, lookup, numberOf, stringOf } from './lookup';
import type { Entry, Mapping, PodSpec } from './manifest';

/** A toleration whose fields contradict each other. */
export type ContradictingToleration =
  /** `Exists` asks for no value. */
  | {
      readonly kind: 'value';
      readonly node: Mapping;
      readonly operator: Entry;
      readonly entry: Entry;
      readonly text: string;
    }
  /** Only pods that are evicted, by `NoExecute`, have time to go. */
  | { readonly kind: 'time'; readonly node: Mapping; readonly entry: Entry };

/** Source: kubernetes/kubernetes pkg/apis/core/validation/validation.go, ValidateTolerations. */
export const contradictingTolerations = ({ node }: PodSpec): readonly ContradictingToleration[] =>
  (asSequence(fieldOf(node, 'tolerations'))?.items ?? []).flatMap((item) => {
    const toleration = asMapping(item.value);
    return toleration === undefined ? [] : [...uselessValue(toleration), ...idleTime(toleration)];
  });

function uselessValue(node: Mapping): readonly ContradictingToleration[] {
  const operator = lookup(node, 'operator');
  const value = lookup(node, 'value');
  const text = stringOf(value.entry?.value) ?? '';
  if (operator.presence !== 'yes' || value.presence !== 'yes' || text === '') return [];
  if (operator.entry === undefined || value.entry === undefined) return [];
  return stringOf(operator.entry.value) === 'Exists'
    ? [{ kind: 'value', node, operator: operator.entry, entry: value.entry, text }]
    : [];
}

function idleTime(node: Mapping): readonly ContradictingToleration[] {
  const time = lookup(node, 'tolerationSeconds');
  const effect = lookup(node, 'effect');
  if (time.presence !== 'yes' || time.entry === undefined || numberOf(time.entry.value) === undefined) return [];
  const name = effect.presence === 'no' ? '' : stringOf(effect.entry?.value);
  return name === '' || name === 'NoSchedule' || name === 'PreferNoSchedule'
    ? [{ kind: 'time', node, entry: time.entry }]
    : [];
}
