import assert from 'node:assert/strict';
import { insertItem } from '../../../../server/src/manifest/edits/insert-item';
import { insertPath } from '../../../../server/src/manifest/edits/insert-key';
import { isEmpty } from '../../../../server/src/manifest/edits/members';
import { moveEntry, moveItem } from '../../../../server/src/manifest/edits/move-subtree';
import { removeEntry, removeItem, removePath } from '../../../../server/src/manifest/edits/remove';
import { renameKey, replaceScalar } from '../../../../server/src/manifest/edits/replace-scalar';
import type { BlockValue } from '../../../../server/src/manifest/edits/value';
import type { ManifestDocument } from '../../../../server/src/manifest/model/manifest';
import type { Mapping, Node, Scalar, Sequence } from '../../../../server/src/manifest/model/nodes';
import { changed, dataOf, madeIn, partOf, plain } from './contract';
import { documentFrom, pick, randomFrom } from './generated';
import { type Path, parsed, sequenceAt } from './places';

interface Found<Kind extends Node> {
  readonly path: Path;
  readonly node: Kind;
}

interface Places {
  readonly mappings: readonly Found<Mapping>[];
  readonly sequences: readonly Found<Sequence>[];
  readonly scalars: readonly Found<Scalar>[];
}

/** Every node of a document by its kind. */
function placesOf(root: Node | undefined): Places {
  const places: { mappings: Found<Mapping>[]; sequences: Found<Sequence>[]; scalars: Found<Scalar>[] } = {
    mappings: [],
    sequences: [],
    scalars: [],
  };
  const visit = (node: Node | undefined, path: Path): void => {
    switch (node?.kind) {
      case 'mapping':
        places.mappings.push({ path, node });
        for (const entry of node.entries) visit(entry.value, [...path, entry.name]);
        break;
      case 'sequence':
        places.sequences.push({ path, node });
        for (const [index, item] of node.items.entries()) visit(item.value, [...path, index]);
        break;
      case 'scalar':
        places.scalars.push({ path, node });
        break;
    }
  };
  visit(root, []);
  return places;
}

interface Sample {
  readonly text: string;
  readonly document: ManifestDocument;
  readonly data: unknown;
  readonly places: Places;
  readonly random: () => number;
}

const documents = 150;

/** Runs a property on many documents; most of them must be able to show it. */
function holds(name: string, atLeast: number, property: (sample: Sample) => boolean): void {
  it(name, function () {
    this.timeout(60_000);
    let shown = 0;
    for (let seed = 1; seed <= documents; seed++) {
      const random = randomFrom(seed);
      const text = documentFrom(random);
      const document = parsed(text);
      const data = dataOf(text);
      try {
        assert.deepEqual(document.problems, []);
        if (property({ text, document, data, places: placesOf(document.root), random })) shown++;
      } catch (error) {
        throw new Error(`seed ${seed}:\n${text}`, { cause: error });
      }
    }
    assert.ok(shown >= documents * atLeast, `shown by ${shown} of ${documents}`);
  });
}

const values: readonly BlockValue[] = [
  'plain',
  'on',
  8080,
  { cpu: '100m', deep: { list: ['a', { b: 'c: d' }], none: {} } },
  [{ name: 'x', ports: [1, 2] }, 'y'],
  ['sh', '-c', 'exec "$0"'],
  'several\nlines # here\n',
];

