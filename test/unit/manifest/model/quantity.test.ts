import assert from 'node:assert/strict';
import { asMapping, fieldOf } from '../../../../server/src/manifest/model/lookup';
import { quantityOf } from '../../../../server/src/manifest/model/quantity';
import { objectOf } from './reading';

const read = (source: string): number | undefined =>
  quantityOf(
    fieldOf(
      asMapping(objectOf(`apiVersion: v1\nkind: Pod\nspec: {value: ${source}}\n`).node.entries[2]?.value),
      'value',
    ),
  );

describe('a quantity', () => {
  it('is a number with a decimal or a binary suffix', () => {
    assert.deepEqual(['1', '0.1', '100m', '"2"', '1k', '1Ki', '1.5Gi', '1e3', '12E', '1u', '1.'].map(read), [
      1,
      0.1,
      0.1,
      2,
      1000,
      1024,
      1.5 * 2 ** 30,
      1000,
      12e18,
      1e-6,
      1,
    ]);
  });

  it('is nothing else', () => {
    assert.deepEqual(
      ['1 Gi', '1KB', 'big', 'true', '~', '[1]', '1e', '--1', '"1gi"'].map(read),
      Array(9).fill(undefined),
    );
  });

  it('is the same however it is written', () => {
    assert.equal(read('1Gi'), read('1024Mi'));
    assert.equal(read('0.3'), read('300m'));
  });
});
