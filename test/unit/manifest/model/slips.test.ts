import assert from 'node:assert/strict';
import { isSlip } from '../../../../server/src/manifest/model/slips';

const slips = [
  ['web', 'wbe'],
  ['Web', 'web'],
  ['webs', 'web'],
  ['store-front', 'storefront'],
  ['frontned', 'frontend'],
  ['payments-api', 'payment-api'],
  ['orders-consumr', 'orders-consumer'],
] as const;

const others = [
  ['web', 'web'],
  ['web-1', 'web-2'],
  ['api-v1', 'api-v2'],
  ['db', 'fe'],
  ['app-a', 'app-b'],
  ['api', 'app'],
  ['web-test', 'web-rest'],
  ['blue', 'green'],
  ['checkout', 'shipping'],
] as const;

describe('slips in names', () => {
  for (const [one, other] of slips)
    it(`sees ${other} in ${one}`, () => assert.deepEqual([isSlip(one, other), isSlip(other, one)], [true, true]));
  for (const [one, other] of others)
    it(`leaves ${one} and ${other} alone`, () =>
      assert.deepEqual([isSlip(one, other), isSlip(other, one)], [false, false]));
});
