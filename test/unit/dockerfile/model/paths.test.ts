import assert from 'node:assert/strict';
import { runsOf } from '../../../../server/src/dockerfile/model/lookups';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { folderOf, pathFrom } from '../../../../server/src/dockerfile/model/paths';
import { directoryOf } from '../../../../server/src/dockerfile/model/working-directory';

describe('places in an image', () => {
  it('are equal texts when they are equal', () => {
    assert.equal(pathFrom('/a/b', './c/../d/'), '/a/b/d');
    assert.equal(pathFrom('/a', '/b//c/.'), '/b/c');
    assert.equal(pathFrom('/a', '$B/./c/'), '$B/c');
    assert.equal(pathFrom('?7', 'a'), '/?7/a');
    assert.equal(folderOf('/a/b'), '/a');
    assert.equal(folderOf('/a'), '');
  });

  it('follow WORKDIR and cd', () => {
    const directory = (...lines: readonly string[]): string => {
      const dockerfile = parseDockerfile(`FROM debian:12\n${lines.join('\n')}\n`);
      const command = runsOf(dockerfile).at(-1)?.commands.at(-1);
      assert.ok(command !== undefined);
      return directoryOf(dockerfile, command);
    };
    assert.equal(directory('RUN a'), '/');
    assert.equal(directory('WORKDIR /a', 'WORKDIR b', 'RUN c'), '/a/b');
    assert.equal(directory('ENV A=/x', 'WORKDIR $A/y', 'RUN c'), '/x/y');
    assert.equal(directory('RUN cd /a && cd b && c'), '/a/b');
    assert.equal(directory('RUN (cd /a && b) && c'), '/');
    assert.equal(directory("RUN cd /a && sh -c 'cd b && c'"), '/a/b');
    assert.match(directory('RUN cd "$A" && cd - && c'), /^\/?\?/);
    assert.notEqual(directory('ARG A', 'WORKDIR $A', 'RUN c'), directory('ARG A', '', 'WORKDIR $A', 'RUN c'));
  });
});
