import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { isForDevelopment } from '../../../../server/src/dockerfile/model/stage-purpose';

const developing = (text: string, path?: string): boolean | undefined => {
  const dockerfile = parseDockerfile(text, path);
  const stage = dockerfile.stages.at(-1);
  return stage && isForDevelopment(dockerfile, stage);
};

describe('stages to develop and to test in', () => {
  it('say so in their name', () => {
    for (const name of ['dev', 'test', 'unit-test', 'development', 'ci', 'app-debug'])
      assert.equal(developing(`FROM x AS ${name}`), true, name);
    for (const name of ['app', 'build', 'latest', 'devices', 'contest', 'runtime'])
      assert.equal(developing(`FROM x AS ${name}`), false, name);
  });

  it('are in a file or folder that says so', () => {
    for (const path of [
      'Dockerfile.dev',
      'api/dev.Dockerfile',
      'api.test.dockerfile',
      'Dockerfile-ci',
      'C:\\x\\Dockerfile.local',
    ])
      assert.equal(developing('FROM x', path), true, path);
    assert.equal(developing('FROM x', '/home/me/project/.devcontainer/Dockerfile'), true);
    for (const path of [
      'Dockerfile',
      'dev/Dockerfile',
      'health-check.Dockerfile',
      'Dockerfile.prod',
      'x/Dockerfile.build',
    ])
      assert.equal(developing('FROM x', path), false, path);
  });
});
