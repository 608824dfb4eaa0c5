import { mayShareNamespace, objectsNamed, objectsOfKind } from '../../model/file-objects';
import { asMapping, fieldOf } from '../../model/lookup';
import type { KubernetesObject, Manifest } from '../../model/manifest';

/** The names of the objects of a kind that something in a namespace may refer to, each once. */
export const namesOfKind = (manifest: Manifest, kind: string, namespace: string | undefined): readonly string[] => [
  ...new Set(
    objectsOfKind(manifest, kind)
      .filter(({ object }) => mayShareNamespace(object.namespace, namespace))
      .flatMap(({ object }) => object.name ?? []),
  ),
];

/** Where ConfigMaps and Secrets have what they hold. */
export const dataFields: readonly string[] = ['data', 'stringData', 'binaryData'];

/** The keys of a ConfigMap or Secret. */
export const keysOf = (manifest: Manifest, kind: 'ConfigMap' | 'Secret', name: string): readonly string[] =>
  objectsNamed(manifest, kind, name).flatMap(({ object }) => keysOfObject(object));

const keysOfObject = ({ node }: KubernetesObject): readonly string[] =>
  dataFields.flatMap((field) => (asMapping(fieldOf(node, field))?.entries ?? []).map((entry) => entry.name));
