import assert from 'node:assert/strict';
import { dockerfileEditor } from '../../../server/src/dockerfile/editor';
import { parseDockerfile } from '../../../server/src/dockerfile/model/parse';
import { context } from './marked';

const text = [
  '\uFEFF# syntax=docker/dockerfile:1',
  'ARG A=1 B',
  `FROM --platform=$BUILDPLATFORM golang:\${A:-1.26} AS build # x`,
  'ENV X="$A" Y=\'$B\' Z',
  'RUN --mount=type=cache,from=build,target=~/x \\',
  '  # comment',
  '',
  `  apt-get install -y "a\${X}" && (cd /x; sh -c "ls $X" | tee "$(echo $Y)") \\`,
  'RUN <<EOF cat <<-"E2"',
  `\tfor x in $X; do echo "\${x`,
  'EOF',
  'E2',
  'ONBUILD COPY --from=0 --chown=$A:$B ["a", "b',
  'FROM build',
  'CMD ["sh", "-c", "exec $X"]',
  'ENTRYPOINT exec `x` "',
  'HEALTHCHECK --interval= CMD',
  'USER',
  'EXPOSE $X 80/',
  'LABEL a',
].join('\r\n');

/** Asks everything at an offset. */
function ask(written: string, offsets: Iterable<number>): void {
  const dockerfile = parseDockerfile(written);
  const { completions, documentation, hover, outline, folds, selections, symbolAt, links, hints } = dockerfileEditor;
  for (const { range } of links?.(dockerfile, context) ?? []) assert.ok(range.end <= written.length);
  outline?.(dockerfile, context);
  folds?.(dockerfile, context);
  hints?.(dockerfile, { start: 0, end: written.length }, context);
  for (const offset of offsets) {
    for (const { edit, topic } of completions?.(dockerfile, offset, context) ?? []) {
      assert.ok(edit.range.start <= offset && offset <= edit.range.end, `${topic} at ${offset}`);
      assert.ok(!written.slice(edit.range.start, edit.range.end).includes('\n'));
      if (topic?.startsWith('instruction') || topic?.startsWith('flag'))
        assert.ok(documentation?.(topic, context) !== undefined, topic);
    }
    hover?.(dockerfile, offset, context);
    for (const { start, end } of selections?.(dockerfile, offset, context) ?? []) assert.ok(start <= end);
    const symbol = symbolAt?.(dockerfile, offset, context);
    for (const { range } of symbol?.rename?.edits('other') ?? []) assert.ok(range.end > range.start);
  }
}

describe('the editor in a Dockerfile', () => {
  it('answers everywhere in a file that is half typed', () => {
    ask(text, Array(text.length + 1).keys());
    for (let end = 0; end < text.length; end += 7) ask(text.slice(0, end), [end]);
  });

  it('has nothing to say about what is no Dockerfile', () => {
    for (const written of ['', '\u0000FROM x', '{{ if }}\nFROM x', '\\', '#', '$', 'FROM'])
      ask(written, Array(written.length + 1).keys());
  });

  it('takes its time for no text', () => {
    const long = `FROM alpine\nENV A=1\nRUN echo ${'$A '.repeat(20_000)}\nRUN ${"'".repeat(20_001)}$A\n`;
    const started = performance.now();
    ask(long, [long.indexOf('$A') + 1, long.length - 2, long.length - 20_000]);
    assert.ok(performance.now() - started < 5_000);
  });
});
