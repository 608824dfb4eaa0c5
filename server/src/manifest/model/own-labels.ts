import { valueAt } from './lookup';
import type { Workload } from './manifest';
import { labelRequirements, selectorRequirements } from './selectors';

/** The labels by which a controller finds its own pods; `undefined` when they are not written, or no labels alone. */
export function ownLabels({ object }: Workload): ReadonlyMap<string, string> | undefined {
  const selector = valueAt(object.node, ['spec', 'selector']);
  const plain = object.kind === 'ReplicationController' || object.kind === 'DeploymentConfig';
  const requirements = plain ? labelRequirements(selector) : selectorRequirements(selector);
  if (requirements === undefined || requirements.length === 0 || requirements.some(({ equality }) => !equality))
    return undefined;
  return new Map(requirements.map(({ key, values }) => [key, values[0] ?? '']));
}
