import { remembered } from '../../engine/remembered';
import { groupOf } from '../../knowledge/workload-kinds';
import { fieldOf } from './lookup';
import type { KubernetesObject, Manifest, ManifestDocument } from './manifest';
import type { Node } from './nodes';

/** An object by its name, and where its document starts in the file. */
export interface NamedObject {
  readonly object: KubernetesObject;
  readonly nameNode: Node;
  readonly start: number;
}

export interface RepeatedObject {
  readonly first: NamedObject;
  readonly again: NamedObject;
}

/**
 * Objects of the same kind, name and namespace as one further up in a file, in whatever version of their API. Not those of
 * templates, where a condition may choose between the two, nor of patches, several of which may be for one object.
 */
export function repeatedObjects(manifest: Manifest): readonly RepeatedObject[] {
  const seen = new Map<string, NamedObject>();
  const found: RepeatedObject[] = [];
  for (const { document, start } of manifest.documents)
    for (const { key, object, nameNode } of identitiesIn(document)) {
      const again: NamedObject = { object, nameNode, start };
      const first = seen.get(key);
      if (first === undefined) seen.set(key, again);
      else found.push({ first, again });
    }
  return found;
}

/** The objects of a document of which it is known which they are. */
const identitiesIn = remembered(({ mode, objects }: ManifestDocument) =>
  mode !== 'plain'
    ? []
    : objects.flatMap((object) => {
        const { kind, apiVersion, name, namespace, metadata } = object;
        const nameNode = fieldOf(metadata, 'name');
        if (kind === '' || name === undefined || nameNode === undefined || nameNode.alias !== undefined) return [];
        // A namespace that something prints may be any.
        if (namespace === undefined && fieldOf(metadata, 'namespace') !== undefined) return [];
        return [{ key: JSON.stringify([groupOf(apiVersion), kind, namespace ?? null, name]), object, nameNode }];
      }),
);
