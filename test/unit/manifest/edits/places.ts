import assert from 'node:assert/strict';
import type { ManifestDocument } from '../../../../server/src/manifest/model/manifest';
import type { Entry, Item, Mapping, Node, Scalar, Sequence } from '../../../../server/src/manifest/model/nodes';
import { parseManifest } from '../../../../server/src/manifest/model/parse';

/** Keys and indices from the root of a document. */
export type Path = readonly (string | number)[];

/** The first document of a text. */
export function parsed(text: string, path = 'deploy.yaml'): ManifestDocument {
  const [place] = parseManifest(text, path).documents;
  assert.ok(place);
  return place.document;
}

export function nodeAt(document: ManifestDocument, path: Path): Node {
  let node = document.root;
  for (const step of path) {
    if (node?.kind === 'mapping') node = node.entries.find((entry) => entry.name === step)?.value;
    else if (node?.kind === 'sequence') node = node.items[Number(step)]?.value;
    else node = undefined;
  }
  assert.ok(node, `nothing at ${path.join('.')}`);
  return node;
}

export function mappingAt(document: ManifestDocument, path: Path): Mapping {
  const node = nodeAt(document, path);
  assert.ok(node.kind === 'mapping');
  return node;
}

export function sequenceAt(document: ManifestDocument, path: Path): Sequence {
  const node = nodeAt(document, path);
  assert.ok(node.kind === 'sequence');
  return node;
}

export function scalarAt(document: ManifestDocument, path: Path): Scalar {
  const node = nodeAt(document, path);
  assert.ok(node.kind === 'scalar');
  return node;
}

export function entryAt(document: ManifestDocument, path: Path): { mapping: Mapping; entry: Entry } {
  const mapping = mappingAt(document, path.slice(0, -1));
  const entry = mapping.entries.find(({ name }) => name === path.at(-1));
  assert.ok(entry);
  return { mapping, entry };
}

export function itemAt(document: ManifestDocument, path: Path): { sequence: Sequence; item: Item } {
  const sequence = sequenceAt(document, path.slice(0, -1));
  const item = sequence.items[Number(path.at(-1))];
  assert.ok(item);
  return { sequence, item };
}
