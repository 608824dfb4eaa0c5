import { asMapping, asSequence, fieldOf, isUnknown, lookup, stringOf } from './lookup';
import type { Container, Mapping, PodSpec, Volume, VolumeMount } from './manifest';

/** What a path in a container is on: a mounted volume, the container's own files, or something that cannot be told. */
export type Ground =
  | { readonly kind: 'container' }
  | { readonly kind: 'volume'; readonly mount: VolumeMount; readonly volume: Volume }
  /** A claim of the StatefulSet's own. */
  | { readonly kind: 'claimTemplate'; readonly mount: VolumeMount; readonly template: Mapping }
  | { readonly kind: 'unknown' };

/** What a path in a container is on. */
export function groundOf(container: Container, path: string): Ground {
  if (mayMountMore(container)) return { kind: 'unknown' };
  const mounts = container.mounts.filter((mount) => mount.path !== undefined && covers(mount.path, path));
  const [mount] = mounts.sort((one, other) => (other.path ?? '').length - (one.path ?? '').length);
  return mount === undefined ? { kind: 'container' } : groundOfMount(container, mount);
}

/** What a container mounts by one of its mounts. */
export function groundOfMount({ pod }: Container, mount: VolumeMount): Ground {
  if (mount.name === undefined) return { kind: 'unknown' };
  const { volumes, templates } = sourcesOf(pod);
  const volume = volumes.get(mount.name);
  if (volume !== undefined)
    return volume.source === undefined ? { kind: 'unknown' } : { kind: 'volume', mount, volume };
  const template = templates.get(mount.name);
  return template === undefined ? { kind: 'unknown' } : { kind: 'claimTemplate', mount, template };
}

/** What the mounts of a pod can be of, by name; of several that share one, the first. */
interface Sources {
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly templates: ReadonlyMap<string, Mapping>;
}

const sources = new WeakMap<PodSpec, Sources>();

function sourcesOf(pod: PodSpec): Sources {
  const known = sources.get(pod);
  if (known !== undefined) return known;
  const found = {
    volumes: byName(pod.volumes.map((volume) => [volume.name, volume])),
    templates: byName(claimTemplatesOf(pod).map((node) => [nameOf(node), node])),
  };
  sources.set(pod, found);
  return found;
}

function byName<Value>(pairs: readonly (readonly [string | undefined, Value])[]): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const [name, value] of pairs) if (name !== undefined && !found.has(name)) found.set(name, value);
  return found;
}

const mounters = new WeakMap<PodSpec, ReadonlyMap<string, number>>();

/** Whether several containers of a pod mount a volume, or a template may bring another one that does. */
export const isSharedVolume = (pod: PodSpec, name: string): boolean =>
  (mountersOf(pod).get(name) ?? 0) > 1 || mayHaveMoreContainers(pod);

const mayHaveMoreContainers = ({ node }: PodSpec): boolean =>
  ['containers', 'initContainers'].some((key) => {
    const { presence, entry } = lookup(node, key);
    return presence === 'unknown' || isUnknown(entry?.value) || asSequence(entry?.value)?.open === true;
  });

function mountersOf(pod: PodSpec): ReadonlyMap<string, number> {
  const known = mounters.get(pod);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const { mounts } of pod.containers)
    for (const name of new Set(mounts.flatMap((mount) => mount.name ?? [])))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  mounters.set(pod, counts);
  return counts;
}

/** Whether a folder holds a path, or is it. */
export const covers = (folder: string, path: string): boolean => {
  const [outer, inner] = [folder, path].map((each) => each.replace(/\/+$/, ''));
  return inner === outer || (inner ?? '').startsWith(`${outer}/`);
};

/** The claims that a StatefulSet makes for each of its pods. */
function claimTemplatesOf({ workload }: PodSpec): readonly Mapping[] {
  const spec = asMapping(fieldOf(workload.object.node, 'spec'));
  return (asSequence(fieldOf(spec, 'volumeClaimTemplates'))?.items ?? []).flatMap(
    ({ value }) => asMapping(value) ?? [],
  );
}

const nameOf = (claim: Mapping): string | undefined => stringOf(fieldOf(asMapping(fieldOf(claim, 'metadata')), 'name'));

function mayMountMore({ node, mounts }: Container): boolean {
  const { presence, entry } = lookup(node, 'volumeMounts');
  if (presence === 'no') return false;
  const list = asSequence(entry?.value);
  if (presence === 'unknown' || list === undefined || list.open || list.items.some(({ conditional }) => conditional))
    return true;
  return mounts.some(({ path }) => path === undefined);
}
