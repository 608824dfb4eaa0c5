import { asMapping, asScalar, entryOf, fieldOf } from '../model/lookup';
import type { Entry, KubernetesObject, Node } from '../model/manifest';
import { type InvalidValue, isFilledIn } from './invalid-value';
import { isDataKey, isQualifiedName } from './names';

/** Keys of the user's own that the API server does not take: of labels, annotations, ConfigMaps and Secrets. */
export function invalidKeys(object: KubernetesObject): readonly InvalidValue[] {
  const metadata = [object.metadata, ...object.workloads.map((workload) => workload.metadata)];
  const named = [...new Set(metadata)].flatMap((each) =>
    ['labels', 'annotations'].flatMap((field) => entriesOf(fieldOf(each, field))),
  );
  return [
    ...named
      .filter(({ name }) => !isQualifiedName(name))
      .map(({ key, name }): InvalidValue => ({ variant: 'key', at: key.range, values: { value: name } })),
    ...(isData(object) ? invalidData(object) : []),
  ];
}

const isData = ({ apiVersion, kind }: KubernetesObject): boolean =>
  apiVersion === 'v1' && (kind === 'ConfigMap' || kind === 'Secret');

function invalidData({ node, kind }: KubernetesObject): readonly InvalidValue[] {
  const entries = ['data', 'binaryData', 'stringData'].flatMap((field) => entriesOf(fieldOf(node, field)));
  const wrong = entries
    .filter(({ name }) => !isDataKey(name))
    .map(({ key, name }): InvalidValue => ({ variant: 'dataKey', at: key.range, values: { value: name } }));
  const size = entries.reduce((sum, { value }) => sum + (asScalar(value)?.source.length ?? 0), 0);
  const data = entryOf(node, 'data');
  if (size <= mostData || data === undefined) return wrong;
  const values = { field: 'data', kind, length: String(size), limit: String(mostData) };
  return [...wrong, { variant: 'long', at: data.key.range, values }];
}

/** In bytes, of which a character is at least one. Source: kubernetes/kubernetes:pkg/apis/core/types.go, MaxSecretSize. */
const mostData = 2 ** 20;

/** The entries that a person wrote out. */
const entriesOf = (node: Node | undefined): readonly Entry[] =>
  (asMapping(node)?.entries ?? []).filter(
    ({ key, name, merged }) => !merged && key.type !== 'unknown' && name !== '' && !isFilledIn(name),
  );
