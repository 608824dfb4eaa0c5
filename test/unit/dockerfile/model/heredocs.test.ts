import assert from 'node:assert/strict';
import { DockerfileParser } from 'dockerfile-ast';
import { maskedHeredocs } from '../../../../server/src/dockerfile/model/masked-heredocs';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { commandLines, cut, keywordsOf, only, triggered } from './reading';

/** Names and bodies of the here-documents of the second instruction. */
const heredocsOf = (text: string): readonly (readonly [string, string | undefined])[] =>
  (parseDockerfile(text).instructions[1]?.heredocs ?? []).map(({ name, body }) => [name, cut(text, body)]);

describe('here-documents', () => {
  it('have a range, a body and a terminator', () => {
    const text = 'FROM a\nRUN cat <<EOF > /x\n# no comment\nUSER b\nEOF\nUSER c\n';
    const run = only(text, 'RUN');
    const [heredoc] = run.heredocs;
    assert.equal(cut(text, heredoc?.range), '<<EOF');
    assert.equal(cut(text, heredoc?.body), '# no comment\nUSER b\n');
    assert.equal(heredoc?.terminator?.start, text.indexOf('EOF\nUSER c'));
    assert.equal(cut(text, heredoc?.terminator), 'EOF');
    assert.deepEqual([heredoc?.expands, heredoc?.stripsTabs], [true, false]);
    assert.equal(cut(text, run.range), 'RUN cat <<EOF > /x\n# no comment\nUSER b\nEOF');
    assert.deepEqual(keywordsOf(text), ['FROM', 'RUN', 'USER']);
    assert.deepEqual(parseDockerfile(text).comments, []);
  });

  it('may be several on a line, their bodies in order', () => {
    const text = 'FROM a\nCOPY <<one <<two /x/\n1\none\n2\ntwo\nUSER b\n';
    assert.deepEqual(heredocsOf(text), [
      ['one', '1\n'],
      ['two', '2\n'],
    ]);
    const copy = only(text, 'COPY');
    assert.deepEqual(
      copy.sources.map(({ text: written, range }) => [written, cut(text, range)]),
      [
        ['one', '<<one'],
        ['two', '<<two'],
      ],
    );
    assert.equal(copy.destination?.text, '/x/');
  });

  it('come behind all continued lines', () => {
    const text = 'FROM a\nRUN cat <<A \\\n # c\n && cat <<B\n1\nA\n2\nB\nUSER b\n';
    assert.deepEqual(heredocsOf(text), [
      ['A', '1\n'],
      ['B', '2\n'],
    ]);
    assert.deepEqual(keywordsOf(text), ['FROM', 'RUN', 'USER']);
  });

  it('end at their name with tabs before it only where <<- says so', () => {
    assert.deepEqual(heredocsOf('FROM a\nRUN <<-E\n\tb\n\tE\n'), [['E', '\tb\n']]);
    assert.deepEqual(heredocsOf('FROM a\nRUN <<E\n\tb\n\tE\nE\n'), [['E', '\tb\n\tE\n']]);
    assert.deepEqual(heredocsOf('FROM a\nRUN <<E\nb\nE \nE\n'), [['E', 'b\nE \n']]);
  });

  it('take a descriptor, a blank and many a name', () => {
    const named = (word: string, name: string): void => {
      const text = `FROM a\nCOPY ${word} /x\nb\n${name}\n`;
      assert.deepEqual(heredocsOf(text), [[name, 'b\n']], word);
    };
    named('3<<EOF', 'EOF');
    named('<< EOF', 'EOF');
    named('<<file.txt', 'file.txt');
    named(`<<'one two'`, 'one two');
    named(`<<eo'f'`, 'eof');
    named('<<"EOF"', 'EOF');
    named('<<\\EOF', 'EOF');
    named('<<EOF;', 'EOF;');
  });

  it('do not expand when their name is quoted', () => {
    const expands = (word: string): boolean | undefined =>
      only(`FROM a\nRUN ${word}\nEOF\n`, 'RUN').heredocs[0]?.expands;
    assert.deepEqual(
      [expands('<<EOF'), expands(`<<'EOF'`), expands('<<"EOF"'), expands(`<<E"OF"`)],
      [true, false, false, false],
    );
  });

  it('are none in quotes, within a word, as <<<, without a name, in JSON and in other instructions', () => {
    for (const line of [
      'RUN bash -c "cat <<EOF"',
      "RUN echo '<<EOF'",
      'RUN cat<<EOF',
      'RUN cat <<<EOF',
      'RUN cat <<',
      'RUN cat <<-',
      'RUN ["cat", "<<EOF"]',
      'RUN echo $((1 <<2))<<X',
      'ENV A=<<EOF',
      'CMD cat <<EOF',
      // BuildKit's lexer gives up on these.
      "RUN echo it's <<EOF",
      `RUN echo \${!x} \${#a[@]} <<EOF`,
    ]) {
      const text = `FROM a\n${line}\nUSER b\nEOF\n`;
      assert.deepEqual(heredocsOf(text), [], line);
      assert.deepEqual(keywordsOf(text).slice(2), ['USER', 'EOF'], line);
    }
  });

  it('belong to what ONBUILD triggers', () => {
    const text = 'FROM a\nONBUILD RUN <<EOF\nUSER b\nEOF\nUSER c\n';
    assert.deepEqual(keywordsOf(text), ['FROM', 'ONBUILD', 'USER']);
    assert.equal(cut(text, triggered(text, 'RUN').heredocs[0]?.body), 'USER b\n');
  });

  it('that nothing ends hide none that is ended', () => {
    const text = 'FROM a\nRUN cat <<A <<B\n1\nA\nUSER c\n';
    assert.deepEqual(heredocsOf(text), [
      ['A', '1\n'],
      ['B', ''],
    ]);
    assert.deepEqual(keywordsOf(text), ['FROM', 'RUN', 'USER']);
  });

  describe('of RUN', () => {
    it('are the script when they stand alone', () => {
      const text = 'FROM a\nRUN --network=none <<EOF\nset -e\napt-get install \\\n  b\nEOF\n';
      const run = only(text, 'RUN');
      assert.deepEqual(commandLines(text), ['set -e', 'apt-get install b']);
      assert.deepEqual(run.scripts.length, 1);
      assert.equal(run.interpreter, 'posix');
      assert.ok(run.command.form === 'shell');
      assert.equal(run.command.script, run.scripts[0]);
      assert.equal(cut(text, run.commands[1]?.words[2]?.range), 'b');
    });

    it('run under the interpreter that their first line names', () => {
      assert.deepEqual(commandLines('FROM a\nRUN <<EOF\n#!/usr/bin/env bash\nls\nEOF\n'), ['ls']);
      const run = only('FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n', 'RUN');
      assert.deepEqual([run.interpreter, run.scripts, run.commands], ['other', [], []]);
      assert.ok(run.command.form === 'shell');
      assert.equal(run.command.script, undefined);
    });

    it('that a shell reads are scripts of their own', () => {
      for (const line of ['bash <<EOF', '<<EOF bash', 'sudo bash -eux <<EOF', 'sh -s <<-EOF']) {
        const text = `FROM a\nRUN ${line}\napt-get install b\nEOF\n`;
        const run = only(text, 'RUN');
        assert.equal(run.scripts.length, 2, line);
        assert.deepEqual(commandLines(text).at(-1), 'apt-get install b', line);
        assert.equal(cut(text, run.commands.at(-1)?.words[0]?.range), 'apt-get', line);
      }
    });

    it('that another program reads are no scripts', () => {
      for (const line of ['python3 <<EOF', '<<EOF python3', 'cat <<EOF > /x.sh', 'bash /x.sh <<EOF']) {
        const run = only(`FROM a\nRUN ${line}\nimport os; print("x")\nEOF\n`, 'RUN');
        assert.deepEqual([run.interpreter, run.scripts.length, run.commands.length], ['posix', 1, 1], line);
      }
    });

    it('leave the commands around them where they are', () => {
      const text = 'FROM a\nRUN cat <<EOF > /x && chmod +x /x\n#!/bin/sh\nrm -rf /\nEOF\n';
      assert.deepEqual(commandLines(text), ['cat', 'chmod +x /x']);
    });
  });
});

describe('masked here-documents', () => {
  it('leave a text of the same length and lines that dockerfile-ast splits rightly', () => {
    const text =
      'FROM a\nRUN bash -c "cat <<EOF"\nRUN cat <<A <<-B\r\nUSER x\r\nA\n\tUSER y\n\tB\nONBUILD COPY <<C /x\n# d\nC\nRUN cat <<D\nUSER z\n';
    const masked = maskedHeredocs(parseDockerfile(text));
    assert.equal(masked.length, text.length);
    assert.equal(masked.replace(/[^\r\n]/g, ''), text.replace(/[^\r\n]/g, ''));
    assert.deepEqual(
      DockerfileParser.parse(masked)
        .getInstructions()
        .map((instruction) => instruction.getInstruction()),
      keywordsOf(text),
    );
  });
});
