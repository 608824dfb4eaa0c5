import assert from 'node:assert/strict';
import { expandedVariables } from '../../../../server/src/dockerfile/model/expansions';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';

const namesOf = (line: string): readonly string[] =>
  parseDockerfile(line).instructions.flatMap((instruction) => expandedVariables(instruction).map(({ name }) => name));

describe('variables that Docker expands', () => {
  it('are in flags, words and values', () => {
    assert.deepEqual(namesOf('FROM --platform=$A b$C AS d'), ['A', 'C']);
    assert.deepEqual(namesOf('COPY --from=$A --chown="$B" $C $D/'), ['A', 'B', 'C', 'D']);
    assert.deepEqual(namesOf('ADD ["$A", "b"]'), ['A']);
    assert.deepEqual(namesOf('ENV A=$B C="$D"'), ['B', 'D']);
    assert.deepEqual(namesOf('ARG A=$B'), ['B']);
    assert.deepEqual(namesOf('LABEL a=$B'), ['B']);
    assert.deepEqual(namesOf('EXPOSE $A/tcp'), ['A']);
    assert.deepEqual(namesOf('VOLUME $A'), ['A']);
    assert.deepEqual(namesOf('USER $A:$B'), ['A', 'B']);
    assert.deepEqual(namesOf('WORKDIR $A'), ['A']);
    assert.deepEqual(namesOf('STOPSIGNAL $A'), ['A']);
    assert.deepEqual(namesOf('RUN --mount=type=cache,target=$A echo $B'), ['A']);
  });

  it('are not in what a shell or nobody expands', () => {
    for (const line of [
      'CMD echo $A',
      'ENTRYPOINT ["$A"]',
      'HEALTHCHECK CMD $A',
      'ONBUILD ENV A=$B',
      'SHELL ["$A"]',
      'WHAT $A',
    ])
      assert.deepEqual(namesOf(line), [], line);
  });
});
