import assert from 'node:assert/strict';
import { minimalReplacement } from '../../../../server/src/dockerfile/edits/minimal-replacement';

const made = (written: string, wanted: string): readonly [number, number, string] => {
  const { range, newText } = minimalReplacement({ start: 10, end: 10 + written.length }, written, wanted);
  assert.equal(written.slice(0, range.start - 10) + newText + written.slice(range.end - 10), wanted);
  return [range.start - 10, range.end - 10, newText];
};

describe('replacing only what differs', () => {
  it('leaves the same beginning and end alone', () => {
    assert.deepEqual(made('"pid x;"', '"pid x; daemon off;"'), [7, 7, ' daemon off;']);
    assert.deepEqual(made('start', 'start-fg'), [5, 5, '-fg']);
    assert.deepEqual(made('yes', 'no'), [0, 3, 'no']);
  });

  it('does not count a character twice', () => {
    assert.deepEqual(made('aa', 'aaa'), [2, 2, 'a']);
    assert.deepEqual(made('aaa', 'aa'), [2, 3, '']);
    assert.deepEqual(made('', 'a'), [0, 0, 'a']);
  });
});
