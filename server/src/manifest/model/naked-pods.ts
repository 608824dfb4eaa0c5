import { isForPeople } from '../../knowledge/names-for-people';
import { isIdle } from '../../shell/keep-alive';
import { lookup, lookupAt, stringOf } from './lookup';
import type { Container, KubernetesObject, Workload } from './manifest';
import { startedProcess } from './started-process';

/**
 * The Pods of a document that are meant to run on and that nothing makes again. Not one that a tool or a controller made,
 * the kubelet runs from a file, or a person uses for a while.
 */
export function nakedPod(object: KubernetesObject): Workload | undefined {
  const { kind, apiVersion, document } = object;
  if (kind !== 'Pod' || apiVersion !== 'v1' || document.mode !== 'plain' || document.generated) return undefined;
  const [workload] = object.workloads;
  return workload !== undefined && runsOn(workload) && isMeantToStay(object) ? workload : undefined;
}

function runsOn({ pod, object }: Workload): boolean {
  const policy = lookup(pod.node, 'restartPolicy');
  if (policy.presence === 'unknown' || (policy.presence === 'yes' && stringOf(policy.entry?.value) !== 'Always'))
    return false;
  if (pod.containers.some(isForSomebody)) return false;
  // Somebody, or a controller, has put it where it is; what has a status was read from a cluster.
  return lookup(pod.node, 'nodeName').presence === 'no' && lookup(object.node, 'status').presence === 'no';
}

/** A terminal, or nothing but time. */
function isForSomebody(container: Container): boolean {
  const words = startedProcess(container)?.program.map(({ value }) => value) ?? [];
  return (
    words[0] === 'sleep' ||
    isIdle(words) ||
    ['stdin', 'tty'].some((key) => lookup(container.node, key).presence !== 'no')
  );
}

/** Hooks of Helm and Argo CD run once; a mirror stands for a file of its node's; a plugin's partial object. */
const ofTools = /^(?:helm\.sh|argocd\.argoproj\.io|kubernetes\.io)\/(?:hook|config\..+)$/;

/** Folders of tests, and the one from which the kubelet starts a node's own pods. */
const folders =
  /(?:^|[\\/])(?:tests?|testing|test-?data|fixtures?|e2e|etc[\\/]kubernetes[\\/]manifests|static-?pods?)[\\/]/i;

function isMeantToStay({ node, name, namespace, annotations, document }: KubernetesObject): boolean {
  const owners = lookupAt(node, ['metadata', 'ownerReferences']).presence;
  const generated = lookupAt(node, ['metadata', 'generateName']).presence;
  if (owners !== 'no' || generated !== 'no' || name === undefined || namespace === 'kube-system') return false;
  if (Object.keys(annotations).some((key) => ofTools.test(key)) || folders.test(document.path ?? '')) return false;
  return !isForPeople(name) && !isForPeople(document.path?.replace(/^.*[\\/]/, '') ?? '');
}
