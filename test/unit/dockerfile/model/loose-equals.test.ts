import assert from 'node:assert/strict';
import { textIn } from '../../../../server/src/dockerfile/model/lookups';
import { looseEquals } from '../../../../server/src/dockerfile/model/loose-equals';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';

/** Names with the values that were meant for them. */
function found(line: string) {
  const dockerfile = parseDockerfile(`FROM debian:12\n${line}\n`);
  const instruction = dockerfile.instructions.at(-1);
  assert.ok(instruction);
  return looseEquals(dockerfile, instruction).map(({ name, value }) => [
    name,
    ...value.map(({ range }) => textIn(dockerfile, range)),
  ]);
}

describe('an `=` with blanks around', () => {
  for (const [line, expected] of [
    ['ENV A = b', [['A', 'b']]],
    ['ENV A =b', [['A', 'b']]],
    ['ENV A= b', [['A', 'b']]],
    [
      'LABEL A = b c D = e',
      [
        ['A', 'b', 'c'],
        ['D', 'e'],
      ],
    ],
    ['ENV A = -Db=c', [['A', '-Db=c']]],
    [
      'ENV A=1 B = 2 C=3 D= 4',
      [
        ['B', '2'],
        ['D', '4'],
      ],
    ],
    ['ARG A B= c', [['B', 'c']]],
    ['ENV A =', [['A']]],
    ['ENV A = "b c" \'d e\'', [['A', '"b c"', "'d e'"]]],
    ['ENV A= B=1', []],
    ['ENV A b = c', []],
    ['ENV A="b = c"', []],
    ['ENV = b', []],
    ['ENV A=b =', []],
    ['RUN A = b', []],
  ] as const)
    it(line, () => assert.deepEqual(found(line), expected));

  it('is found in a line of thousands in no time', () => {
    assert.equal(found(`ENV A=1${' B = 2'.repeat(20_000)}`).length, 20_000);
  });
});
