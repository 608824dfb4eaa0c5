import assert from 'node:assert/strict';
import { commandPlaces } from '../../../server/src/shell/commands';
import { parseShell } from '../../../server/src/shell/parser';
import { mappedSource, sliceOf, sourceAt, unlocatedSource } from '../../../server/src/shell/source';

describe('sources', () => {
  it('map indexes to offsets', () => {
    const identity = sourceAt('abc', 5);
    assert.deepEqual([identity.offsetOf(0), identity.offsetOf(3), identity.endOf(3)], [5, 8, 8]);
    const mapped = mappedSource('abc', [2, 4, 8, 9]);
    assert.deepEqual([0, 1, 2, 3].map(mapped.offsetOf), [2, 4, 8, 9]);
    assert.deepEqual([0, 1, 2, 3].map(mapped.endOf), [2, 4, 8, 9]);
    const gapped = mappedSource('abc', new Uint32Array([2, 4, 8, 9]), new Uint32Array([3, 5, 9]));
    assert.deepEqual([0, 1, 2, 3].map(gapped.endOf), [2, 3, 5, 9]);
    assert.deepEqual([0, 1, 2].map(sliceOf(gapped, 1, 3).offsetOf), [4, 8, 9]);
    assert.deepEqual([0, 1, 2].map(sliceOf(gapped, 1, 3).endOf), [4, 5, 9]);
    assert.equal(sliceOf(gapped, 1, 3).text, 'bc');
  });

  it('give a script its ranges, and its words parts that are as long as their ranges', () => {
    // As in a Dockerfile, where a continuation stands between the letters of `echo` and in the quotes.
    const document = 'RUN ec\\\nho "a\\\nb" c';
    const kept = [...document]
      .map((_, index) => index)
      .filter((index) => index > 3 && !/[\\\n]/.test(document.charAt(index)));
    const text = kept.map((index) => document.charAt(index)).join('');
    const ends = kept.map((index) => index + 1);
    const script = parseShell(mappedSource(text, [...kept, document.length], ends));
    const [place] = commandPlaces(script);
    assert.deepEqual(
      place?.command.words.map(({ range }) => document.slice(range.start, range.end)),
      ['ec\\\nho', '"a\\\nb"', 'c'],
    );
    assert.deepEqual(
      place?.command.words.map(({ parts }) => parts.map(({ range }) => document.slice(range.start, range.end))),
      [['ec', 'ho'], ['a', 'b'], ['c']],
    );
    assert.equal(script.located, true);
  });

  it('may be nowhere in the document', () => {
    const script = parseShell(unlocatedSource('a `b \\`c\\``'));
    assert.equal(script.located, false);
    assert.deepEqual(
      commandPlaces(script).map(({ command }) => command.located),
      [false, false, false],
    );
  });
});
