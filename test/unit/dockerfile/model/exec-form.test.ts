import assert from 'node:assert/strict';
import type { MalformedExecForm } from '../../../../server/src/dockerfile/model/dockerfile';
import { isMeantAsExecForm } from '../../../../server/src/dockerfile/model/exec-form';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { cut, only, rangeOfPassage } from './reading';

const commandOf = (form: string) => only(`FROM a\nCMD ${form}\n`, 'CMD').command;

const malformed = (form: string): MalformedExecForm | undefined => {
  const command = commandOf(form);
  assert.ok(command.form === 'shell', form);
  assert.equal(command.malformed === undefined, command.script !== undefined, `${form} is for a shell or it is not`);
  return command.malformed;
};

describe('exec form', () => {
  it('knows where each character stands', () => {
    const text = 'FROM a\nCMD [ "a\\u0041\\"🐳", \\\n  # c\n  "", "\\\\\\t" ]\n';
    const { command } = only(text, 'CMD');
    assert.ok(command.form === 'exec');
    assert.deepEqual(
      command.words.map(({ value }) => value),
      ['aA"🐳', '', '\\\t'],
    );
    assert.deepEqual(
      command.words.map(({ range }) => cut(text, range)),
      ['"a\\u0041\\"🐳"', '""', '"\\\\\\t"'],
    );
    const [first, second] = command.words;
    const start = text.indexOf('"a');
    assert.deepEqual(
      first?.offsets,
      [1, 2, 8, 10, 11, 12].map((offset) => start + offset),
    );
    const end = text.indexOf('""') + 1;
    assert.deepEqual(second?.offsets, [end]);
    assert.deepEqual(command.range, rangeOfPassage(text, text.slice(text.indexOf('['), text.indexOf(']') + 1)));
  });

  it('may be empty', () => {
    for (const form of ['[]', '[ ]']) {
      const command = commandOf(form);
      assert.ok(command.form === 'exec', form);
      assert.deepEqual(command.words, []);
    }
  });

  it('is what SHELL, RUN, HEALTHCHECK CMD, COPY and VOLUME may hold too', () => {
    assert.equal(only('FROM a\nSHELL ["bash", "-c"]\n', 'SHELL').command.form, 'exec');
    assert.equal(only('FROM a\nRUN ["a"]\n', 'RUN').command.form, 'exec');
    assert.equal(only('FROM a\nHEALTHCHECK --retries=3 CMD ["a"]\n', 'HEALTHCHECK').command?.form, 'exec');
    const text = 'FROM a\nCOPY --link ["a b", "$X", "/c d/"]\n';
    const copy = only(text, 'COPY');
    assert.equal(copy.json, true);
    assert.deepEqual(
      copy.sources.map(({ value }) => value),
      ['a b', '$X'],
    );
    assert.deepEqual(copy.sources[1]?.variables[0]?.range, rangeOfPassage(text, '$X'));
    assert.equal(copy.destination?.value, '/c d/');
    const { words, json } = only('FROM a\nVOLUME ["/a", "/b"]\n', 'VOLUME');
    assert.deepEqual([words.map(({ value }) => value), json], [['/a', '/b'], true]);
  });

  describe('gone wrong', () => {
    const meant = (form: string, words: readonly string[] | undefined, ...flaws: MalformedExecForm['flaws']): void => {
      const found = malformed(form);
      assert.ok(found !== undefined, form);
      assert.deepEqual([found.words, [...found.flaws].sort()], [words, [...flaws].sort()], form);
    };

    it('with single or typographic quotes', () => {
      meant(`['nginx', '-g', 'daemon off;']`, ['nginx', '-g', 'daemon off;'], 'single-quotes');
      meant(`["a", 'b']`, ['a', 'b'], 'single-quotes');
      meant(`['it\\'s']`, [`it's`], 'single-quotes');
      meant('[“nginx”, “-g”]', ['nginx', '-g'], 'smart-quotes');
      meant('[‘nginx’]', ['nginx'], 'smart-quotes');
    });

    it('with a comma too many or too few', () => {
      meant('["a", "b",]', ['a', 'b'], 'trailing-comma');
      meant('["a" "b"]', ['a', 'b'], 'missing-comma');
      meant('["a",, "b"]', ['a', 'b'], 'stray-comma');
      meant('[, "a"]', ['a'], 'stray-comma');
    });

    it('without quotes', () => {
      meant('[node, server.js]', ['node', 'server.js'], 'missing-quotes');
      meant('["node", server.js]', ['node', 'server.js'], 'missing-quotes');
      meant('[npm start, x]', undefined, 'missing-quotes');
    });

    it('with text behind it', () => {
      const form = '["a", "b"] # comment';
      meant(form, ['a', 'b'], 'trailing-comment');
      const text = `FROM a\nCMD ${form}\n`;
      const { command } = only(text, 'CMD');
      assert.ok(command.form === 'shell');
      assert.deepEqual(command.malformed?.range, rangeOfPassage(text, '["a", "b"]'));
      assert.deepEqual(command.malformed?.trailing, rangeOfPassage(text, '# comment'));
      meant('["a"] b', undefined, 'trailing-text');
      meant('["a"]]', undefined, 'trailing-text');
    });

    it('without an end', () => {
      meant('["a", "b"', ['a', 'b'], 'unclosed');
      meant('["a", "b', undefined, 'unclosed');
      meant('[', [], 'unclosed');
    });

    it('with escapes that JSON does not know, or other values than strings', () => {
      meant('["C:\\app\\x.exe"]', ['C:\\app\\x.exe'], 'bad-escape');
      meant('["C:\\temp\\app"]', ['C:\\temp\\app'], 'bad-escape');
      meant('["a\\$b\\n"]', ['a\\$b\n'], 'bad-escape');
      meant('["a", 1]', undefined, 'not-strings');
      meant('["a", ["b"]]', undefined, 'not-strings');
    });

    it('word by word and comma by comma', () => {
      const text = `FROM a\nCMD ['a' , b ,, 1]\n`;
      const { command } = only(text, 'CMD');
      assert.ok(command.form === 'shell' && command.malformed !== undefined);
      const { items, commas } = command.malformed;
      assert.deepEqual(
        items.map(({ range, value, quoted }) => [cut(text, range), value, quoted]),
        [
          ["'a'", 'a', true],
          ['b', 'b', false],
          ['1', '1', false],
        ],
      );
      assert.deepEqual(
        commas.map(({ start }) => start - text.indexOf('[')),
        [5, 9, 10],
      );
    });

    it('in COPY, ADD and VOLUME, where that is what was meant', () => {
      const meantFor = (instruction: string): boolean => {
        const [found] = parseDockerfile(`FROM a\n${instruction}\n`).stages[0]?.instructions ?? [];
        assert.ok(found !== undefined && 'malformed' in found, instruction);
        return found.malformed !== undefined && isMeantAsExecForm(found.malformed);
      };
      for (const instruction of [`COPY ['a', 'b']`, 'ADD ["a" "b"]', 'VOLUME ["/a",]'])
        assert.ok(meantFor(instruction), instruction);
      for (const instruction of ['COPY [ab]*.txt c', 'COPY ["a", "b"]', 'ADD [a] b', 'VOLUME /a', 'COPY ["a"] b'])
        assert.ok(!meantFor(instruction), instruction);
    });

    it('is for no shell', () => {
      const run = only(`FROM a\nRUN ['apt-get', 'update']\n`, 'RUN');
      assert.deepEqual([run.scripts, run.commands, run.interpreter], [[], [], 'posix']);
    });
  });

  it('is not what a shell tests', () => {
    for (const form of [
      '[ -f /x ] && a',
      '[ "$a" = "b" ] && c',
      '[ "$a" ] || b',
      '[[ -f /x ]]',
      '[ "$a" != b ]',
      '[ $a -eq 1 ]; b',
      '[ -n "$a" -a -n "$b" ] | c',
      '[ ! -e x ]',
    ])
      assert.equal(malformed(form), undefined, form);
  });
});
