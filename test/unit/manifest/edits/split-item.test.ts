import assert from 'node:assert/strict';
import { splitItem } from '../../../../server/src/manifest/edits/split-item';
import { crlf, dataOf, madeIn } from './contract';
import { parsed, sequenceAt } from './places';

const split = (text: string, key: string, file?: string) => {
  const document = parsed(text, file);
  const sequence = sequenceAt(document, ['a']);
  const [item] = sequence.items;
  assert.ok(item?.value?.kind === 'mapping');
  const entry = item.value.entries.find(({ name }) => name === key);
  assert.ok(entry);
  return { document, edits: splitItem(document, sequence, item, entry) };
};

function splits(name: string, before: string, key: string, after: string, file?: string): void {
  it(name, () => {
    const { document, edits } = split(before, key, file);
    assert.equal(madeIn(document, edits), after);
  });
}

describe('splitting an item', () => {
  splits('makes a dash of a blank', 'a:\n  - b: 1\n    c: 2\n    d: 3\n', 'c', 'a:\n  - b: 1\n  - c: 2\n    d: 3\n');
  splits(
    'leaves comments where they are',
    crlf('a:\n-   b: 1 # b\n    # c\n    c:\n      d: 2\n'),
    'c',
    crlf('a:\n-   b: 1 # b\n    # c\n-   c:\n      d: 2\n'),
  );
  splits('closes and opens braces', 'a: [{ b: 1, c: 2 }, 3]\n', 'c', 'a: [{ b: 1 }, { c: 2 }, 3]\n');
  splits('keeps tight braces tight', 'a: [{b: 1, c: 2}]\n', 'c', 'a: [{b: 1}, {c: 2}]\n');
  splits(
    'makes a line of its own for braces in a block',
    'a:\n  - {b: 1, c: 2} # x\n',
    'c',
    'a:\n  - {b: 1}\n  - {c: 2} # x\n',
  );
  splits('writes JSON', '{ "a": [{ "b": 1, "c": 2 }] }', 'c', '{ "a": [{ "b": 1 }, { "c": 2 }] }', 'a.json');

  it('says the same with two items', () => {
    const { document, edits } = split('a:\n  - b: 1\n    c: 2\n', 'c');
    assert.deepEqual(dataOf(madeIn(document, edits)), { a: [{ b: 1 }, { c: 2 }] });
  });

  it('is not offered for the first key, in a template, or over several lines in braces', () => {
    assert.equal(split('a:\n  - b: 1\n    c: 2\n', 'b').edits, undefined);
    assert.equal(split('a:\n  - b: {{ .b }}\n    c: 2\n', 'c', 'chart/templates/a.yaml').edits, undefined);
    assert.equal(split('a:\n  - { b: 1,\n      c: 2 }\n', 'c').edits, undefined);
    assert.equal(split('a:\n  - &x\n    b: 1\n    c: 2\nd: *x\n', 'c').edits, undefined);
  });
});
