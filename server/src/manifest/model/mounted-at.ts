import { asMapping, asSequence, fieldOf, lookup, stringOf } from './lookup';
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
  const volume = pod.volumes.find(({ name }) => name === mount.name);
  if (volume !== undefined)
    return volume.source === undefined ? { kind: 'unknown' } : { kind: 'volume', mount, volume };
  const template = claimTemplatesOf(pod).find(({ name }) => name === mount.name);
  return template === undefined ? { kind: 'unknown' } : { kind: 'claimTemplate', mount, template: template.node };
}

/** Whether a folder holds a path, or is it. */
export const covers = (folder: string, path: string): boolean => {
  const [outer, inner] = [folder, path].map((each) => each.replace(/\/+$/, ''));
  return inner === outer || (inner ?? '').startsWith(`${outer}/`);
};

/** The claims that a StatefulSet makes for each of its pods. */
export function claimTemplatesOf({
  workload,
}: PodSpec): readonly { readonly name: string | undefined; readonly node: Mapping }[] {
  const spec = asMapping(fieldOf(workload.object.node, 'spec'));
  return (asSequence(fieldOf(spec, 'volumeClaimTemplates'))?.items ?? []).flatMap(({ value }) => {
    const node = asMapping(value);
    return node === undefined ? [] : [{ name: stringOf(fieldOf(asMapping(fieldOf(node, 'metadata')), 'name')), node }];
  });
}

function mayMountMore({ node, mounts }: Container): boolean {
  const { presence, entry } = lookup(node, 'volumeMounts');
  if (presence === 'no') return false;
  const list = asSequence(entry?.value);
  if (presence === 'unknown' || list === undefined || list.open || list.items.some(({ conditional }) => conditional))
    return true;
  return mounts.some(({ path }) => path === undefined);
}
