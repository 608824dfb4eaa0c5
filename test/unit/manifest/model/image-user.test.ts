import assert from 'node:assert/strict';
import { imageUserOf, unprivilegedUserOf } from '../../../../server/src/manifest/model/image-user';
import type { Container } from '../../../../server/src/manifest/model/manifest';
import { objectOf } from './reading';

const containerOf = (fields: string): Container => {
  const [workload] = objectOf(`apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a, ${fields}}]}\n`).workloads;
  const [container] = workload?.pod.containers ?? [];
  assert.ok(container);
  return container;
};

describe("the user of a container's image", () => {
  it('is root, a number or a name, where the image is known', () => {
    assert.deepEqual(imageUserOf(containerOf('image: nginx')), { kind: 'root' });
    assert.deepEqual(imageUserOf(containerOf('image: docker.io/library/redis:8')), { kind: 'root' });
    assert.deepEqual(imageUserOf(containerOf('image: solr:9')), { kind: 'number', user: '8983' });
    assert.deepEqual(imageUserOf(containerOf('image: memcached:1.6')), {
      kind: 'name',
      user: 'memcache',
      number: 11211,
    });
    assert.deepEqual(imageUserOf(containerOf('image: jetty:12')), { kind: 'name', user: 'jetty', number: undefined });
  });

  it('is not known of other images, of variables, and of a digest without a tag', () => {
    for (const image of ['registry.example.com/web:1', '"$IMAGE"', `redis@sha256:${'0'.repeat(64)}`])
      assert.equal(imageUserOf(containerOf(`image: ${image}`)), undefined, image);
  });

  it('can be somebody whom the image is made for', () => {
    assert.equal(unprivilegedUserOf(containerOf('image: postgres:17')), 999);
    assert.equal(unprivilegedUserOf(containerOf('image: postgres:17-alpine')), 70);
    assert.equal(unprivilegedUserOf(containerOf('image: node:24')), 1000);
    assert.equal(unprivilegedUserOf(containerOf('image: gcr.io/distroless/static-debian12')), 65532);
  });

  it('can not be anybody for web servers that start as root, nor where another command is started', () => {
    assert.equal(unprivilegedUserOf(containerOf('image: nginx')), undefined);
    assert.equal(unprivilegedUserOf(containerOf('image: httpd')), undefined);
    assert.equal(unprivilegedUserOf(containerOf('image: postgres:17, command: [sh]')), undefined);
  });
});
