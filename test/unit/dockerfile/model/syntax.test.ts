// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what looks like a template is Docker's own
import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { syntaxProblems } from '../../../../server/src/dockerfile/model/syntax-problems';
import { cut } from './reading';

const problemsOf = (text: string): readonly string[] =>
  syntaxProblems(parseDockerfile(text)).map(({ kind, range }) => `${kind} ${cut(text, range)}`);

/** The problems of an instruction, alone, continued, behind `ONBUILD`, and with Windows line ends. */
function assertProblems(instruction: string, ...expected: readonly string[]): void {
  assert.deepEqual(problemsOf(`FROM a\n${instruction}\n`), expected, instruction);
  assert.deepEqual(problemsOf(`FROM a\nONBUILD ${instruction}\n`), expected, `ONBUILD ${instruction}`);
  assert.deepEqual(problemsOf(`FROM a\r\n${instruction}\r\nUSER b\r\n`), expected, `${instruction} and CRLF`);
  const continued = instruction.replaceAll(' ', ' \\\n  # a comment\n\n  ');
  assert.equal(problemsOf(`FROM a\n${continued}\n`).length, expected.length, `${instruction} on several lines`);
}

describe('the syntax of a Dockerfile', () => {
  // Each was given to BuildKit's own parser (moby/buildkit 73ed682).
  it('is what BuildKit accepts', () => {
    for (const instruction of [
      'ENTRYPOINT',
      'CMD',
      'RUN',
      'HEALTHCHECK --retries=0 --interval=0s --timeout=1.5h --start-period= CMD x',
      'HEALTHCHECK --retries=+3 CMD x',
      'ADD --unpack --keep-git-dir=true --checksum=sha256:0 a b',
      'COPY --link=TRUE --parents --exclude=a --exclude=b a b',
      'COPY --from= a b',
      'RUN --mount=type=cache,target=/a --mount=type=bind,rw --network=none --security=insecure --device=x a',
      'ENV A="b"c D=\'e\'f G=\\"h',
      'ENV A=${B:-c}${D+e}${F##g}${H%%i}${J/k/l}${M//n/o}',
      "ENV A='${B:1:2}' C=\\${D^}",
      'LABEL "a b"="c d" e.f=g',
      'ARG A B=c',
      'ARG --a',
      'STOPSIGNAL $X',
      'EXPOSE ${P}/tcp',
      'USER ${U:-root}',
      'SHELL ["a", "b"]',
      'CMD -- --not-a-flag',
    ])
      assertProblems(instruction);
  });

  it('is not what BuildKit refuses', () => {
    assertProblems('FOO x', 'unknown-instruction FOO');
    assertProblems('USER', 'missing-argument USER');
    assertProblems('HEALTHCHECK CMD', 'missing-argument CMD');
    assertProblems('COPY a', 'missing-destination a');
    assertProblems('COPY --link=2 a b', 'flag-boolean 2');
    assertProblems('COPY --chown a b', 'flag-value --chown');
    assertProblems('COPY --x=y a b', 'unknown-flag --x=y');
    assertProblems('RUN --mount=type=x a', 'mount --mount=type=x');
    assertProblems('ENTRYPOINT --x', 'unknown-flag --x');
    assertProblems('HEALTHCHECK --interval=5 CMD x', 'duration 5');
    assertProblems('HEALTHCHECK --interval=10us CMD x', 'duration 10us');
    assertProblems('HEALTHCHECK --retries=-1 CMD x', 'retries -1');
    assertProblems('HEALTHCHECK NONE x', 'extra-argument x');
    assertProblems('ENV A', 'missing-value A');
    assertProblems('ENV A=b C', 'missing-equals C');
    assertProblems('LABEL =b', 'missing-name =b');
    assertProblems('ENV A="b', 'unclosed-quote "b');
    assertProblems("ENV A'B=c", "unclosed-quote A'B");
    assertProblems('ENV A=${B:1}', 'modifier ${B:1}');
    assertProblems('WORKDIR ${B', 'modifier ${B');
    assertProblems('SHELL a', 'shell-words a');
  });

  it('takes a name for an image or a stage', () => {
    assert.deepEqual(problemsOf('FROM a:1@sha256:0123 AS b\nFROM b AS C-d_1.e\nFROM scratch\nFROM $X:${Y}\n'), []);
    assert.deepEqual(problemsOf('FROM localhost:5000/a/b\nFROM "a"\n'), []);
    assert.deepEqual(problemsOf('FROM a:\nFROM A\nFROM a AS $x\n'), [
      'image-reference a:',
      'image-reference A',
      'stage-name $x',
    ]);
  });

  it('says nothing while somebody begins to write, and of templates', () => {
    for (const text of ['', '\n', '# c\n', 'ARG A\n', '{{ a }}\nFOO\n', 'FROM {{ a }}\nFOO\n', '{% if a %}\nRUN --x\n'])
      assert.deepEqual(problemsOf(text), [], JSON.stringify(text));
    assert.deepEqual(problemsOf('FROM a\nRUN <<EOF\n{{ a }}\nEOF\nFOO\n'), ['unknown-instruction FOO']);
  });

  it('stops where nothing can be read', () => {
    assert.deepEqual(problemsOf('FROM a\nRUN <<EOF\nFOO\nUSER\n'), ['unterminated-heredoc <<EOF']);
    assert.deepEqual(problemsOf('FROM a\u0000\nFOO\n'), ['unreadable \u0000']);
    const long = `RUN ${'a'.repeat(65_532)}`;
    assert.deepEqual(problemsOf(`FROM a\n${long}\n`), [`unreadable ${long}`]);
    assert.deepEqual(problemsOf(`FROM a\n${long.slice(1)}\n`).length, 1);
  });

  it('is read from any beginning of a file', () => {
    const text =
      '# escape=`\n# syntax=x\nFROM --platform=$X a AS b\nENV A="b c" D=${E:-f} `\n\n # c\n G=h\nCOPY <<EOF <<X /y/\n${z}\nEOF\nX\n' +
      'SHELL [\'a\']\nHEALTHCHECK --interval=5s CMD ["x"]\nONBUILD RUN --mount=type=cache,target=/a x <<EOF\nFOO\nEOF\n';
    for (let end = 0; end <= text.length; end++) {
      const start = text.slice(0, end);
      for (const { range } of syntaxProblems(parseDockerfile(start)))
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= end, JSON.stringify(start));
    }
  });
});
