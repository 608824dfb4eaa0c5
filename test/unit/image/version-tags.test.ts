import assert from 'node:assert/strict';
import { versionTags } from '../../../server/src/image/version-tags';
import { publishedTags } from '../../../server/src/knowledge/published-tags';

const today = '2026-11-26';

describe('tags with a version', () => {
  it('are those that are supported, the newest first', () => {
    assert.deepEqual(versionTags('ubuntu', 'latest', today), ['26.04', '24.04', '22.04']);
    assert.deepEqual(versionTags('node', 'latest', today), ['26', '24', '22']);
  });

  it('keep the variant', () => {
    assert.deepEqual(versionTags('node', 'lts-alpine', today), ['26-alpine', '24-alpine', '22-alpine']);
    assert.deepEqual(versionTags('debian', 'stable-slim', today), ['13-slim']);
    assert.deepEqual(versionTags('docker.io/library/golang', 'alpine', today), ['1.27-alpine', '1.26-alpine']);
  });

  it('are none for what names a version, or follows what is new on purpose', () => {
    for (const [repository, tag] of [
      ['node', '24'],
      ['node', 'jod'],
      ['debian', 'bookworm'],
      ['debian', 'sid'],
      ['alpine', 'edge'],
      ['ubuntu', 'rolling'],
    ] as const)
      assert.deepEqual(versionTags(repository, tag, today), [], `${repository}:${tag}`);
  });

  it('are none for images that are not official, and for those whose numbers mean another distribution', () => {
    assert.deepEqual(versionTags('quay.io/team/node', 'latest', today), []);
    assert.deepEqual(versionTags('buildpack-deps', 'curl', today), []);
  });

  it('are published, whatever is asked', () => {
    for (const repository of [
      'alpine',
      'busybox',
      'docker',
      'mysql',
      'nginx',
      'php',
      'python',
      'redis',
      'rust',
      'tomcat',
    ])
      for (const tag of versionTags(repository, 'latest', today))
        assert.ok(publishedTags(repository).includes(tag), `${repository}:${tag}`);
  });

  it('put those that end within a year last', () => {
    assert.equal(versionTags('eclipse-temurin', 'latest', today).at(-1), '17');
  });
});
