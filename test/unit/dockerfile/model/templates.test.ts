import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';

describe('a template of a Dockerfile', () => {
  for (const action of ['{{ if .Debug }}', '{% if debug %}', '<% if debug %>'])
    it(`with ${action} where an instruction should stand is not read`, () => {
      const { instructions, problems } = parseDockerfile(`FROM debian:13\n${action}\nRUN x\n`);
      assert.deepEqual([instructions, problems], [[], []]);
    });

  it('is none when only a command has an action in it', () => {
    const { instructions } = parseDockerfile('FROM debian:13\nRUN docker inspect --format \\\n{{.Id}} x\n');
    assert.equal(instructions.length, 2);
  });
});
