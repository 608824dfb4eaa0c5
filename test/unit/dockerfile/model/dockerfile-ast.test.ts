import assert from 'node:assert/strict';
import { DockerfileParser } from 'dockerfile-ast';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { parseImageReference } from '../../../../server/src/image/parse';
import { cut, keywordsOf, only, problemKinds, rangeOfPassage } from './reading';

describe('defects of dockerfile-ast', () => {
  it('1: reads a text that starts with a byte order mark', () => {
    const text = '\uFEFFFROM a\nRUN b\n';
    assert.deepEqual(keywordsOf(text), ['FROM', 'RUN']);
    assert.deepEqual(only(text, 'FROM').keywordRange, { start: 1, end: 5 });
  });

  it('2: keeps blanks and escapes of JSON strings', () => {
    const { command } = only('FROM a\nCMD ["echo", "hello world", "\\u0041\\n"]\n', 'CMD');
    assert.ok(command.form === 'exec');
    assert.deepEqual(
      command.words.map(({ value }) => value),
      ['echo', 'hello world', 'A\n'],
    );
  });

  it('3: sees no here-document inside quotes', () => {
    const text = 'FROM a\nRUN bash -c "cat <<EOF"\nUSER root\n';
    assert.deepEqual(
      DockerfileParser.parse(text)
        .getInstructions()
        .map((instruction) => instruction.getKeyword()),
      ['FROM', 'RUN'],
      'the defect is still there',
    );
    assert.deepEqual(keywordsOf(text), ['FROM', 'RUN', 'USER']);
    assert.deepEqual(only(text, 'RUN').heredocs, []);
  });

  it('4: reads on below a here-document that nothing ends', () => {
    const text = 'FROM a\nRUN cat <<EOF\necho\nUSER b\nCMD x\n';
    assert.deepEqual(keywordsOf(text), ['FROM', 'RUN', 'echo', 'USER', 'CMD']);
    const { problems } = parseDockerfile(text);
    assert.deepEqual(problems, [{ kind: 'unterminated-heredoc', range: rangeOfPassage(text, '<<EOF'), name: 'EOF' }]);
    const [heredoc] = only(text, 'RUN').heredocs;
    assert.equal(heredoc?.terminator, undefined);
    assert.equal(cut(text, heredoc?.body), '');
  });

  it('5: leaves out comments behind an empty continuation line', () => {
    const text = 'FROM a\nRUN a \\\n\n  # c2\n  c\n';
    const run = only(text, 'RUN');
    assert.deepEqual(
      run.commands.map(({ words }) => words.map(({ value }) => value)),
      [['a', 'c']],
    );
    assert.deepEqual(
      run.innerComments.map((comment) => comment.text),
      ['c2'],
    );
    assert.deepEqual(problemKinds(parseDockerfile(text)), ['empty-continuation']);
  });

  it('6: takes apart an image reference with a port, a variable and a digest', () => {
    const { registry, repository, tag, digest } = parseImageReference(
      `registry:5000/a/b:\${T:-latest}@sha256:00`,
      0,
      () => undefined,
    );
    assert.deepEqual(
      { registry, repository, tag, digest },
      { registry: 'registry:5000', repository: 'a/b', tag: 'latest', digest: 'sha256:00' },
    );
  });

  it('7: keeps quoted words together and stops looking for flags at the first word that is none', () => {
    const text = 'FROM a\nRUN --mount=type=bind,source="a b",target=/x apt--get "c d" --no-flag\n';
    const run = only(text, 'RUN');
    assert.deepEqual(
      run.flags.map(({ name, value }) => [name, value]),
      [['mount', 'type=bind,source=a b,target=/x']],
    );
    assert.deepEqual(
      run.commands.map(({ words }) => words.map(({ value }) => value)),
      [['apt--get', 'c d', '--no-flag']],
    );
    assert.equal(cut(text, run.argumentsRange), 'apt--get "c d" --no-flag');
  });

  it('8: finds variables only where Docker expands them', () => {
    const text = `FROM a\nENV A=$B C='$D' E="$F" G=\\$H I=$$ J=$(K) L=\${M:-$N}\n`;
    const { properties } = only(text, 'ENV');
    assert.deepEqual(
      properties.flatMap(({ value }) => value?.variables.map(({ name }) => name) ?? []),
      ['B', 'F', 'M', 'N'],
    );
  });

  it('reads a comment whose last character is an escape', () => {
    assert.deepEqual(keywordsOf('FROM a\n# c \\\nUSER b\n'), ['FROM', 'USER']);
    assert.deepEqual(keywordsOf('FROM a\nRUN b \\\n# a \\\n  c\nUSER d\n'), ['FROM', 'RUN', 'USER']);
  });
});
