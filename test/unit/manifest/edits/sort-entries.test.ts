import assert from 'node:assert/strict';
import { sortEntries } from '../../../../server/src/manifest/edits/sort-entries';
import type { Mapping, Node } from '../../../../server/src/manifest/model/nodes';
import { crlf, dataOf, madeIn } from './contract';
import { documentFrom, randomFrom } from './generated';
import { mappingAt, type Path, parsed } from './places';

/** Sorts the keys of the mapping at a path. */
function sorted(text: string, path: Path = [], file?: string): string | undefined {
  const document = parsed(text, file);
  const edits = sortEntries(document, mappingAt(document, path));
  return edits && madeIn(document, edits, { commentsMove: true });
}

describe('sorting the entries of a mapping', () => {
  it('moves as few as it can', () => {
    assert.equal(sorted('b: 1\nc: 2\na: 3\nd: 4\n'), 'a: 3\nb: 1\nc: 2\nd: 4\n');
    const document = parsed('b: 1\nc: 2\na: 3\nd: 4\n');
    assert.equal(sortEntries(document, mappingAt(document, []))?.length, 2);
  });
  it('moves the first and the last, with or without a line end', () => {
    assert.equal(sorted('c: 1\na: 2\nb: 3\n'), 'a: 2\nb: 3\nc: 1\n');
    assert.equal(sorted('b:\n  x: 1\nc: 2\na: 3'), 'a: 3\nb:\n  x: 1\nc: 2');
    assert.equal(sorted('d: 1\nc: 2\nb: 3\na: 4'), 'a: 4\nb: 3\nc: 2\nd: 1');
  });
  it('sorts in items of lists, which begin behind a dash', () => {
    assert.equal(sorted('l:\n- name: a\n  image: b\n', ['l', 0]), 'l:\n- image: b\n  name: a\n');
    assert.equal(sorted(crlf('l:\n- c: 1\n  b: 2\n  a: 3\n'), ['l', 0]), crlf('l:\n- a: 3\n  b: 2\n  c: 1\n'));
  });
  it('moves all that is below a key', () => {
    assert.equal(
      sorted('b: |\n  text\n\n  more\nc: 1\na:\n- x\n- y\n'),
      'a:\n- x\n- y\nb: |\n  text\n\n  more\nc: 1\n',
    );
  });
  it('leaves keys with comments where they are', () => {
    assert.equal(sorted('a: 1\n# about c\nc: 2\nb: 3\n'), 'a: 1\nb: 3\n# about c\nc: 2\n');
    assert.equal(sorted('c: 3\n# about a\na: 1\nb: 2 # behind b\n'), '# about a\na: 1\nb: 2 # behind b\nc: 3\n');
    assert.equal(sorted('# about b\nb: 1\n# about a\na: 2\n'), undefined);
  });
  it('lets flow mappings keep their blanks and lines', () => {
    assert.equal(sorted('m: { c: 1,  a: [x, y], b: 2 }\n', ['m']), 'm: { a: [x, y],  b: 2, c: 1 }\n');
    assert.equal(
      sorted('{\n  "b": { "z": 1 },\n  "a": "x"\n}\n', [], 'a.json'),
      '{\n  "a": "x",\n  "b": { "z": 1 }\n}\n',
    );
  });
  it('is not offered where something slipped out of the last list', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      env: # b\n    - name: C\n      value: d\n';
    const document = parsed(pod.replace('name: a', 'name: a\n      image: b'));
    assert.equal(sortEntries(document, mappingAt(document, ['spec', 'containers', 0])), undefined);
  });

  it('is not offered where the order means something', () => {
    assert.equal(sorted('b: &x 1\na: *x\n'), undefined);
    assert.equal(sorted('m: { b: &x 1, a: *x }\n', ['m']), undefined);
  });
  it('keeps the data of documents in any style', function () {
    this.timeout(60_000);
    let made = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const text = documentFrom(randomFrom(seed));
      const document = parsed(text);
      for (const mapping of mappingsIn(document.root)) {
        const edits = sortEntries(document, mapping);
        if (edits === undefined || edits.length === 0) continue;
        const result = madeIn(document, edits, { commentsMove: true });
        assert.deepEqual(dataOf(result), dataOf(text), `seed ${seed}:\n${text}\n${result}`);
        made++;
      }
    }
    assert.ok(made > 300, `${made} sorted`);
  });
});

function* mappingsIn(node: Node | undefined): Generator<Mapping> {
  if (node === undefined || node.kind === 'scalar' || node.alias !== undefined) return;
  if (node.kind === 'mapping') yield node;
  const members = node.kind === 'mapping' ? node.entries : node.items;
  for (const { value } of members) yield* mappingsIn(value);
}
