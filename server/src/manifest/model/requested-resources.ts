import type { TextRange } from '../../engine/text';
import { asMapping, entryOf, isNothing, lookupAt, valueAt } from './lookup';
import type { Container, Mapping } from './manifest';
import { isMisplacedOrMisspelled } from './misspelled-key';
import type { Presence } from './nodes';

export type ComputeResource = 'cpu' | 'memory';

/**
 * Whether a container asks for a resource: by a request, by a limit, which the API server takes for the request that is
 * missing, or by the request of its whole pod.
 * Source: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers
 */
export const requestOf = (container: Container, resource: ComputeResource): Presence =>
  anyOf(
    ['requests', 'limits'].flatMap((list) => [
      presenceAt(container.node, ['resources', list, resource]),
      presenceAt(container.pod.node, ['resources', list, resource]),
    ]),
  );

/** Whether a container cannot use more of a resource than is written, be it for itself or for its whole pod. */
export const limitOf = (container: Container, resource: ComputeResource): Presence =>
  anyOf([
    presenceAt(container.node, ['resources', 'limits', resource]),
    presenceAt(container.pod.node, ['resources', 'limits', resource]),
  ]);

/**
 * Whether nothing at all is written about CPU and memory: then what is missing, requests and a memory limit, is said in one
 * finding, by the rule about requests.
 */
export const isBestEffort = (container: Container): boolean =>
  requestOf(container, 'cpu') === 'no' && requestOf(container, 'memory') === 'no';

/**
 * Whether a container's resources are its own to state: not those of an ephemeral one, which has none, nor those of a
 * Tekton step, which stand elsewhere (`computeResources`).
 */
export const statesResources = ({ placement, pod }: Container): boolean =>
  placement !== 'ephemeral' && pod.workload.kind?.groups.includes('tekton.dev') !== true;

/** Where something is missing from a container's resources: the innermost key that is there to hold it, else the container's name. */
export function resourcesPlace({ node, nameNode }: Container, list: 'requests' | 'limits'): TextRange {
  const resources = entryOf(node, 'resources');
  const inner = entryOf(asMapping(resources?.value), list);
  return (inner ?? resources)?.key.range ?? nameNode?.range ?? node.range;
}

/** What is no mapping where one belongs is being typed, or wrong in another way. */
function presenceAt(mapping: Mapping, path: readonly string[]): Presence {
  for (const length of [1, 2]) {
    const value = valueAt(mapping, path.slice(0, length));
    if (value !== undefined && value.kind !== 'mapping' && !isNothing(value)) return 'unknown';
  }
  const { presence, entry } = lookupAt(mapping, path);
  if (presence === 'no' && isMisspelledOn(mapping, path)) return 'unknown';
  return presence === 'yes' && isNothing(entry?.value) ? 'no' : presence;
}

/** Whether the first key on a path that is not there is there in other letters. */
function isMisspelledOn(mapping: Mapping, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return false;
  const inside = asMapping(valueAt(mapping, [name]));
  return inside === undefined ? isMisplacedOrMisspelled(mapping, name) : isMisspelledOn(inside, rest);
}

const anyOf = (presences: readonly Presence[]): Presence => {
  if (presences.includes('yes')) return 'yes';
  return presences.includes('unknown') ? 'unknown' : 'no';
};
