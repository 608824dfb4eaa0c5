import assert from 'node:assert/strict';
import type { Dockerfile, Instruction, Stage } from '../../../../server/src/dockerfile/model/dockerfile';
import {
  instructionAfter,
  instructionAt,
  instructionBefore,
  instructionsOf,
  lastOf,
  runsOf,
  stageOf,
  textIn,
} from '../../../../server/src/dockerfile/model/lookups';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';

const text = `ARG V=1
FROM a AS one
RUN b \\
  && c

ONBUILD RUN d
CMD e
CMD f
FROM one
RUN g
`;

const dockerfile: Dockerfile = parseDockerfile(text);
const stage = (index: number): Stage => {
  const found = dockerfile.stages[index];
  assert.ok(found !== undefined);
  return found;
};
const written = (instruction: Instruction | undefined): string | undefined =>
  instruction && textIn(dockerfile, instruction.range);

describe('lookups', () => {
  it('finds the instruction at an offset', () => {
    const at = (passage: string): string | undefined => written(instructionAt(dockerfile, text.indexOf(passage)));
    assert.equal(at('ARG'), 'ARG V=1');
    assert.equal(at('&& c'), 'RUN b \\\n  && c');
    assert.equal(at('\n\nONBUILD'), 'RUN b \\\n  && c');
    assert.equal(at('\nONBUILD'), undefined);
    assert.equal(at('RUN d'), 'ONBUILD RUN d');
    assert.equal(written(instructionAt(parseDockerfile(''), 0)), undefined);
  });

  it('finds the instructions around one, and around a trigger', () => {
    const onbuild = instructionsOf(dockerfile, 'ONBUILD')[0];
    assert.ok(onbuild?.trigger !== undefined);
    for (const instruction of [onbuild, onbuild.trigger]) {
      assert.equal(written(instructionBefore(dockerfile, instruction)), 'RUN b \\\n  && c');
      assert.equal(written(instructionAfter(dockerfile, instruction)), 'CMD e');
    }
    const [first] = dockerfile.instructions;
    assert.ok(first !== undefined);
    assert.equal(instructionBefore(dockerfile, first), undefined);
    const last = dockerfile.instructions.at(-1);
    assert.ok(last !== undefined);
    assert.equal(instructionAfter(dockerfile, last), undefined);
    assert.equal(stageOf(dockerfile, last), stage(1));
    assert.equal(stageOf(dockerfile, first), undefined);
  });

  it('finds instructions of a keyword', () => {
    assert.deepEqual(instructionsOf(stage(0), 'CMD').map(written), ['CMD e', 'CMD f']);
    assert.equal(written(lastOf(stage(0), 'CMD')), 'CMD f');
    assert.equal(lastOf(stage(1), 'CMD'), undefined);
    assert.deepEqual(instructionsOf(stage(0), 'RUN').length, 1);
    assert.deepEqual(runsOf(stage(0)).map(written), ['RUN b \\\n  && c', 'RUN d']);
    assert.deepEqual(runsOf(dockerfile).length, 3);
  });
});
