import assert from 'node:assert/strict';
import { describeDifferences } from './describe-differences';
import { compareManifests } from './manifest-answers';
import { checksListed, pagesByCheck } from './pages';
import { recordOf } from './record';

/** Describes the tests of a tool that reads manifests. */
export function describePeer(tool: string): void {
  describe(`\`--select ${tool}/…\``, function () {
    this.timeout(120_000);
    it('knows no check that is not there', () => {
      const { checks } = recordOf(tool);
      assert.deepEqual(
        [...pagesByCheck(tool).keys()].filter((check) => !checks.includes(check)),
        [],
      );
    });
    it('says of each check what is equal to it, or why nothing is', () => {
      const listed = checksListed(tool);
      assert.deepEqual(
        recordOf(tool).checks.filter((check) => !listed.has(check)),
        [],
      );
    });
    describeDifferences(tool, () => compareManifests(tool));
  });
}
