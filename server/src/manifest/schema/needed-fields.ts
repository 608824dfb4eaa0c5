import { remembered } from '../../engine/remembered';
import { isOverlaid } from '../model/file-path';
import { asMapping, asSequence, entryOf, fieldOf, isNothing, lookup, stringOf } from '../model/lookup';
import type { Entry, Mapping } from '../model/nodes';
import { isFormBlank } from './accepted';
import type { ObjectType } from './field-types';
import type { TypedPlace } from './mismatches';

/** Fields that an object cannot do without, although the description of the API calls them optional. */
export interface NeededFields {
  /** A path to one field, or `oneOf`: one of several has to be there. */
  readonly path?: readonly string[];
  readonly oneOf?: readonly string[];
}

type Needs = (place: TypedPlace) => readonly NeededFields[];

const path = (...names: string[]): NeededFields => ({ path: names });
const always =
  (...needs: NeededFields[]): Needs =>
  () =>
    needs;

/** Source: kubernetes/kubernetes:pkg/apis, validation.go of each group, where it says `field.Required`. */
const needsByType: Readonly<Record<string, Needs>> = {
  Container: always(path('image')),
  EphemeralContainer: always(path('image')),
  Probe: always({ oneOf: ['httpGet', 'tcpSocket', 'grpc', 'exec'] }),
  LifecycleHandler: always({ oneOf: ['exec', 'httpGet', 'sleep', 'tcpSocket'] }),
  EnvFromSource: always({ oneOf: ['configMapRef', 'secretRef'] }),
  EnvVarSource: always({ oneOf: ['configMapKeyRef', 'secretKeyRef', 'fieldRef', 'resourceFieldRef', 'fileKeyRef'] }),
  ConfigMapEnvSource: always(path('name')),
  SecretEnvSource: always(path('name')),
  ConfigMapKeySelector: always(path('name')),
  SecretKeySelector: always(path('name')),
  ConfigMapVolumeSource: always(path('name')),
  ConfigMapProjection: always(path('name')),
  SecretProjection: always(path('name')),
  SecretVolumeSource: always(path('secretName')),
  SeccompProfile: localProfile,
  AppArmorProfile: localProfile,
  PodTemplateSpec: ({ object }) => (object.kind === 'PodTemplate' ? [] : [path('spec')]),
  PersistentVolumeClaim: always(path('spec')),
  PersistentVolumeClaimTemplate: always(path('spec')),
  PersistentVolumeClaimSpec: always(path('accessModes'), path('resources', 'requests', 'storage')),
  Service: always(path('spec')),
  ServiceSpec: ({ mapping }) => {
    if (stringOf(fieldOf(mapping, 'type')) === 'ExternalName') return [path('externalName')];
    if (stringOf(fieldOf(mapping, 'clusterIP')) === 'None') return [];
    // Without a selector either it is a patch, whose base has both.
    return fieldOf(mapping, 'selector') === undefined ? [] : [path('ports')];
  },
  ServicePort: ({ outer }) => ((asSequence(outer?.entry.value)?.items.length ?? 0) > 1 ? [path('name')] : []),
  IngressBackend: always({ oneOf: ['service', 'resource'] }),
  V2MetricSpec: ({ mapping }) => {
    const type = stringOf(fieldOf(mapping, 'type')) ?? '';
    return /^[A-Z]\w+$/.test(type) ? [path(type.charAt(0).toLowerCase() + type.slice(1))] : [];
  },
};

function localProfile({ mapping }: TypedPlace): readonly NeededFields[] {
  return stringOf(fieldOf(mapping, 'type')) === 'Localhost' ? [path('localhostProfile')] : [];
}

const requiredOf = remembered(({ required }: ObjectType) => required.map(({ name }) => path(name)));

/** What of the needed fields is surely not there. */
export function absentFields(place: TypedPlace): readonly NeededFields[] {
  if (isOverlaid(place.object.document.path)) return [];
  const { type, mapping } = place;
  const needs = [
    ...requiredOf(type),
    ...(Object.hasOwn(needsByType, type.name) ? (needsByType[type.name]?.(place) ?? []) : []),
    ...(place.outer === undefined ? objectNeeds(place) : []),
  ];
  return needs.filter((need) =>
    need.oneOf === undefined
      ? isAbsent(mapping, need.path ?? []) && !isAddedLater(place, need.path ?? [])
      : need.oneOf.every((name) => isAbsent(mapping, [name])),
  );
}

/** Objects that are only asked, and kept nowhere. */
const question = /Review$/;

function objectNeeds({ object, mapping, type }: TypedPlace): readonly NeededFields[] {
  if (mapping !== object.node) return [];
  const spec = type.fields.get('spec')?.type;
  const needs = [path('apiVersion'), path('kind')];
  if (spec?.kind === 'object' && spec.required.length > 0) needs.push(path('spec'));
  const named = ['name', 'generateName'].some((name) => !isAbsent(mapping, ['metadata', name]));
  if (!named && !question.test(object.kind)) needs.push(path('metadata', 'name'));
  return needs;
}

/**
 * Whether something else writes what is not there: kustomize, which adds selectors together with the labels that they ask for
 * (`commonLabels`, `labels` with `includeSelectors`), or what replaces the `##NAME##` behind the key, a comment to YAML.
 */
function isAddedLater({ mapping, object }: TypedPlace, [name = '', ...rest]: readonly string[]): boolean {
  const entry = entryOf(mapping, name);
  if (entry !== undefined && rest.length > 0)
    return entry.value?.kind === 'mapping' && isReplaced(entryOf(entry.value, rest[0] ?? ''), object);
  // `- name: <your application>` in a manual: the rest is for the reader to write.
  if (name === 'image' && isFormBlank(stringOf(fieldOf(mapping, 'name')) ?? '')) return true;
  const template = asMapping(fieldOf(mapping, 'template'));
  if (name === 'selector' && template !== undefined && isAbsent(template, ['metadata', 'labels'])) return true;
  return isReplaced(entry, object);
}

const isReplaced = (entry: Entry | undefined, { document }: TypedPlace['object']): boolean =>
  entry !== undefined &&
  /^["']?:[ \t]*##\w+##/.test(document.text.slice(entry.key.range.end, entry.key.range.end + longestMark));

/** Enough to see a mark by. */
const longestMark = 100;

/** Whether nothing stands at a path, for sure. */
function isAbsent(mapping: Mapping, names: readonly string[]): boolean {
  let inside: Mapping = mapping;
  for (const [index, name] of names.entries()) {
    const { presence, entry } = lookup(inside, name);
    if (presence !== 'yes') return presence === 'no';
    const value = entry?.value;
    if (isNothing(value) || (name === 'image' && stringOf(value) === '')) return true;
    if (index === names.length - 1) return false;
    // Something else stands where a mapping belongs.
    if (value?.kind !== 'mapping') return false;
    inside = value;
  }
  return false;
}
