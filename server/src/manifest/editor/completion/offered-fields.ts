import { volumeDeadSince } from '../../../knowledge/dead-volumes';
import {
  backendTargets,
  budgetBounds,
  environmentSources,
  handlerFields,
  projectedSources,
  subPaths,
  variableSources,
  volumeSources,
} from '../../../knowledge/exclusive-fields';
import { compared, filledIn } from '../../../knowledge/server-fields';
import type { Field, ObjectType } from '../../schema/field-types';
import type { TypedPlace } from './typed-place';

/** Fields of which a mapping has one, by its type. */
const exclusive: Readonly<Record<string, readonly string[]>> = {
  Probe: handlerFields,
  LifecycleHandler: handlerFields,
  EnvVarSource: variableSources,
  EnvVar: ['value', 'valueFrom'],
  EnvFromSource: environmentSources,
  VolumeMount: subPaths,
  Volume: volumeSources,
  VolumeProjection: projectedSources,
  PodDisruptionBudgetSpec: budgetBounds,
  IngressBackend: backendTargets,
};

/** Not for people to write: the cluster does, or another field has taken their place. */
const unwanted: ReadonlySet<string> = new Set([
  ...[...filledIn, ...compared].map((name) => `ObjectMeta.${name}`),
  'ObjectMeta.ownerReferences',
  'PodSpec.serviceAccount',
  'ServiceSpec.loadBalancerIP',
  'PodSpec.ephemeralContainers',
]);

/** Fields of containers that init containers do not have, unless they are sidecars. */
const forRunning: ReadonlySet<string> = new Set(['readinessProbe', 'livenessProbe', 'startupProbe', 'lifecycle']);

/**
 * The fields that may be added to a mapping of a type: none that is there, that excludes another one that is, or that the
 * cluster does not heed.
 * @param minor of the cluster's version
 */
export function offeredFields(
  { siblings, container, objectPath }: TypedPlace,
  type: ObjectType,
  minor: number,
): readonly Field[] {
  const group = Object.hasOwn(exclusive, type.name) ? (exclusive[type.name] ?? []) : [];
  const isDecided = group.some((name) => siblings.has(name));
  const isRoot = objectPath.length === 0;
  return [...type.fields.values()].filter(({ name, version }) => {
    if (siblings.has(name) || (isDecided && group.includes(name))) return false;
    if (unwanted.has(`${type.name}.${name}`) || (isRoot && name === 'status')) return false;
    if (version !== undefined && (version.on ?? Number.POSITIVE_INFINITY) > minor) return false;
    if (type.name === 'Volume' && (volumeDeadSince(name) ?? Number.POSITIVE_INFINITY) <= minor) return false;
    return !(type.name === 'Container' && container?.placement === 'init' && forRunning.has(name));
  });
}
