import assert from 'node:assert/strict';
import { typeOfPlain, typeOfTagged } from '../../../../server/src/manifest/model/scalar-type';

/** What sigs.k8s.io/yaml 1.6.0 makes of `k: …`, by running it. */
const read: readonly (readonly [string, string, unknown])[] = [
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map(
    (word): [string, string, unknown] => [word, 'boolean', true],
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map(
    (word): [string, string, unknown] => [word, 'boolean', false],
  ),
  ...['~', 'null', 'Null', 'NULL', ''].map((word): [string, string, unknown] => [word, 'null', null]),
  ...['yEs', 'oN', 'tRue', 'nULL', 'inf', 'nan', 'Infinity'].map((word): [string, string, unknown] => [
    word,
    'string',
    word,
  ]),
  ['0', 'integer', 0],
  ['-5', 'integer', -5],
  ['+5', 'integer', 5],
  ['0755', 'integer', 493],
  ['-0755', 'integer', -493],
  ['007', 'integer', 7],
  ['0o17', 'integer', 15],
  ['0O17', 'integer', 15],
  ['0x1F', 'integer', 31],
  ['0X1f', 'integer', 31],
  ['0b101', 'integer', 5],
  ['-0b101', 'integer', -5],
  ['1_000', 'integer', 1000],
  ['1__0', 'integer', 10],
  ['1_', 'integer', 1],
  ['0_7', 'integer', 7],
  ['08', 'float', 8],
  ['09', 'float', 9],
  ['1e3', 'float', 1000],
  ['1E+3', 'float', 1000],
  ['1.', 'float', 1],
  ['1.10', 'float', 1.1],
  ['.5', 'float', 0.5],
  ['-.5', 'float', -0.5],
  ['.5e3', 'float', 500],
  ['.5_0', 'float', 0.5],
  ['1_0.5', 'float', 10.5],
  ['18446744073709551616', 'float', 18446744073709552000],
  ['.inf', 'float', Number.POSITIVE_INFINITY],
  ['-.Inf', 'float', Number.NEGATIVE_INFINITY],
  ['_1', 'string', '_1'],
  ['._5', 'string', '._5'],
  ['1e', 'string', '1e'],
  ['e3', 'string', 'e3'],
  ['.', 'string', '.'],
  ['-', 'string', '-'],
  ['+-1', 'string', '+-1'],
  ['0x', 'string', '0x'],
  ['0b2', 'string', '0b2'],
  ['0o8', 'string', '0o8'],
  ['1.5.2', 'string', '1.5.2'],
  ['1,000', 'string', '1,000'],
  ['1e400', 'string', '1e400'],
  ['22:22', 'string', '22:22'],
  ['1:2:3', 'string', '1:2:3'],
  ['2001-01-01', 'string', '2001-01-01'],
  ['2001-01-01T00:00:00Z', 'string', '2001-01-01T00:00:00Z'],
  ['100m', 'string', '100m'],
  ['1Gi', 'string', '1Gi'],
];

describe('manifest scalar types', () => {
  for (const [source, type, value] of read)
    it(`reads ${JSON.stringify(source)} as ${type}`, () => {
      assert.deepEqual(typeOfPlain(source), { type, value });
    });

  it('obeys explicit tags', () => {
    assert.deepEqual(typeOfTagged('tag:yaml.org,2002:str', '8080'), { type: 'string', value: '8080' });
    assert.deepEqual(typeOfTagged('tag:yaml.org,2002:int', '8080'), { type: 'integer', value: 8080 });
    assert.deepEqual(typeOfTagged('tag:yaml.org,2002:bool', 'yes'), { type: 'boolean', value: true });
    assert.equal(typeOfTagged('!Ref', 'Bucket').type, 'unknown');
  });
});
