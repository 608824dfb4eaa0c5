import { remembered } from '../../engine/remembered';
import { grouped } from './grouped';
import type { KubernetesObject, Manifest } from './manifest';

/** An object, and where its document starts in the file. */
export interface PlacedObject {
  readonly object: KubernetesObject;
  readonly start: number;
}

/** The objects of a kind in a file, in the order of the text. */
export const objectsOfKind = (manifest: Manifest, kind: string): readonly PlacedObject[] =>
  kindsOf(manifest).get(kind) ?? [];

/** The objects of a kind that have a name, in whatever namespace. */
export const objectsNamed = (manifest: Manifest, kind: string, name: string): readonly PlacedObject[] =>
  byName(objectsOfKind(manifest, kind)).get(name) ?? [];

/** Whether two objects may be deployed to the same namespace: where one does not say it, somebody else does. */
export const mayShareNamespace = (one: string | undefined, other: string | undefined): boolean =>
  one === other || one === undefined || other === undefined;

const kindsOf = remembered((manifest: Manifest) =>
  grouped(
    manifest.documents.flatMap(({ document, start }) => document.objects.map((object) => ({ object, start }))),
    ({ object }) => object.kind,
  ),
);

/** The objects of a list by their names. */
export const byName = remembered((objects: readonly PlacedObject[]) => grouped(objects, ({ object }) => object.name));
