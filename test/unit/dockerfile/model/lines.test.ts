import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { commandLines, cut, keywordsOf, only, problemKinds, rangeOfPassage } from './reading';

describe('lines of a Dockerfile', () => {
  describe('continuation', () => {
    it('goes on behind an escape with blanks after it', () => {
      assert.deepEqual(commandLines('FROM a\nRUN a \\ \t\n  b\n'), ['a b']);
    });

    it('does not go on behind an escaped escape', () => {
      assert.deepEqual(keywordsOf('FROM a\nRUN a \\\\\nUSER b\n'), ['FROM', 'RUN', 'USER']);
    });

    it('goes on behind an escape that stands alone on its line', () => {
      assert.deepEqual(commandLines('FROM a\nRUN a \\\n\\\n  b\n'), ['a b']);
      assert.deepEqual(keywordsOf('\\\nFROM a\n'), ['FROM']);
    });

    it('ends with the file', () => {
      const text = 'FROM a\nRUN b \\';
      assert.deepEqual(commandLines(text), ['b']);
      assert.deepEqual(only(text, 'RUN').range, { start: 7, end: text.length });
    });

    it('glues what is next to it', () => {
      const text = 'FROM a\nRUN echo fo\\\no b\\\n ar\n';
      const [command] = only(text, 'RUN').commands;
      assert.deepEqual(
        command?.words.map(({ value }) => value),
        ['echo', 'foo', 'b', 'ar'],
      );
      assert.equal(cut(text, command?.words[1]?.range), 'fo\\\no');
    });

    it('may break a keyword and a flag', () => {
      const text = 'FROM a\nCO\\\nPY --fr\\\n# c\nom=b --li\\\nnk c d\n';
      const copy = only(text, 'COPY');
      assert.equal(copy.keywordText, 'COPY');
      assert.equal(cut(text, copy.keywordRange), 'CO\\\nPY');
      assert.equal(copy.from?.value, 'b');
      assert.equal(cut(text, copy.from?.range), '--fr\\\n# c\nom=b');
      assert.deepEqual(
        copy.flags.map(({ name }) => name),
        ['from', 'link'],
      );
      assert.equal(cut(text, copy.argumentsRange), 'c d');
    });
  });

  describe('comments and blank lines between continued lines', () => {
    const text = 'FROM a\n# above\nRUN a \\\n  # inside\n\n \t\n  && b \\\n\n  && c # d \\\n  e\nUSER f\n';

    it('vanish, with or without an escape of their own', () => {
      const run = only(text, 'RUN');
      assert.deepEqual(
        run.commands.map(({ name }) => name),
        ['a', 'b', 'c'],
      );
      assert.deepEqual(
        run.innerComments.map((comment) => [comment.text, cut(text, comment.range)]),
        [['inside', '# inside']],
      );
      assert.equal(run.innerComments[0]?.inside, run);
    });

    it('are a problem where they are blank, with the lines as its range', () => {
      const { problems, instructions } = parseDockerfile(text);
      const run = instructions[1];
      assert.deepEqual(
        problems.map((problem) => [problem.kind, cut(text, problem.range)]),
        [
          ['empty-continuation', '\n \t\n'],
          ['empty-continuation', '\n'],
        ],
      );
      for (const problem of problems) assert.ok(problem.kind === 'empty-continuation' && problem.instruction === run);
    });

    it('leave a # behind text to the text', () => {
      assert.equal(cut(text, only(text, 'RUN').argumentsRange)?.endsWith('&& c # d \\\n  e'), true);
    });
  });

  it('gives an instruction the comments directly above it', () => {
    const above = (text: string): readonly string[] => only(text, 'RUN').comments.map((comment) => comment.text);
    assert.deepEqual(above('FROM a\n# one\n\n# two\n  # three\nRUN b\n'), ['two', 'three']);
    assert.deepEqual(above('FROM a\n# one\n\nRUN b\n'), []);
    assert.deepEqual(above('FROM a\r\n# one\r\n# two\r\nRUN b\r\n'), ['one', 'two']);
  });

  it('reads CRLF', () => {
    const text = '# escape=\\\r\nFROM a\r\nRUN a \\\r\n# c\r\n  b\r\nCOPY <<EOF /x\r\none\r\nEOF\r\nUSER d\r\n';
    const dockerfile = parseDockerfile(text);
    assert.equal(dockerfile.lineEnding, '\r\n');
    assert.deepEqual(keywordsOf(text), ['FROM', 'RUN', 'COPY', 'USER']);
    assert.equal(cut(text, only(text, 'RUN').range), 'RUN a \\\r\n# c\r\n  b');
    assert.equal(cut(text, only(text, 'COPY').heredocs[0]?.body), 'one\r\n');
    assert.equal(only(text, 'USER').word?.text, 'd');
    assert.deepEqual(problemKinds(dockerfile), []);
  });

  it('stops at a NUL', () => {
    const { instructions, problems } = parseDockerfile('FROM a\nRUN \0b\n');
    assert.deepEqual(instructions, []);
    assert.deepEqual(problems, [{ kind: 'not-text', range: { start: 11, end: 12 } }]);
  });

  it('reports a line that is longer than 65535 bytes, and reads it', () => {
    const long = `RUN ${'é'.repeat(32_766)}`;
    assert.deepEqual(problemKinds(parseDockerfile(`FROM a\n${long.slice(0, -1)}\n`)), []);
    const text = `FROM a\n${long}\nUSER b\n`;
    const { problems } = parseDockerfile(text);
    assert.deepEqual(problems, [{ kind: 'line-too-long', range: { start: 7, end: 7 + long.length } }]);
    assert.deepEqual(keywordsOf(text), ['FROM', 'RUN', 'USER']);
  });

  it('reads a file without an instruction', () => {
    for (const text of ['', '\n\n', '# comment\n', '\uFEFF', '\\\n', ' \t']) {
      const { instructions, stages, problems } = parseDockerfile(text);
      assert.deepEqual([instructions, stages, problems], [[], [], []], JSON.stringify(text));
    }
  });

  it('takes keywords in any case', () => {
    assert.deepEqual(
      parseDockerfile('from a\nRun b\nONBUILD uSER c\n').instructions.map(({ keyword }) => keyword),
      ['FROM', 'RUN', 'ONBUILD'],
    );
  });

  it('makes an unknown instruction of what it does not know', () => {
    const text = 'FROM a\nRUNN apt-get update\n=======\n';
    const [, first, second] = parseDockerfile(text).instructions;
    assert.deepEqual([first?.keyword, first?.keywordText], ['UNKNOWN', 'RUNN']);
    assert.equal(cut(text, first?.argumentsRange), 'apt-get update');
    assert.deepEqual([second?.keyword, second?.keywordText], ['UNKNOWN', '=======']);
  });

  it('reads what is half typed', () => {
    for (const keyword of [
      'FROM',
      'RUN',
      'CMD',
      'COPY',
      'ADD',
      'ENV',
      'ARG',
      'LABEL',
      'EXPOSE',
      'USER',
      'WORKDIR',
      'VOLUME',
    ]) {
      const [instruction] = parseDockerfile(keyword).instructions;
      assert.equal(instruction?.keyword, keyword);
      assert.deepEqual(instruction?.argumentsRange, { start: keyword.length, end: keyword.length });
    }
    assert.equal(only('FROM a\nHEALTHCHECK', 'HEALTHCHECK').command, undefined);
    assert.equal(only('FROM a\nHEALTHCHECK CMD', 'HEALTHCHECK').command, undefined);
    assert.equal(only('FROM a\nONBUILD ', 'ONBUILD').trigger, undefined);
    assert.equal(only('FROM a\nCOPY b', 'COPY').destination, undefined);
    assert.equal(only('FROM a AS', 'FROM').alias, undefined);
  });

  it('counts in UTF-16 units', () => {
    const text = 'FROM a\nLABEL 🐳="🚢 x" b=c\n';
    const { properties } = only(text, 'LABEL');
    assert.deepEqual(properties[0]?.range, rangeOfPassage(text, '🐳="🚢 x"'));
    assert.deepEqual(properties[1]?.nameRange, rangeOfPassage(text, 'b'));
  });
});
