import assert from 'node:assert/strict';
import { durationOf } from '../../../../server/src/dockerfile/model/duration';

describe('a duration', () => {
  it('is read as Go reads it', () => {
    const expected: readonly (readonly [string, number])[] = [
      ['0', 0],
      ['30s', 30_000],
      ['1h30m', 5_400_000],
      ['1.5s', 1500],
      ['.5m', 30_000],
      ['2.h', 7_200_000],
      ['250ms', 250],
      ['10µs', 0.01],
      ['-1s', -1000],
      ['+1s', 1000],
    ];
    for (const [text, milliseconds] of expected) assert.equal(durationOf(text), milliseconds, text);
  });

  it('needs a number and a unit', () => {
    for (const text of ['', '5', 's', '1d', '1 s', '1s ', '.s', '--1s', '1s-1s', '$X'])
      assert.equal(durationOf(text), undefined, text);
  });
});
