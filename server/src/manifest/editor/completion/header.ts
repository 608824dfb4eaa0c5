import type { Completion } from '../../../engine/editor';
import { rendered, templates } from '../../../engine/message';
import { builtInKinds } from '../../../knowledge/manifest-kinds';
import { renderEntries } from '../../edits/render-block';
import { editOf } from '../../edits/rendered';
import { styleAt } from '../../edits/style';
import { placeholder } from '../../edits/value';
import { objectsOfKind } from '../../model/file-objects';
import { asMapping, asSequence, fieldOf, stringOf, valueAt } from '../../model/lookup';
import type { Manifest } from '../../model/manifest';
import { apiVersions, kindsOf } from '../../schema/kubernetes-types';
import type { TypedPlace } from './typed-place';

const texts = templates({ own: 'defined in this file' });

/** A kind, and a version of the API that serves it. */
interface Served {
  readonly apiVersion: string;
  readonly kind: string;
  readonly own: boolean;
}

/** The kinds that people write, the most usual first. */
const usual = [
  'Deployment',
  'Service',
  'ConfigMap',
  'Secret',
  'Ingress',
  'StatefulSet',
  'CronJob',
  'Job',
  'DaemonSet',
  'Pod',
  'ServiceAccount',
  'PersistentVolumeClaim',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'NetworkPolicy',
  'Role',
  'RoleBinding',
  'Namespace',
];

/** The versions and kinds where an object begins; `undefined` at other places. */
export function headerCompletions(place: TypedPlace): readonly Completion[] | undefined {
  if (place.objectPath.length > 0 || (place.kind === 'value' && place.key !== 'apiVersion' && place.key !== 'kind'))
    return undefined;
  const served = servedKinds(place.model);
  if (place.kind === 'key') {
    const lines = place.type === undefined ? missingLines(place, served) : undefined;
    return place.isNew ? [...served.map((each, index) => headOf(place, each, index)), ...(lines ?? [])] : lines;
  }
  const other = place.key === 'kind' ? 'apiVersion' : 'kind';
  const written = stringOf(fieldOf(asMapping(place.part.root), other)) ?? place.object?.[other] ?? '';
  return place.key === 'kind' ? kinds(place, served, written) : versions(place, served, written);
}

function kinds(place: TypedPlace, served: readonly Served[], apiVersion: string): readonly Completion[] {
  const fitting = apiVersion === '' ? served : served.filter((each) => each.apiVersion === apiVersion);
  const others = fitting.some(({ own }) => own)
    ? []
    : kindsOf(apiVersion).filter((kind) => fitting.every((each) => each.kind !== kind));
  return [
    ...fitting.map(({ kind, apiVersion: version }) => ({ kind, version })),
    ...others.map((kind) => ({ kind, version: apiVersion })),
  ].map(
    ({ kind, version }, index): Completion => ({
      label: kind,
      kind: 'value',
      detail: version,
      edit: { range: place.range, newText: blank(place) + kind },
      order: index,
      topic: `${kind} `,
    }),
  );
}

function versions(place: TypedPlace, served: readonly Served[], kind: string): readonly Completion[] {
  const ending = place.document.lineEnding;
  const fitting = served.filter((each) => each.kind === kind);
  if (kind !== '' && fitting.length > 0)
    return fitting.map(({ apiVersion }, order) => versionOf(place, apiVersion, apiVersion, order, kind));
  const known = [...new Set([...served.map(({ apiVersion }) => apiVersion), ...apiVersions()])];
  const plain = known.map((version, index) => versionOf(place, version, version, index + served.length, undefined));
  if (place.siblings.has('kind')) return plain;
  const pairs = served.map(({ apiVersion, kind: each }, order) =>
    versionOf(place, `${apiVersion} ${each}`, `${apiVersion}${ending}kind: ${each}`, order, each),
  );
  return [...pairs, ...plain];
}

const versionOf = (
  place: TypedPlace,
  label: string,
  text: string,
  order: number,
  kind: string | undefined,
): Completion => ({
  label,
  kind: 'value',
  edit: { range: place.range, newText: blank(place) + text },
  order,
  ...(kind !== undefined && { topic: `${kind} ` }),
});

const blank = ({ needsBlank }: TypedPlace): string => (needsBlank ? ' ' : '');

/** What every object has, as long as nothing more is known of it. */
function missingLines(place: TypedPlace, served: readonly Served[]): readonly Completion[] {
  const kind = stringOf(fieldOf(asMapping(place.part.root), 'kind')) ?? '';
  const only = served.filter((each) => each.kind === kind);
  return (place.isNew ? ['apiVersion', 'kind'] : ['apiVersion', 'kind', 'metadata', 'spec'])
    .filter((name) => !place.siblings.has(name))
    .map((name, index): Completion => {
      const order = place.isNew ? 900 + index : index;
      const version = name === 'apiVersion' && only.length === 1 ? (only[0]?.apiVersion ?? '') : '';
      const isScalar = name === 'apiVersion' || name === 'kind';
      const { lineEnding } = place.document;
      const rest = isScalar
        ? ` ${version}`
        : `${lineEnding}${' '.repeat(place.column + styleAt(place.part, undefined).indent)}`;
      const newText = place.isFollowed ? name : `${name}:${rest}`;
      return {
        label: name,
        kind: 'property',
        edit: { range: place.range, newText },
        order,
        continues: isScalar && version === '',
      };
    });
}

/** The first lines of a new object. */
function headOf(place: TypedPlace, { apiVersion, kind, own }: Served, index: number): Completion {
  const entries = [
    ['apiVersion', apiVersion],
    ['kind', kind],
    ['metadata', { name: placeholder(kind.toLowerCase()) }],
  ] as const;
  const style = styleAt(place.part, undefined);
  const text = renderEntries(entries, place.column, style);
  return {
    label: kind,
    kind: 'snippet',
    detail: own ? `${apiVersion}, ${rendered(texts.own, {})}` : apiVersion,
    edit: text === undefined ? { range: place.range, newText: `apiVersion: ${apiVersion}` } : editOf(place.range, text),
    order: 10 + index,
    topic: `${kind} `,
  };
}

/** What Kubernetes has, the usual first, and what the file itself defines before all. */
function servedKinds(model: Manifest): readonly Served[] {
  const rank = (kind: string): number => (usual.includes(kind) ? usual.indexOf(kind) : usual.length);
  const builtIn = [...builtInKinds].map(([kind, { apiVersion }]) => ({ kind, apiVersion, own: false }));
  return [...ownKinds(model), ...builtIn.sort((one, other) => rank(one.kind) - rank(other.kind))];
}

const ownKinds = (model: Manifest): readonly Served[] =>
  objectsOfKind(model, 'CustomResourceDefinition').flatMap(({ object: { node } }) => {
    const group = stringOf(valueAt(node, ['spec', 'group']));
    const kind = stringOf(valueAt(node, ['spec', 'names', 'kind']));
    return (asSequence(valueAt(node, ['spec', 'versions']))?.items ?? []).flatMap(({ value }) => {
      const version = stringOf(valueAt(value, ['name']));
      return group === undefined || kind === undefined || version === undefined
        ? []
        : [{ apiVersion: `${group}/${version}`, kind, own: true }];
    });
  });
