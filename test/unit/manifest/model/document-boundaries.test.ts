import assert from 'node:assert/strict';
import { documentBoundaries } from '../../../../server/src/manifest/model/document-boundaries';
import { documentOf } from './reading';

const boundariesIn = (text: string, path?: string): readonly string[] =>
  documentBoundaries(documentOf(text, path)).map(({ range }) => text.slice(range.start, range.end));

describe('objects without a separator', () => {
  it('begin with the first key that stands again', () => {
    assert.deepEqual(
      boundariesIn('apiVersion: v1\nkind: A\nmetadata: {}\nmetadata: {name: b}\nkind: B\napiVersion: v1\n'),
      ['metadata: {name: b}'],
    );
    assert.deepEqual(boundariesIn('kind: A\napiVersion: v1\nkind: B\napiVersion: v1\nkind: C\napiVersion: v1\n'), [
      'kind: B',
      'kind: C',
    ]);
  });

  it('say what they are: a key twice makes no object', () => {
    assert.deepEqual(boundariesIn('apiVersion: v1\nkind: A\napiVersion: v2\n'), []);
    assert.deepEqual(boundariesIn('apiVersion: v1\napiVersion: v1\nkind: A\n'), []);
    assert.deepEqual(boundariesIn('{"apiVersion": "v1", "kind": "A", "apiVersion": "v1", "kind": "B"}', 'a.json'), []);
  });

  it('are many in linear time', () => {
    const text = 'apiVersion: v1\nkind: A\n'.repeat(20_000);
    assert.equal(boundariesIn(text).length, 19_999);
  });
});
