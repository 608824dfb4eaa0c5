import { serverRole } from '../../../knowledge/image-roles';
import { dataServerOf, isLasting } from '../../model/kept-data';
import { asMapping, asSequence, fieldOf, isNothing, lookup, lookupAt, stringOf, valueAt } from '../../model/lookup';
import type { Container, Mapping, Workload } from '../../model/manifest';
import { manifestRule } from '../../rule';

export default manifestRule({
  id: 'stateless-stateful-set',
  chapter: 'state',
  variants: {
    stateless: {
      severity: 'information',
      message:
        '`{name}` keeps nothing and has no name of its own to keep: as a Deployment it rolls out and fails over faster',
    },
  },
  check(document, report) {
    for (const workload of document.objects.flatMap(({ workloads }) => workloads)) {
      const { object } = workload;
      if (object.kind !== 'StatefulSet' || object.kindNode === undefined || !isStateless(workload)) continue;
      report({ variant: 'stateless', at: object.kindNode.range, values: { name: object.name ?? object.kind } });
    }
  },
});

function isStateless(workload: Workload): boolean {
  const { object, pod } = workload;
  const claims = lookupAt(object.node, ['spec', 'volumeClaimTemplates']);
  if (claims.presence === 'unknown' || (asSequence(claims.entry?.value)?.items.length ?? 0) > 0) return false;
  if (ofIdentity.some((path) => lookupAt(object.node, ['spec', ...path]).presence !== 'no')) return false;
  return !mayKeep(workload) && !pod.containers.some(knowsItsName) && !hasServiceOfNeed(workload);
}

/** Settings that only make sense where the pods differ. */
const ofIdentity: readonly (readonly string[])[] = [
  ['ordinals'],
  ['podManagementPolicy'],
  ['persistentVolumeClaimRetentionPolicy'],
  ['updateStrategy', 'rollingUpdate', 'partition'],
];

/** Whether a pod has a lasting volume, or runs a server that is known to keep data. */
function mayKeep({ pod }: Workload): boolean {
  const { presence, entry } = lookup(pod.node, 'volumes');
  const list = asSequence(entry?.value);
  if (presence === 'unknown' || (presence === 'yes' && (list === undefined || list.open))) return true;
  return pod.volumes.some(isLasting) || pod.containers.some((container) => dataServerOf(container) !== undefined);
}

/** A pod's name is known to it as `metadata.name`, as its hostname, and in its words as any of both. */
function knowsItsName({ environment, environmentFrom, command, args, node }: Container): boolean {
  if (lookup(node, 'env').presence === 'unknown' || environmentFrom.length > 0) return true;
  const fields = environment.map(({ valueFrom }) => stringOf(fieldOf(fieldRefOf(valueFrom), 'fieldPath')));
  if (fields.some((field) => field === 'metadata.name' || field?.includes('pod-index') === true)) return true;
  const texts = [
    ...environment.map(({ value }) => value),
    ...[...(command ?? []), ...(args ?? [])].map(({ text }) => text),
  ];
  return texts.some((text) => text !== undefined && /hostname|pod_?name|ordinal|-\d+\./i.test(text));
}

const fieldRefOf = (valueFrom: Mapping | undefined): Mapping | undefined => asMapping(fieldOf(valueFrom, 'fieldRef'));

/**
 * Whether a Service gives each pod a name that somebody may use. It was required for long, so that for web servers it says
 * nothing: they do not look for each other.
 */
function hasServiceOfNeed({ object, pod }: Workload): boolean {
  const service = valueAt(object.node, ['spec', 'serviceName']);
  if (lookupAt(object.node, ['spec', 'serviceName']).presence === 'unknown') return true;
  if (isNothing(service) || stringOf(service) === '') return false;
  const apps = pod.containers.filter(({ placement }) => placement === 'app');
  return !apps.every(({ image }) => image !== undefined && !image.variable && serverRole(image.text) === 'web');
}