describe('edits of documents in any style', () => {
  holds(
    'a path that is inserted and removed leaves every byte as it was',
    0.8,
    ({ text, document, data, places, random }) => {
      const { path, node } = pick(random, places.mappings);
      const keys = pick(random, [['image2'], ['livenessProbe', 'httpGet', 'port'], ['aNewKey', 'inner']]);
      const value = pick(random, values);
      const edits = insertPath(document, node, keys, value);
      if (edits === undefined) return false;
      const inserted = madeIn(document, edits);
      assert.deepEqual(dataOf(inserted), changed(data, [...path, ...keys], plain(value)));
      const after = parsed(inserted);
      const target = placesOf(after.root).mappings.find((each) => each.path.join('/') === path.join('/'));
      assert.ok(target);
      const [first = ''] = keys;
      assert.equal(madeIn(after, removePath(after, target.node, [first], { emptied: 'stays' })), text);
      return true;
    },
  );

  holds('a key that has no value gets one', 0.3, ({ document, data, places, random }) => {
    const empties = places.mappings.flatMap(({ path, node }) =>
      node.entries
        .filter((entry) => isEmpty(entry.value))
        .map((entry) => ({ path: [...path, entry.name], node, entry })),
    );
    if (empties.length === 0) return false;
    const { path, node, entry } = pick(random, empties);
    const value = pick(random, values);
    const edits = insertPath(document, node, [entry.name], value);
    if (edits === undefined) return false;
    assert.deepEqual(dataOf(madeIn(document, edits)), changed(data, path, plain(value)));
    return true;
  });

  holds(
    'an item that is inserted and removed leaves every byte as it was',
    0.6,
    ({ text, document, data, places, random }) => {
      if (places.sequences.length === 0) return false;
      const { path, node } = pick(random, places.sequences);
      const value = pick(random, values);
      const index = Math.floor(random() * (node.items.length + 1));
      const before = node.items[index];
      const edits = insertItem(document, node, value, before && { before });
      if (edits === undefined) return false;
      const inserted = madeIn(document, edits);
      const list = partOf(data, path);
      assert.ok(Array.isArray(list));
      assert.deepEqual(
        dataOf(inserted),
        changed(data, path, [...list.slice(0, index), plain(value), ...list.slice(index)]),
      );
      const after = parsed(inserted);
      const sequence = sequenceAt(after, path);
      const item = sequence.items[index];
      assert.ok(item);
      assert.equal(madeIn(after, removeItem(after, sequence, item, { emptied: 'stays' })), text);
      return true;
    },
  );

  holds('what is removed is gone, and nothing else', 0.8, ({ document, data, places, random }) => {
    const collections = [...places.mappings, ...places.sequences].filter(({ node }) => sizeOf(node) > 1);
    if (collections.length === 0) return false;
    const { path, node } = pick(random, collections);
    const index = Math.floor(random() * sizeOf(node));
    const item = node.kind === 'sequence' ? node.items[index] : undefined;
    const entry = node.kind === 'mapping' ? node.entries[index] : undefined;
    const edits =
      node.kind === 'sequence' ? item && removeItem(document, node, item) : entry && removeEntry(document, node, entry);
    if (edits === undefined) return false;
    assert.deepEqual(dataOf(madeIn(document, edits)), changed(data, [...path, entry?.name ?? index], undefined));
    return true;
  });

  holds('what is emptied is empty', 0.3, ({ document, data, places, random }) => {
    const single = places.mappings.filter(({ node }) => node.entries.length === 1 && node !== document.root);
    if (single.length === 0) return false;
    const { path, node } = pick(random, single);
    const [entry] = node.entries;
    const edits = entry && removeEntry(document, node, entry, { emptied: 'stays' });
    if (edits === undefined) return false;
    assert.deepEqual(dataOf(madeIn(document, edits)), changed(data, path, {}));
    return true;
  });

  holds('a key that is moved is there, with all that it holds', 0.4, ({ document, data, places, random }) => {
    const { path, node } = pick(random, places.mappings);
    const target = pick(random, places.mappings);
    if (node.entries.length < 2) return false;
    const entry = pick(random, node.entries);
    const to = { mapping: target.node, path: ['moved', 'here'] };
    const edits = moveEntry(document, { mapping: node, entry }, to);
    if (edits === undefined) return false;
    const from = [...path, entry.name];
    assert.deepEqual(
      dataOf(madeIn(document, edits, { commentsMove: true })),
      changed(changed(data, from, undefined), [...target.path, ...to.path], partOf(data, from)),
    );
    return true;
  });

  holds('an item that is moved is there, with all that it holds', 0.25, ({ document, data, places, random }) => {
    const lists = places.sequences.filter(({ node }) => node.items.length > 1);
    const targets = places.mappings.filter(({ path }) => path.every((step) => typeof step === 'string'));
    if (lists.length === 0) return false;
    const { path, node } = pick(random, lists);
    const target = pick(random, targets);
    const item = pick(random, node.items);
    const edits = moveItem(document, { sequence: node, item }, { mapping: target.node, key: 'moved' });
    if (edits === undefined) return false;
    const from = [...path, node.items.indexOf(item)];
    assert.deepEqual(
      dataOf(madeIn(document, edits, { commentsMove: true })),
      changed(changed(data, from, undefined), [...target.path, 'moved'], [partOf(data, from)]),
    );
    return true;
  });

  holds(
    'a scalar that is replaced, and a key that is renamed, leave the rest',
    0.8,
    ({ document, data, places, random }) => {
      if (places.scalars.length === 0) return false;
      const scalar = pick(random, places.scalars);
      const value = pick(random, ['plain', 'a, b', 'on', 'x: y', 8080, true]);
      const edits = replaceScalar(document, scalar.node, value);
      if (edits !== undefined) assert.deepEqual(dataOf(madeIn(document, edits)), changed(data, scalar.path, value));
      const { path, node } = pick(
        random,
        places.mappings.filter((each) => each.node.entries.length > 0),
      );
      const entry = pick(random, node.entries);
      const renamed = renameKey(document, node, entry, 'a new: name');
      if (renamed === undefined) return false;
      const inner = partOf(data, [...path, entry.name]);
      assert.deepEqual(
        dataOf(madeIn(document, renamed)),
        changed(changed(data, [...path, entry.name], undefined), [...path, 'a new: name'], inner),
      );
      return true;
    },
  );
});

const sizeOf = (node: Mapping | Sequence): number =>
  node.kind === 'mapping' ? node.entries.length : node.items.length;
