import assert from 'node:assert/strict';
import { isCandidate, languageIdOf } from '../../../server/src/cli/file-kind';
import { languages } from '../../../server/src/languages';

const pod = 'apiVersion: v1\nkind: Pod\n';

describe('the kind of a file', () => {
  const cases: [path: string | undefined, text: string, chosen: boolean, languageId: string | undefined][] = [
    ['/a/Dockerfile', '', false, 'dockerfile'],
    ['/a/dockerfile', '', false, 'dockerfile'],
    ['/a/Containerfile', '', false, 'dockerfile'],
    ['/a/Dockerfile.web', '', false, 'dockerfile'],
    ['/a/Containerfile.dev', '', false, 'dockerfile'],
    ['/a/web.Dockerfile', '', false, 'dockerfile'],
    ['/a/web.dockerfile', '', false, 'dockerfile'],
    ['C:\\a\\Dockerfile', '', false, 'dockerfile'],
    ['/a/Dockerfile.dockerignore', '', false, undefined],
    ['/a/Dockerfile.j2', '', false, undefined],
    ['/a/Dockerfile.md', 'FROM is an instruction', false, undefined],
    ['/a/Dockerfile~', '', false, undefined],
    ['/a/MyDockerfile', 'FROM a\n', false, undefined],
    ['/a/pod.yaml', pod, false, 'yaml'],
    ['/a/pod.yml', pod, false, 'yaml'],
    ['/a/pod.yaml.tmpl', pod, false, 'yaml'],
    ['/a/pod.json', '{"apiVersion":"v1","kind":"Pod"}', false, 'json'],
    ['/a/values.yaml', 'a: 1\n', false, undefined],
    ['/a/values.yaml', 'a: 1\n', true, 'yaml'],
    ['/a/app.docker', '# syntax=x\n\nFROM a\n', true, 'dockerfile'],
    ['/a/app.docker', 'ARG A=1\r\nFROM a\r\n', true, 'dockerfile'],
    ['/a/README.md', '# Title\n\nFrom here on\n', true, undefined],
    ['/a/app.docker', 'FROM --platform=$BUILDPLATFORM a AS b', true, 'dockerfile'],
    ['/a/README.md', '# Title\n\nWords\n', true, undefined],
    ['/a/pod.txt', pod, true, 'yaml'],
    [undefined, pod, true, 'yaml'],
    [undefined, 'FROM a\n', true, 'dockerfile'],
    [undefined, '', true, undefined],
  ];
  for (const [path, text, chosen, languageId] of cases)
    it(`is ${languageId} for ${path} ${JSON.stringify(text)}${chosen ? ' when it is named' : ''}`, () =>
      assert.equal(languageIdOf(path, text, chosen), languageId));

  it('is one that the analyser knows', () => {
    for (const languageId of ['dockerfile', 'yaml', 'json'])
      assert.ok(languages.some((language) => language.recognises({ path: undefined, languageId, text: '' })));
  });

  it('is told by the editor where there is one', () => {
    const recognised = (path: string, languageId: string | undefined) =>
      languages.find((language) => language.recognises({ path, languageId, text: '' }))?.id;
    assert.equal(recognised('/a/x', 'dockerfile'), 'dockerfile');
    assert.equal(recognised('/a/Dockerfile', 'plaintext'), undefined);
    assert.equal(recognised('/a/Dockerfile', undefined), 'dockerfile');
    assert.equal(recognised('/a/x', 'jsonc'), 'manifest');
    assert.equal(recognised('/a/templates/x.yaml', 'helm'), 'manifest');
    assert.equal(recognised('/a/x.yaml', 'yaml.kubernetes'), 'manifest');
    assert.equal(recognised('/a/x.yaml', 'github-actions-workflow'), undefined);
  });

  it('takes no time to guess', () => {
    const started = performance.now();
    languageIdOf('/a/x', '#\n'.repeat(500_000), true);
    languageIdOf('/a/x', ' '.repeat(1_000_000), true);
    languageIdOf('/a/x', '\n'.repeat(1_000_000), true);
    assert.ok(performance.now() - started < 1000);
  });

  it('does not read what no name suggests', () =>
    assert.deepEqual(['/a/x.ts', '/a/x.yaml', '/a/Dockerfile'].map(isCandidate), [false, true, true]));
});
