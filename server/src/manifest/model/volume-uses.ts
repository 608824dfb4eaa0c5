import { closest } from '../../engine/closest';
import { isInjectedVolume } from '../../knowledge/injected-volumes';
import { asMapping, asScalar, asSequence, entryOf, fieldOf, lookup, lookupAt, stringOf } from './lookup';
import type { Container, Mapping, PodSpec, Scalar, Volume } from './manifest';
import { isMisplacedOrMisspelled } from './misspelled-key';
import { mostProblems } from './tree';

/** What of a pod's volumes and mounts has no counterpart, as far as that is sure. */
export interface VolumeUses {
  readonly undeclared: readonly UndeclaredMount[];
  readonly unmounted: readonly Volume[];
}

/** A mount of a volume that the pod does not have. */
export interface UndeclaredMount {
  readonly container: Container;
  readonly name: Scalar;
  /** The volume that may be meant: one of a similar name, or the only one that nothing mounts. */
  readonly meant: string | undefined;
}

/**
 * Compares the volumes of a pod with what its containers mount. Only for kinds of Kubernetes' own: the controllers of others bring
 * volumes, and mount some.
 */
export function volumeUses(pod: PodSpec): VolumeUses {
  const { workload } = pod;
  const own = workload.kind?.groups.every((group) => !group.includes('.')) === true;
  if (!own || workload.lifetime === 'overlay') return { undeclared: [], unmounted: [] };
  const mounted = mountedNames(pod);
  const unmounted = mounted === undefined ? [] : pod.volumes.filter((volume) => isUnmounted(pod, volume, mounted));
  const declared = declaredNames(pod);
  const missing = declared === undefined ? [] : pod.containers.flatMap((container) => missingIn(container, declared));
  const free = unmounted.flatMap(({ name }) => name ?? []);
  const wanted = new Set(missing.map(({ name }) => String(name.value)));
  const only = free.length === 1 && wanted.size === 1 ? free[0] : undefined;
  const undeclared = missing.slice(0, mostProblems).map((mount) => {
    const name = String(mount.name.value);
    return { ...mount, meant: closest(name, free) ?? closest(name, declared ?? []) ?? only };
  });
  const meant = new Set(undeclared.map((mount) => mount.meant));
  return { undeclared, unmounted: unmounted.filter(({ name }) => !meant.has(name)).slice(0, mostProblems) };
}

/** The volumes that can be mounted, those of a StatefulSet's claims among them; `undefined` when there may be others. */
function declaredNames({ node, containers, workload }: PodSpec): ReadonlySet<string> | undefined {
  const volumes = namesIn(node, 'volumes', (item) => fieldOf(item, 'name'));
  const spec = lookupAt(workload.object.node, ['spec']);
  const holder = asMapping(spec.entry?.value);
  if (volumes === undefined || holder === undefined || spec.presence !== 'yes') return undefined;
  const around = [holder, ...containers.map((container) => container.node)].filter((mapping) => mapping !== node);
  if (around.some((mapping) => entryOf(mapping, 'volumes') !== undefined)) return undefined;
  const claims = namesIn(holder, 'volumeClaimTemplates', (item) =>
    fieldOf(asMapping(fieldOf(item, 'metadata')), 'name'),
  );
  return claims && new Set([...volumes, ...claims].map(({ value }) => String(value)));
}

function missingIn(
  container: Container,
  declared: ReadonlySet<string>,
): readonly Pick<UndeclaredMount, 'container' | 'name'>[] {
  const lists = [fieldOf(container.node, 'volumeMounts'), fieldOf(container.node, 'volumeDevices')];
  return lists.flatMap((list) =>
    (asSequence(list)?.items ?? []).flatMap((item) => {
      const name = asScalar(fieldOf(asMapping(item.value), 'name'));
      const text = stringOf(name);
      return name === undefined || text === undefined || text === '' || declared.has(text) || isInjectedVolume(text)
        ? []
        : [{ container, name }];
    }),
  );
}

/** The names of all volumes that are mounted; `undefined` when there may be more. */
function mountedNames({ node, containers }: PodSpec): ReadonlySet<string> | undefined {
  const lists = ['containers', 'initContainers', 'ephemeralContainers'].map((key) => lookup(node, key));
  if (lists.some(({ presence, entry }) => presence === 'unknown' || (entry !== undefined && !isWhole(entry.value))))
    return undefined;
  const found = new Set<string>();
  for (const container of containers)
    for (const key of ['volumeMounts', 'volumeDevices']) {
      const names = namesIn(container.node, key, (item) => fieldOf(item, 'name'));
      if (names === undefined) return undefined;
      for (const { value } of names) found.add(String(value));
    }
  return found;
}

/** The names in a list under a key; `undefined` when there may be others. */
function namesIn(
  mapping: Mapping,
  key: string,
  nameOf: (item: Mapping) => Mapping['entries'][number]['value'],
): readonly Scalar[] | undefined {
  const { presence, entry } = lookup(mapping, key);
  if (presence === 'unknown' || (presence === 'no' && isMisplacedOrMisspelled(mapping, key))) return undefined;
  if (entry?.value === undefined || (entry.value.kind === 'scalar' && entry.value.type === 'null')) return [];
  const items = asSequence(entry.value)?.items;
  if (items === undefined || !isWhole(entry.value)) return undefined;
  const names = items.map(({ value }) => {
    const item = asMapping(value);
    const name = item === undefined || item.open ? undefined : asScalar(nameOf(item));
    return stringOf(name) === undefined ? undefined : name;
  });
  const known = names.filter((name) => name !== undefined);
  return known.length < names.length ? undefined : known;
}

const isWhole = (list: Mapping['entries'][number]['value']): boolean => list?.kind === 'sequence' && !list.open;

/** Not one that an annotation names: what is added to the pod later may mount it, such as a sidecar of a mesh. */
function isUnmounted({ workload }: PodSpec, { name, node }: Volume, mounted: ReadonlySet<string>): boolean {
  if (name === undefined || mounted.has(name) || node.open || isInjectedVolume(name)) return false;
  const { metadata, annotations, object } = workload;
  const noted = metadata === undefined ? 'no' : lookup(metadata, 'annotations').presence;
  const texts = [...Object.values(annotations), ...Object.values(object.annotations)];
  return noted !== 'unknown' && !texts.some((text) => text.includes(name));
}
