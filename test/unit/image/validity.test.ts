import assert from 'node:assert/strict';
import { isImageReference } from '../../../server/src/image/validity';

describe('a reference to an image', () => {
  it('has a registry, lower-case parts, a tag and a digest', () => {
    for (const text of [
      'debian',
      'debian:12',
      'library/debian',
      'docker.io/library/debian:12-slim',
      'localhost/a',
      'registry.example.com:5000/a/b-c/d_e/f__g:v1.0_rc@sha256:0123abcd',
      'Registry.Example.com/a',
      '[::1]:5000/a',
      'a@sha512:00',
      'a--b.c',
    ])
      assert.ok(isImageReference(text), text);
  });

  it('has nothing else', () => {
    for (const text of [
      '',
      'Debian',
      'debian:',
      'debian:12:13',
      'debian@',
      'debian@sha256',
      'debian@sha256:',
      '-debian',
      'debian-',
      'a/',
      '/a',
      'a//b',
      'a b',
      'a___b',
      'a:-1',
      'registry.example.com:port/a',
      `a:${'1'.repeat(129)}`,
      'ä',
    ])
      assert.ok(!isImageReference(text), text);
  });
});
