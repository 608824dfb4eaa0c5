import assert from 'node:assert/strict';
import { cut, only, rangeOfPassage } from './reading';

/** Name, value as written and value of each property. */
const properties = (line: string): readonly unknown[] => {
  const instruction = only(`FROM a\nENV ${line}\n`, 'ENV');
  return instruction.properties.map(({ name, value }) => [name, value?.text, value?.value]);
};

describe('words of instructions', () => {
  describe('ENV, LABEL and ARG', () => {
    it('hold names and values', () => {
      assert.deepEqual(properties(`A=b C="d e" F='g h' I=j\\ k L= M="n"'o'p`), [
        ['A', 'b', 'b'],
        ['C', '"d e"', 'd e'],
        ['F', `'g h'`, 'g h'],
        ['I', 'j\\ k', 'j k'],
        ['L', '', ''],
        ['M', `"n"'o'p`, 'nop'],
      ]);
    });

    it('escape in double quotes only what needs it', () => {
      assert.deepEqual(properties(`A="a\\"b\\\\c\\$d\\e" B='a\\b' C=a\\"b`), [
        ['A', '"a\\"b\\\\c\\$d\\e"', 'a"b\\c$d\\e'],
        ['B', `'a\\b'`, 'a\\b'],
        ['C', 'a\\"b', 'a"b'],
      ]);
    });

    it('have the older form when the first word has no =', () => {
      const text = 'FROM a\nENV A b=c  "d"\n';
      const env = only(text, 'ENV');
      assert.equal(env.legacy, true);
      assert.deepEqual(
        env.properties.map(({ name, value, range }) => [name, value?.text, cut(text, range)]),
        [['A', 'b=c  "d"', 'A b=c  "d"']],
      );
      assert.equal(only('FROM a\nLABEL a = b\n', 'LABEL').properties[0]?.value?.text, '= b');
      assert.equal(only('FROM a\nENV A=b c\n', 'ENV').legacy, false);
    });

    it('keep a word without = apart from those with one', () => {
      assert.deepEqual(properties('A=b c'), [
        ['A', 'b', 'b'],
        ['c', undefined, undefined],
      ]);
      assert.deepEqual(properties('A'), [['A', undefined, undefined]]);
    });

    it('may quote a name', () => {
      const text = 'FROM a\nLABEL "com.example.a b"="c"\n';
      const [property] = only(text, 'LABEL').properties;
      assert.equal(property?.name, 'com.example.a b');
      assert.deepEqual(property?.nameRange, rangeOfPassage(text, '"com.example.a b"'));
      assert.deepEqual(property?.value?.range, rangeOfPassage(text, '"c"'));
    });

    it('may declare several arguments at once', () => {
      const { properties: declared } = only('FROM a\nARG A B=c D="e f"\n', 'ARG');
      assert.deepEqual(
        declared.map(({ name, value }) => [name, value?.value]),
        [
          ['A', undefined],
          ['B', 'c'],
          ['D', 'e f'],
        ],
      );
    });

    it('go on over lines', () => {
      const text = 'FROM a\nENV A=b \\\n  # c\n  D="e \\\n  f"\n';
      const [first, second] = only(text, 'ENV').properties;
      assert.deepEqual(first?.range, rangeOfPassage(text, 'A=b'));
      assert.equal(second?.value?.value, 'e   f');
      assert.equal(cut(text, second?.value?.range), '"e \\\n  f"');
    });
  });

  describe('variables', () => {
    const variablesOf = (value: string): readonly unknown[] =>
      only(`FROM a\nENV X=${value}\n`, 'ENV').properties[0]?.value?.variables.map(({ name, operation }) =>
        operation === '' ? name : [name, operation],
      ) ?? [];

    it('have names, ranges and operations', () => {
      const text = `FROM a\nUSER \${A:-b}-$C\n`;
      const variables = only(text, 'USER').word?.variables ?? [];
      assert.deepEqual(
        variables.map(({ range, nameRange }) => [cut(text, range), cut(text, nameRange)]),
        [
          [`\${A:-b}`, 'A'],
          ['$C', 'C'],
        ],
      );
      assert.deepEqual(variablesOf(`\${A-b}\${C:+d}\${E#f}\${G%%h}\${I/j/k}\${L:?m}`), [
        ['A', '-b'],
        ['C', ':+d'],
        ['E', '#f'],
        ['G', '%%h'],
        ['I', '/j/k'],
        ['L', ':?m'],
      ]);
    });

    it('may be in the operation of another one', () => {
      assert.deepEqual(variablesOf(`\${A:-\${B:-$C}}`), [['A', `:-\${B:-$C}`], ['B', ':-$C'], 'C']);
    });

    it('are none when escaped, in single quotes, without a name or a positional parameter', () => {
      assert.deepEqual(variablesOf(`\\$A'$B'$(C)$\${D$1$@`), []);
    });

    it('are part of the value', () => {
      assert.equal(only(`FROM a\nWORKDIR "/a/\${B}"\n`, 'WORKDIR').word?.value, `/a/\${B}`);
    });
  });

  describe('between blanks', () => {
    it('are what FROM holds', () => {
      const text = `FROM --platform=$BUILDPLATFORM  node:\${V}  As  Base # no comment\n`;
      const from = only(text, 'FROM');
      assert.equal(from.platform?.value, '$BUILDPLATFORM');
      assert.deepEqual(from.image?.range, rangeOfPassage(text, `node:\${V}`));
      assert.deepEqual(from.asRange, rangeOfPassage(text, 'As'));
      assert.deepEqual(from.alias?.range, rangeOfPassage(text, 'Base'));
      assert.equal(only('FROM a b c\n', 'FROM').asRange, undefined);
    });

    it('are what COPY holds, whatever its quotes say', () => {
      const copy = only('FROM a\nCOPY "a b" c\n', 'COPY');
      assert.deepEqual(
        copy.sources.map(({ text }) => text),
        ['"a', 'b"'],
      );
    });

    it('are what EXPOSE holds', () => {
      const text = 'FROM a\nEXPOSE 80/tcp \\\n 443 $PORT\n';
      const { words } = only(text, 'EXPOSE');
      assert.deepEqual(
        words.map((word) => [word.text, word.variables.length]),
        [
          ['80/tcp', 0],
          ['443', 0],
          ['$PORT', 1],
        ],
      );
      assert.deepEqual(words[1]?.range, rangeOfPassage(text, '443'));
    });

    it('are one word for USER, WORKDIR and STOPSIGNAL', () => {
      assert.equal(only('FROM a\nWORKDIR /a b \n', 'WORKDIR').word?.value, '/a b');
      assert.equal(only('FROM a\nUSER "a:b"\n', 'USER').word?.value, 'a:b');
      assert.equal(only('FROM a\nSTOPSIGNAL SIGTERM\n', 'STOPSIGNAL').word?.value, 'SIGTERM');
    });
  });

  describe('flags', () => {
    it('have a value or none', () => {
      const text = 'FROM a\nCOPY --from=b --link --chown="c d":e --exclude=x --exclude=y=z f g\n';
      const { flags, from } = only(text, 'COPY');
      assert.deepEqual(
        flags.map(({ name, value, range, valueRange }) => [name, value, cut(text, range), cut(text, valueRange)]),
        [
          ['from', 'b', '--from=b', 'b'],
          ['link', undefined, '--link', undefined],
          ['chown', 'c d:e', '--chown="c d":e', '"c d":e'],
          ['exclude', 'x', '--exclude=x', 'x'],
          ['exclude', 'y=z', '--exclude=y=z', 'y=z'],
        ],
      );
      assert.equal(from, flags[0]);
    });

    it('end with --', () => {
      const run = only('FROM a\nRUN --network=none -- --mount x\n', 'RUN');
      assert.deepEqual(
        run.flags.map(({ name }) => name),
        ['network'],
      );
      assert.deepEqual(
        run.commands.map(({ name }) => name),
        ['--mount'],
      );
    });

    it('that nobody knows are flags, and not sources', () => {
      const add = only('FROM a\nADD --unpack --what=ever b c\n', 'ADD');
      assert.deepEqual(
        add.flags.map(({ name }) => name),
        ['unpack', 'what'],
      );
      assert.deepEqual(
        add.sources.map(({ text }) => text),
        ['b'],
      );
    });

    it('describe mounts', () => {
      const { mounts } = only(
        'FROM a\nRUN --mount=type=cache,Target=/x,sharing=locked --mount=from=b,dst=/y,src=/z,readonly --network=none c\n',
        'RUN',
      );
      assert.deepEqual(
        mounts.map(({ type, target, from, source, options }) => ({ type, target, from, source, options })),
        [
          {
            type: 'cache',
            target: '/x',
            from: undefined,
            source: undefined,
            options: { type: 'cache', target: '/x', sharing: 'locked' },
          },
          {
            type: 'bind',
            target: '/y',
            from: 'b',
            source: '/z',
            options: { from: 'b', dst: '/y', src: '/z', readonly: 'true' },
          },
        ],
      );
    });
  });

  it('tell a health check from none', () => {
    assert.equal(only('FROM a\nHEALTHCHECK NONE\n', 'HEALTHCHECK').none, true);
    const check = only('FROM a\nHEALTHCHECK --interval=5s --retries=3 cmd curl -f http://x || exit 1\n', 'HEALTHCHECK');
    assert.equal(check.none, false);
    assert.ok(check.command?.form === 'shell');
    assert.equal(check.command.script?.statements[0]?.pipelines.length, 2);
    assert.equal(only('FROM a\nHEALTHCHECK curl x\n', 'HEALTHCHECK').command, undefined);
  });
});
