import type { TypedScalar } from '../schema/typed-scalars';
import { type InvalidValue, isFilledIn, writing } from './invalid-value';

/** Fields that take a number of pods or a share of them, and whether more than all is too much. */
const shares: ReadonlyMap<string, boolean> = new Map([
  ['RollingUpdateDeployment.maxSurge', false],
  ['RollingUpdateDeployment.maxUnavailable', true],
  ['RollingUpdateDaemonSet.maxSurge', true],
  ['RollingUpdateDaemonSet.maxUnavailable', true],
  ['RollingUpdateStatefulSetStrategy.maxUnavailable', true],
  ['PodDisruptionBudgetSpec.minAvailable', true],
  ['PodDisruptionBudgetSpec.maxUnavailable', true],
]);

/** A share of pods that is no percentage. */
export function invalidShare({ object, name, field, node }: TypedScalar): InvalidValue | undefined {
  const limited = shares.get(name);
  const { value } = node;
  if (limited === undefined || typeof value !== 'string' || isFilledIn(value.replace(/%$/, ''))) return undefined;
  const percent = /^\d+%$/.test(value) ? Number.parseInt(value, 10) : undefined;
  if (percent !== undefined && (percent <= 100 || !limited)) return undefined;
  const [, digits] = /^\s*(\d{1,3})\s*%\s*$/.exec(value) ?? [];
  const wanted = digits === undefined || percent !== undefined ? undefined : `${digits}%`;
  return {
    variant: 'share',
    at: node.range,
    values: { value, field },
    mending: wanted === undefined ? undefined : writing(object.document, node, wanted, wanted, 'safe'),
  };
}
