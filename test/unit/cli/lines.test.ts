import assert from 'node:assert/strict';
import { Lines } from '../../../server/src/cli/lines';

describe('lines', () => {
  const text = 'one\r\ntwo\nthree\rfour\n';
  const lines = new Lines(text);

  it('end as in the protocol', () => {
    assert.equal(lines.count, 5);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((line) => lines.text(line)),
      ['one', 'two', 'three', 'four', '', ''],
    );
  });

  it('tell where an offset is, and the other way round', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const { line, character } = lines.positionAt(offset);
      assert.equal(lines.start(line) + character, offset);
    }
    assert.deepEqual(lines.positionAt(text.indexOf('three') + 2), { line: 2, character: 2 });
  });

  it('are one in an empty text', () => {
    assert.deepEqual(new Lines('').positionAt(0), { line: 0, character: 0 });
    assert.equal(new Lines('').text(0), '');
  });
});
