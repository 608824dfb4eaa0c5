import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { quoted, type Surroundings, scalarSource } from '../../../../server/src/manifest/edits/scalar-source';
import { typeOfPlain } from '../../../../server/src/manifest/model/scalar-type';

describe('the source of a scalar', () => {
  it('needs no quotes for what every reader takes for a string', () => {
    for (const text of [
      'web',
      'nginx:1.27',
      '100m',
      '128Mi',
      '1.27.0',
      'a b',
      "it's",
      'a#b',
      '/healthz',
      '$(POD_IP)',
      'a, b',
      '-x',
      '10.0.0.1',
      'yes!',
    ])
      assert.equal(scalarSource(text, 'block', '"'), text);
  });

  it('has quotes where some reader takes it for something else', () => {
    const words = ['', '~', 'null', 'y', 'No', 'on', 'OFF', 'true', '=', '<<', '.inf', '-.Inf', '.NaN'];
    const numbers = [
      '0',
      '8080',
      '-1',
      '+1',
      '1.5',
      '.5',
      '1.',
      '1e3',
      '1_000',
      '0755',
      '0o17',
      '0x1F',
      '0b101',
      '22:22',
      '1:30:00.5',
    ];
    for (const text of [...words, ...numbers, '2001-01-01', '2001-01-01T00:00:00Z', '2001-1-1 12:00:00'])
      assert.equal(scalarSource(text, 'block', "'"), `'${text}'`);
  });

  it('has quotes where it would not be a scalar', () => {
    for (const text of [
      ' a',
      'a ',
      'a: b',
      'a:',
      'a #b',
      '- a',
      '-',
      '?',
      '? a',
      '*a',
      '&a',
      '!a',
      '|',
      '>',
      '%a',
      '@a',
      '`a',
      '{a',
      '[a',
      '#a',
      ',a',
      '---',
      '...a',
    ])
      assert.equal(scalarSource(text, 'block', '"'), `"${text}"`);
    for (const text of ['a,b', 'a]', 'a{b}']) assert.equal(scalarSource(text, 'flow', '"'), `"${text}"`);
  });

  it('escapes what cannot be printed', () => {
    assert.equal(scalarSource('a\tb\n', 'block', "'"), '"a\\tb\\n"');
    assert.equal(scalarSource('\u0085\u2028\uFEFF\u0000', 'block', "'"), '"\\u0085\\u2028\\ufeff\\u0000"');
    assert.equal(scalarSource('\uD83D', 'block', '"'), '"\\ud83d"');
    assert.equal(scalarSource('🙂', 'block', '"'), '🙂');
  });

  it('takes the quotes that spare escapes', () => {
    assert.equal(quoted('say "yes"', '"'), `'say "yes"'`);
    assert.equal(quoted("it's", "'"), `"it's"`);
    assert.equal(quoted(`it's "so"`, "'"), `'it''s "so"'`);
    assert.equal(quoted(`it's "so"`, '"'), `"it's \\"so\\""`);
  });

  it('writes other values as they are', () => {
    assert.equal(scalarSource(8080, 'block', '"'), '8080');
    assert.equal(scalarSource(true, 'flow', '"'), 'true');
    assert.equal(scalarSource(null, 'json', '"'), 'null');
    assert.equal(scalarSource('8080', 'json', "'"), '"8080"');
  });

  it('is read back as what it was, by YAML 1.2, YAML 1.1 and go-yaml', () => {
    const texts = pieces.flatMap((first) =>
      pieces.flatMap((second) => ['', 'b', '1', ':', ' ', '"'].map((third) => first + second + third)),
    );
    for (const surroundings of ['block', 'flow', 'json'] satisfies Surroundings[])
      for (const quote of ['"', "'"] as const) {
        const sources = texts.map((text) => scalarSource(text, surroundings, quote));
        const list =
          surroundings === 'block' ? sources.map((source) => `- ${source}\n`).join('') : `[${sources.join(', ')}]`;
        assert.deepEqual(parse(list, { version: '1.2' }), texts);
        // The yaml package takes an exponent alone for a number, which YAML 1.1 does not.
        const read: unknown = parse(list, { version: '1.1' });
        assert.ok(Array.isArray(read));
        assert.deepEqual(
          read.map((value, index) => (/^[-+]?\.?_*e[-+]?\d/.test(texts[index] ?? '') ? texts[index] : value)),
          texts,
        );
        const plain = texts.filter((text, index) => sources[index] === text);
        assert.deepEqual(
          plain.filter((text) => typeOfPlain(text).type !== 'string'),
          [],
        );
      }
  });
});

const pieces = [...'a10 :#-"\'\\,{]&*\n\tex._é%|~'];
