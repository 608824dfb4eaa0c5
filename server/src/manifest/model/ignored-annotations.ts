import { appArmorAnnotation, type DeadAnnotation, deadAnnotation } from '../../knowledge/dead-annotations';
import { asMapping, fieldOf, lookupAt } from './lookup';
import type { Entry, KubernetesObject, Mapping, Presence, Workload } from './manifest';
import { mostProblems } from './tree';

/** An annotation whose time is over. */
export interface OldAnnotation {
  readonly annotations: Mapping;
  readonly entry: Entry;
  /** What is known of one that nothing reads; `undefined` for one of AppArmor, which still works. */
  readonly dead: DeadAnnotation | undefined;
  /** What has the field that takes its place; `undefined` where that cannot be told. */
  readonly holder: Mapping | undefined;
  /** Whether the field is there. */
  readonly replaced: Presence;
}

/** The annotations of an object and its pods that a field has taken the place of. */
export function oldAnnotations(object: KubernetesObject): readonly OldAnnotation[] {
  const pods = object.workloads.flatMap((workload) => {
    const containers = new Map(workload.pod.containers.map(({ name, node }) => [name, node]));
    return written(workload.metadata).flatMap((each) => ofPod(workload, containers, each) ?? []);
  });
  return [...pods.slice(0, mostProblems), ...(object.kind === 'Service' ? ofService(object) : [])];
}

interface Annotation {
  readonly annotations: Mapping;
  readonly entry: Entry;
}

function written(metadata: Mapping | undefined): readonly Annotation[] {
  const annotations = asMapping(fieldOf(metadata, 'annotations'));
  return (annotations?.entries ?? []).flatMap((entry) =>
    annotations === undefined || entry.merged || entry.conditional ? [] : [{ annotations, entry }],
  );
}

function ofPod(
  { pod }: Workload,
  containers: ReadonlyMap<string | undefined, Mapping>,
  { annotations, entry }: Annotation,
): OldAnnotation | undefined {
  const dead = deadAnnotation(entry.name);
  if (entry.name.startsWith(appArmorAnnotation)) {
    const container = containers.get(entry.name.slice(appArmorAnnotation.length));
    return withField(annotations, entry, undefined, container, ['securityContext', 'appArmorProfile']);
  }
  if (dead?.of !== 'pod') return undefined;
  const holder = dead.prefix ? containers.get(entry.name.slice(dead.name.length)) : pod.node;
  return withField(annotations, entry, dead, holder, dead.field);
}

const ofService = ({ node, metadata }: KubernetesObject): readonly OldAnnotation[] =>
  written(metadata).flatMap(({ annotations, entry }) => {
    const dead = deadAnnotation(entry.name);
    return dead?.of === 'Service' ? [withField(annotations, entry, dead, node, dead.field)] : [];
  });

const withField = (
  annotations: Mapping,
  entry: Entry,
  dead: DeadAnnotation | undefined,
  holder: Mapping | undefined,
  field: readonly string[] | undefined,
): OldAnnotation => ({
  annotations,
  entry,
  dead,
  holder,
  replaced: holder === undefined ? 'unknown' : field === undefined ? 'yes' : lookupAt(holder, field).presence,
});
