import assert from 'node:assert/strict';
import { replaceEntry } from '../../../../server/src/manifest/edits/replace-entry';
import type { BlockValue } from '../../../../server/src/manifest/edits/value';
import { madeIn } from './contract';
import { entryAt, type Path, parsed } from './places';

function replaced(text: string, at: Path, key: string, value: BlockValue, file?: string): string | undefined {
  const document = parsed(text, file);
  const { mapping, entry } = entryAt(document, at);
  const edits = replaceEntry(document, mapping, entry, key, value);
  return edits && madeIn(document, edits);
}

const handler = { path: '/', port: 80 };

describe('putting another entry in the place of one', () => {
  it('keeps the place, and what stands around it', () => {
    assert.equal(
      replaced('a: 1\n# above\nb:\n  c: # key\nd: 2\n'.replace(' # key', ' x'), ['b'], 'e', handler),
      'a: 1\n# above\ne:\n  path: /\n  port: 80\nd: 2\n',
    );
    assert.equal(replaced('a: [x, y] # behind\n', ['a'], 'b', 1), 'b: 1 # behind\n');
    assert.equal(replaced('p: {a: {b: [c]}, d: 1}\n', ['p', 'a'], 'e', handler), 'p: {e: {path: /, port: 80}, d: 1}\n');
    assert.equal(replaced('{"a": {"b": 1}}', ['a'], 'e', handler, 'x.json'), '{"e": {"path": "/", "port": 80}}');
  });
  it('changes no more than what differs', () => {
    const document = parsed('a:\n  b: c 8080\n');
    const { mapping, entry } = entryAt(document, ['a']);
    assert.deepEqual(replaceEntry(document, mapping, entry, 'd', { e: 8080 }), [
      { range: { start: 0, end: 9 }, newText: 'd:\n  e:' },
    ]);
  });
  it('leaves an entry that a comment stands in, another needs, or whose key is taken', () => {
    assert.equal(replaced('a:\n  # inside\n  b: 1\n', ['a'], 'c', 1), undefined);
    assert.equal(replaced('a: &x 1\nb: *x\n', ['a'], 'c', 1), undefined);
    assert.equal(replaced('a: 1\nb: 2\n', ['a'], 'b', 1), undefined);
  });
});
