import assert from 'node:assert/strict';
import { readSimpleYaml } from '../../../../server/src/manifest/model/simple-yaml';
import { corpus } from '../../../fuzz/corpus';
import { bothReadings } from './both-readers';

const lines = (...texts: string[]): string => `${texts.join('\n')}\n`;

describe('simple YAML', () => {
  it('is read as the yaml package reads it, in every sample and example', () => {
    const seeds = corpus().filter(({ language }) => language === 'manifest');
    const readings = seeds.flatMap(({ text }) => bothReadings(text));
    assert.ok(readings.length > seeds.length / 2, `${readings.length} documents of ${seeds.length} files`);
    for (const { quick, usual } of readings) assert.deepEqual(quick, usual);
  });

  const read: Readonly<Record<string, string>> = {
    'a document mark, comments and blank lines': lines('# first', '--- # mark', '', 'a: 1 # b', '  # deep', 'c: d'),
    'lists under and beside their key': lines(
      'a:',
      '- b',
      '-',
      '- c: 1',
      '  d: 2',
      'e:',
      '    -   f: 1',
      '        g: 2',
    ),
    'lists in lists': lines('- - a', '  - b: 1', '    c: 2', '-', '  - d'),
    'empty values': lines('a:', 'b:', '  c:', 'd: ""', 'e: {}', 'f: []', 'g: ~'),
    'quoted keys and values': lines('"a b": \'c\'', '\'d\': "e # f: g" # h'),
    'brackets and braces': lines('a: { b: [1, "x, y", c:d], e: {} } # f', 'g: [-c, a b ]'),
    'blocks of text': lines(
      'a: |',
      '  b',
      '',
      '    c # d',
      'e: |-',
      '   f  ',
      '',
      '# g',
      'h:',
      '- |',
      ' i',
      '- j: |',
      '    k',
    ),
    'a block of text at an end without a line ending': 'a:\n  b: |\n    c',
    'Windows line endings': 'a: b # c\r\n\r\nd:\r\n- "e"\r\n',
    'substitutions and colons in words': lines('a: $B', 'c: d:e', 'f: http://g/#h', 'i: -1', 'j: 0755', 'k: yes'),
  };
  for (const [name, text] of Object.entries(read))
    it(`is read: ${name}`, () => {
      const [reading, other] = bothReadings(text);
      assert.ok(reading !== undefined && other === undefined);
      assert.deepEqual(reading.quick, reading.usual);
    });

  const left: Readonly<Record<string, string>> = {
    'an anchor': 'a: &b c\n',
    'an alias': 'a: *b\n',
    'a tag': 'a: !!str 1\n',
    'a merge key': '<<: {a: b}\n',
    'an explicit key': '? a\n: b\n',
    'an escape': 'a: "\\n"\n',
    'a doubled quote': "a: 'b''c'\n",
    'a text that goes on': 'a: b\n  c\n',
    'braces that go on': 'a: {\n  b: c }\n',
    'a folded block': 'a: >\n  b\n',
    'a repeated key': 'a: 1\na: 2\n',
    'a tab': 'a:\tb\n',
    'an action': 'a: {{ b }}\n',
    'a key without a colon': 'a: b\nc\n',
    'a mapping within a value': 'a: b: c\n',
    'a list within a value': 'a: - b\n',
    'a wrong indentation': 'a:\n    b: 1\n  c: 2\n',
    'two documents': 'a: b\n---\nc: d\n',
    nothing: '# nothing\n',
  };
  for (const [name, text] of Object.entries(left))
    it(`leaves ${name} to the yaml package`, () => assert.equal(readSimpleYaml(text), undefined));

  it('gives up on collections that are nested deep', () => {
    assert.equal(readSimpleYaml(`a: ${'['.repeat(10_000)}`), undefined);
    assert.equal(readSimpleYaml('- '.repeat(10_000)), undefined);
  });
});
