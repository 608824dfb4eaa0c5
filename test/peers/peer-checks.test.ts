import assert from 'node:assert/strict';
import { kubeLinterChecks, polarisChecks } from '../../server/src/manifest/suppressions/peer-checks';
import { recordOf } from './record';

describe('the checks that an annotation silences together', () => {
  const lists = [
    ['kube-linter', kubeLinterChecks],
    ['polaris', polarisChecks],
  ] as const;
  for (const [tool, checks] of lists)
    it(`are those of ${tool}`, () => assert.deepEqual([...checks].sort(), [...recordOf(tool).checks].sort()));
});
