import assert from 'node:assert/strict';
import { isGlob, pathMatcher } from '../../../server/src/settings/glob';

describe('globs', () => {
  const matching: [glob: string, path: string][] = [
    ['Dockerfile', 'Dockerfile'],
    ['Dockerfile', 'a/b/Dockerfile'],
    ['vendor', 'vendor/a/Dockerfile'],
    ['vendor/', 'a/vendor/b/Dockerfile'],
    ['/vendor', 'vendor/Dockerfile'],
    ['./k8s/*.yaml', 'k8s/a.yaml'],
    ['k8s/*.yaml', 'k8s/.hidden.yaml'],
    ['**/test/**', 'test/a'],
    ['**/test/**', 'x/y/test/.a/b'],
    ['a/**/b.yaml', 'a/b.yaml'],
    ['a/**/b.yaml', 'a/x/y/b.yaml'],
    ['**', 'a/b'],
    ['*.{yml,yaml}', 'a/b.yml'],
    ['{a,b/{c,d}}/*.yaml', 'b/d/x.yaml'],
    ['a?c', 'abc'],
    ['a?c', 'a😀c'],
    ['[a-c]1.yaml', 'b1.yaml'],
    ['[!a-c]1.yaml', 'x1.yaml'],
    ['[]a].yaml', '].yaml'],
    ['a\\*b', 'a*b'],
    ['{only}', '{only}'],
    ['*a*b*', 'xaybz'],
    ['(a).yaml', '(a).yaml'],
  ];
  for (const [glob, path] of matching)
    it(`${glob} matches ${path}`, () => assert.equal(pathMatcher([glob])(path), true));

  const differing: [glob: string, path: string][] = [
    ['/vendor', 'a/vendor/Dockerfile'],
    ['k8s/*.yaml', 'k8s/b/a.yaml'],
    ['k8s/*.yaml', 'x/k8s/a.yaml'],
    ['a/b', 'a'],
    ['[!a-c]1.yaml', 'b1.yaml'],
    ['a\\*b', 'aab'],
    ['*.yaml', 'a.yaml.tpl'],
    ['Dockerfile', 'dockerfile'],
  ];
  for (const [glob, path] of differing)
    it(`${glob} does not match ${path}`, () => assert.equal(pathMatcher([glob])(path), false));

  it('let a later one take back what an earlier one matched', () => {
    const matches = pathMatcher(['vendor', '!vendor/ours', 'vendor/ours/old']);
    assert.deepEqual(['vendor/x', 'vendor/ours/x', 'vendor/ours/old/x', 'other'].map(matches), [
      true,
      false,
      true,
      false,
    ]);
  });

  it('match nothing when there are none', () => assert.equal(pathMatcher([])('a'), false));

  for (const glob of ['', '!', '/', '.', '..', '../x', '[a', '{a,b', 'a'.repeat(2000), '{a,b}'.repeat(40)])
    it(`cannot be ${JSON.stringify(glob.slice(0, 12))}`, () => {
      assert.equal(isGlob(glob), false);
      assert.equal(pathMatcher([glob])('a'), false);
    });

  it('take no time, whatever they are', () => {
    const started = performance.now();
    for (const glob of ['*a'.repeat(400), '**/a/'.repeat(150), `{${'a,'.repeat(90)}a}`, '{'.repeat(900)])
      pathMatcher([glob])('a/'.repeat(300) + 'a'.repeat(300));
    assert.ok(performance.now() - started < 1000);
  });
});
