import assert from 'node:assert/strict';
import { removedApi, removedApis } from '../../../server/src/knowledge/removed-apis';

describe('removed versions of the API', () => {
  it('are in the table once', () => {
    const names = removedApis.flatMap(({ apiVersion, kinds }) => kinds.map((kind) => `${apiVersion} ${kind}`));
    assert.equal(new Set(names).size, names.length);
  });
  it('are deprecated before they go, and have a successor before that', () => {
    for (const { apiVersion, kinds, deprecatedIn, removedIn, since = 0 } of removedApis) {
      const name = `${apiVersion} ${kinds.join(' ')}`;
      assert.ok(deprecatedIn <= (removedIn ?? deprecatedIn), name);
      // Flow control went through three betas before the stable version came.
      if (!apiVersion.startsWith('flowcontrol')) assert.ok(since <= (removedIn ?? since), name);
    }
  });
  it('never have their own version for a successor', () => {
    for (const { apiVersion, replacement } of removedApis) assert.notEqual(apiVersion, replacement);
  });
  it('are found by version and kind', () => {
    assert.equal(removedApi('autoscaling/v2beta1', 'HorizontalPodAutoscaler')?.migration, 'autoscaler');
    assert.equal(removedApi('networking.k8s.io/v1', 'Ingress'), undefined);
    assert.equal(removedApi('resource.k8s.io/v1beta1', 'ResourceClaim')?.removedIn, 38);
  });
});
