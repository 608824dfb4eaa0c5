import assert from 'node:assert/strict';
import type { Comparison, Sides } from './comparison';
import { changesOf, differencesOf } from './known-differences';

const names = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd'];
const [one = '', two = '', three = '', four = ''] = names;

const sides = (ours: readonly string[], theirs: readonly string[]): Sides => ({
  ours: new Set(ours),
  theirs: new Set(theirs),
});

const comparison = (compared: Sides, examples: readonly string[] = names): Comparison => ({
  examples: examples.length,
  texts: new Map(examples.map((name) => [name, ''])),
  sides: new Map([['check', compared]]),
});

describe('known differences', () => {
  it('are written by check, the shorter of what differs and what does not', () => {
    const few = sides([one, two, four], [one, two, three]);
    assert.deepEqual(differencesOf(['check'], comparison(few)), { check: { ours: four, theirs: three } });
    const most = sides([one], [one, two, three]);
    assert.deepEqual(differencesOf(['check'], comparison(most)), { check: { theirs: `all but ${one}` } });
    assert.deepEqual(differencesOf(['check'], comparison(sides([], [one]))), { check: { theirs: 'all' } });
    assert.deepEqual(differencesOf(['check'], comparison(sides([one], [one]))), {});
  });

  it('are the only ones', () => {
    const compared = sides([one, four], [one, two, three]);
    const known = differencesOf(['check'], comparison(compared)).check ?? {};
    assert.deepEqual(changesOf(known, compared, comparison(compared)), { appeared: [], vanished: [] });
    const other = sides([two], [one, two, three]);
    assert.deepEqual(changesOf(known, other, comparison(other)), {
      appeared: [{ whose: 'theirs', place: one }],
      vanished: [
        { whose: 'ours', place: four },
        { whose: 'theirs', place: two },
      ],
    });
  });

  it('say nothing of an example that is not there any more', () => {
    const compared = sides([], []);
    assert.deepEqual(changesOf({ ours: four }, compared, comparison(compared, [one])), { appeared: [], vanished: [] });
  });
});
