import { fullName } from '../../image/full-name';
import { nodeAgentNames, systemNamespaces } from '../../knowledge/node-agent-names';
import type { Workload } from './manifest';

/**
 * Whether a workload is a part of its nodes, and so cannot be kept off them: it belongs to the cluster itself, or it runs on
 * every node and is known for networking, storage, devices, logs, metrics or security there.
 */
export function isNodeAgent(workload: Workload): boolean {
  const known = answers.get(workload);
  if (known !== undefined) return known;
  const answer = looksLikeNodeAgent(workload);
  answers.set(workload, answer);
  return answer;
}

/** It is asked once for each container, and looks at all of them. */
const answers = new WeakMap<Workload, boolean>();

function looksLikeNodeAgent({ object, lifetime, pod }: Workload): boolean {
  if (object.namespace !== undefined && systemNamespaces.test(object.namespace)) return true;
  if (lifetime !== 'daemon') return false;
  const names = pod.containers.flatMap(({ name, image }) => [name, image && fullName(image)]);
  return [object.name, ...names].some((name) => name !== undefined && nodeAgentNames.some((known) => known.test(name)));
}
