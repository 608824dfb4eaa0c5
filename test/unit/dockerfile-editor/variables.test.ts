import assert from 'node:assert/strict';
import { drawn, symbolIn } from './marked';

/** Checks which names light up when the cursor is on one of them, wherever it is. */
function lights(expected: string): void {
  const text = expected.replace(/[«»]/g, '');
  const starts = [...expected.matchAll(/«/g)].map(({ index }, count) => index - 2 * count);
  for (const start of starts) {
    const { symbol } = symbolIn(`${text.slice(0, start)}|${text.slice(start)}`);
    assert.equal(drawn(text, symbol?.occurrences.map(({ range }) => range) ?? []), expected, `at ${start}`);
  }
}

function definedAt(text: string): string {
  const { dockerfile, symbol } = symbolIn(text);
  return drawn(dockerfile.text, symbol?.definitions.map(({ range }) => range) ?? []);
}

function renamed(text: string, name: string): string | undefined {
  const { dockerfile, symbol } = symbolIn(text);
  const objection = symbol?.rename?.objection(name);
  if (symbol?.rename === undefined || objection !== undefined) return objection;
  let result = dockerfile.text;
  for (const { range, newText } of symbol.rename.edits(name).toReversed())
    result = result.slice(0, range.start) + newText + result.slice(range.end);
  return result;
}

describe('variables of a Dockerfile in the editor', () => {
  it('are found where Docker expands them and where shells do', () => {
    lights(
      [
        'FROM alpine',
        `ENV «DIR»=/app OTHER=\${DIRS}`,
        'WORKDIR $«DIR»',
        `COPY a "\${«DIR»}/b"`,
        `RUN --mount=type=cache,target=\${«DIR»:-/x} cd $«DIR» && sh -c "ls \${«DIR»}"`,
        'COPY <<EOF /x',
        'dir=$«DIR» and \\$DIR',
        'EOF',
        'RUN <<EOF',
        'for x in a; do echo "$«DIR»/$x"; done',
        'EOF',
        'CMD ls $«DIR»',
        '',
      ].join('\n'),
    );
  });

  it('are not found in single quotes, exec forms, quoted here-documents and comments', () => {
    lights(
      [
        'FROM alpine',
        'ENV «A»=1',
        '# $A',
        "RUN echo '$A'",
        'RUN ["echo", "$A"]',
        "COPY <<'EOF' /x",
        '$A',
        'EOF',
        '',
      ].join('\n'),
    );
  });

  it('belong to their stage', () => {
    lights('FROM alpine\nARG «A»=1\nRUN echo $«A»\nFROM alpine\nARG A=2\nRUN echo $A\n');
    lights('FROM alpine\nARG A=1\nRUN echo $A\nFROM alpine\nARG «A»=2\nRUN echo $«A»\n');
  });

  it('go along with a stage that is built from theirs', () => {
    lights('FROM alpine AS a\nENV «A»=1\nFROM a\nRUN echo $«A»\nFROM alpine\nRUN echo $A\n');
  });

  it('above the first FROM are those that a stage declares again', () => {
    lights('ARG «A»=1\nFROM alpine:$«A»\nARG «A»\nRUN echo $«A»\nFROM debian\nRUN echo $A\nFROM busybox\nARG A=2\n');
  });

  it('of the build are others than those of the container', () => {
    lights('FROM alpine\nARG «A»=1\nENV A=$«A»\nRUN echo $A\nCMD echo $A\n');
    lights('FROM alpine\nARG A=1\nENV «A»=$A\nRUN echo $«A»\nCMD echo $«A»\n');
  });

  it('are followed into what a shell makes of them', () => {
    lights('FROM alpine\nENV «A»=1\nRUN export «A»=2 && echo $«A»\n');
    lights('FROM alpine\nRUN «A»=1; echo $«A»\nRUN echo $A\n');
    lights(`FROM alpine\nRUN for «A» in 1 2; do echo "\${«A»}"; done\n`);
  });

  it('are defined by the instruction that is in force', () => {
    assert.equal(
      definedAt('FROM alpine\nENV A=1\nRUN echo $A\nENV A=2\nRUN echo $|A\n'),
      'FROM alpine\nENV A=1\nRUN echo $A\nENV «A»=2\nRUN echo $A\n',
    );
    assert.equal(
      definedAt('ARG A=1\nFROM alpine\nARG |A\nRUN echo $A\n'),
      'ARG «A»=1\nFROM alpine\nARG A\nRUN echo $A\n',
    );
    assert.equal(
      definedAt('ARG A=1\nFROM alpine\nARG A\nRUN echo $A|\n'),
      'ARG A=1\nFROM alpine\nARG «A»\nRUN echo $A\n',
    );
    assert.equal(definedAt('FROM alpine\nRUN echo $PA|TH\n'), 'FROM alpine\nRUN echo $PATH\n');
  });

  it('are renamed with what means the same', () => {
    assert.equal(
      renamed(`ARG V=1\nFROM alpine:\${V|}\nARG V\nENV V=$V\nRUN echo $V\n`, 'VERSION'),
      `ARG VERSION=1\nFROM alpine:\${VERSION}\nARG VERSION\nENV V=$VERSION\nRUN echo $V\n`,
    );
  });

  it('are not renamed to what is no name, or taken', () => {
    const text = 'FROM alpine\nENV A|=1 B=2\n';
    assert.match(renamed(text, '1A') ?? '', /no name for a variable/);
    assert.match(renamed(text, 'B') ?? '', /There is a variable `B` already/);
  });

  it('are not renamed where others give them', () => {
    for (const text of [
      'FROM alpine\nARG TARGET|ARCH\n',
      'FROM alpine\nENV PA|TH=/x:$PATH\n',
      'FROM alpine\nRUN echo $HO|ME\n',
    ])
      assert.equal(symbolIn(text).symbol?.rename, undefined, text);
  });
});
