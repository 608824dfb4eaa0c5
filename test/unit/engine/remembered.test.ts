import assert from 'node:assert/strict';
import { remembered } from '../../../server/src/engine/remembered';

describe('what is remembered of an object', () => {
  it('is worked out once for each object, also when it is nothing', () => {
    const asked: object[] = [];
    const work = remembered((key: { readonly value?: number }) => {
      asked.push(key);
      return key.value;
    });
    const [one, other] = [{ value: 1 }, {}];
    assert.deepEqual([work(one), work(other), work(one), work(other)], [1, undefined, 1, undefined]);
    assert.deepEqual(asked, [one, other]);
  });
});
