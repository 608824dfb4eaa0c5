import assert from 'node:assert/strict';
import { parseImageReference } from '../../../server/src/image/parse';

/** Registry, repository, tag and digest. */
function parts(text: string, values: Readonly<Record<string, string>> = {}): readonly (string | undefined)[] {
  const { registry, repository, tag, digest } = parseImageReference(text, 0, (name) => values[name]);
  return [registry, repository, tag, digest];
}

describe('image references', () => {
  it('have a repository', () => {
    assert.deepEqual(parts('node'), [undefined, 'node', undefined, undefined]);
    assert.deepEqual(parts('bitnami/redis:7'), [undefined, 'bitnami/redis', '7', undefined]);
    assert.deepEqual(parts(''), [undefined, '', undefined, undefined]);
  });

  it('have a tag, a digest or both', () => {
    assert.deepEqual(parts('node:20-alpine'), [undefined, 'node', '20-alpine', undefined]);
    assert.deepEqual(parts('node@sha256:ab'), [undefined, 'node', undefined, 'sha256:ab']);
    assert.deepEqual(parts('node:20@sha256:ab'), [undefined, 'node', '20', 'sha256:ab']);
    assert.deepEqual(parts('node:'), [undefined, 'node', '', undefined]);
  });

  it('have a registry when the first part has a dot, a port or a capital, or is localhost', () => {
    assert.deepEqual(parts('registry.example.com/a/b:1'), ['registry.example.com', 'a/b', '1', undefined]);
    assert.deepEqual(parts('registry:5000/a'), ['registry:5000', 'a', undefined, undefined]);
    assert.deepEqual(parts('localhost:5000/a:1'), ['localhost:5000', 'a', '1', undefined]);
    assert.deepEqual(parts('localhost/a'), ['localhost', 'a', undefined, undefined]);
    assert.deepEqual(parts('Registry/a'), ['Registry', 'a', undefined, undefined]);
    assert.deepEqual(parts('a/b/c'), [undefined, 'a/b/c', undefined, undefined]);
    assert.deepEqual(parts('localhost:5000'), [undefined, 'localhost', '5000', undefined]);
  });

  it('lose library/ on Docker Hub and nowhere else', () => {
    assert.deepEqual(parts('docker.io/library/node'), ['docker.io', 'node', undefined, undefined]);
    assert.deepEqual(parts('library/node:20'), [undefined, 'node', '20', undefined]);
    assert.deepEqual(parts('quay.io/library/node'), ['quay.io', 'library/node', undefined, undefined]);
  });

  it('have exact ranges', () => {
    const text = 'localhost:5000/a/b:1.2@sha256:ab';
    const { range, repositoryRange, tagRange } = parseImageReference(text, 100);
    assert.deepEqual(range, { start: 100, end: 100 + text.length });
    assert.deepEqual(repositoryRange, { start: 115, end: 118 });
    assert.deepEqual(tagRange, { start: 119, end: 122 });
    assert.equal(parseImageReference('a@sha256:b', 0).tagRange, undefined);
  });

  it('may be in quotes', () => {
    const { text, range, repository, tagRange } = parseImageReference('"node:20"', 5);
    assert.deepEqual(
      [text, repository, range, tagRange],
      ['node:20', 'node', { start: 6, end: 13 }, { start: 11, end: 13 }],
    );
  });

  describe('with variables', () => {
    it('are read with the values that are known', () => {
      assert.deepEqual(parts(`node:\${V}`, { V: '20' }), [undefined, 'node', '20', undefined]);
      assert.deepEqual(parts('$I', { I: 'docker.io/library/node:20' }), ['docker.io', 'node', '20', undefined]);
      assert.deepEqual(parts(`\${R}node`, { R: 'x.io/' }), ['x.io', 'node', undefined, undefined]);
      assert.deepEqual(parts('a:$V-alpine$W', { V: '3', W: '' }), [undefined, 'a', '3-alpine', undefined]);
    });

    it('are read as written where none is known', () => {
      const { repository, tag, resolved, variable } = parseImageReference(`node:\${V}`, 0);
      assert.deepEqual([repository, tag, resolved, variable], ['node', `\${V}`, undefined, true]);
      assert.deepEqual(parts(`\${R}/node:1`), [`\${R}`, 'node', '1', undefined]);
      assert.deepEqual(parts(`\${I:-x/y:1}`), [undefined, 'x/y', '1', undefined]);
    });

    it('have ranges of what is written', () => {
      const { tagRange, repositoryRange } = parseImageReference(`r:5000/a:\${T:-b:c}@sha256:0`, 10, () => 'x');
      assert.deepEqual(repositoryRange, { start: 17, end: 18 });
      assert.deepEqual(tagRange, { start: 19, end: 28 });
      const whole = parseImageReference('$I', 10, () => 'a:b');
      assert.deepEqual([whole.repositoryRange, whole.tagRange], [{ start: 10, end: 12 }, undefined]);
    });
  });
});
