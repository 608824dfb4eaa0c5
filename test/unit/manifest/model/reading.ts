import assert from 'node:assert/strict';
import type { KubernetesObject, ManifestDocument } from '../../../../server/src/manifest/model/manifest';
import type { Node, Scalar } from '../../../../server/src/manifest/model/nodes';
import { parseManifest } from '../../../../server/src/manifest/model/parse';

/** The only document of a text. */
export function documentOf(text: string, path = 'manifest.yaml'): ManifestDocument {
  const { documents } = parseManifest(text, path);
  assert.equal(documents.length, 1, 'one document');
  const [place] = documents;
  assert.ok(place);
  return place.document;
}

export function objectOf(text: string, path?: string): KubernetesObject {
  const { objects } = documentOf(text, path);
  const [object] = objects;
  assert.ok(object, 'an object is recognised');
  return object;
}

/** A node as the plain value that it stands for; what a template decides as `unknown:` and its source. */
export function valueOfNode(node: Node | undefined): unknown {
  if (node === undefined) return null;
  if (node.kind === 'scalar') return node.type === 'unknown' ? `unknown:${node.source}` : node.value;
  if (node.kind === 'sequence') return node.items.map((item) => valueOfNode(item.value));
  const entries = [...node.entries].sort((one, other) => Number(other.merged) - Number(one.merged));
  return Object.fromEntries(entries.map((entry) => [entry.name, valueOfNode(entry.value)]));
}

export const valueOfText = (text: string, path?: string): unknown => valueOfNode(documentOf(text, path).root);

/** The text of the problems' ranges, by code. */
export const problemsIn = (text: string, path?: string): readonly (readonly [string, string])[] => {
  const document = documentOf(text, path);
  return document.problems.map(({ code, range }) => [code, document.text.slice(range.start, range.end)]);
};

/** Every node of a tree that stands at its own place. */
export function* nodesOf(node: Node | undefined): Generator<Node> {
  if (node === undefined || node.alias !== undefined) return;
  yield node;
  if (node.kind === 'mapping')
    for (const entry of [...node.entries, ...node.merges]) {
      if (entry.merged || entry.key.alias !== undefined) continue;
      yield entry.key;
      yield* nodesOf(entry.value);
    }
  else if (node.kind === 'sequence') for (const item of node.items) yield* nodesOf(item.value);
}

export function* scalarsOf(node: Node | undefined): Generator<Scalar> {
  for (const each of nodesOf(node)) if (each.kind === 'scalar') yield each;
}
