import assert from 'node:assert/strict';
import type { Dockerfile, Instruction } from '../../../../server/src/dockerfile/model/dockerfile';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse';
import { suppressionsOf } from '../../../../server/src/dockerfile/suppressions';
import { contains, type TextRange } from '../../../../server/src/engine/text';

const fixtures = [
  `# syntax=docker/dockerfile:1
# check=skip=StageNameCasing
# hadolint global ignore=DL3008
ARG V=20
FROM --platform=$BUILDPLATFORM node:\${V:-18} AS Build
# plimsoll-disable-next-line a, b -- why
RUN --mount=type=cache,target="/x y" apt-get update && \\
    # inside

    sh -c "apt-get install -y \\"curl\\"" \\
 && rm -rf '/x' # end
ENV A=b C="d e" \\
    F=\${G:-\${H}}
LABEL "a.b"='c' d
COPY --from=Build --chown=1:1 <<one <<-'two' /x/
1
one
\t2
\ttwo
ONBUILD RUN <<EOF bash
set -e
echo $A
EOF
`,
  `\uFEFF# escape=\`
FROM mcr.microsoft.com/windows/nanoserver
SHELL ["pwsh", "-Command"]
RUN dir \`
  c:\\
COPY ["a b", "c:\\\\d"]
ONBUILD COPY --link a b
HEALTHCHECK --interval=5s CMD ["curl", "\\u0041"]
EXPOSE 80 443/tcp
VOLUME /a /b
USER "a"
WORKDIR /a/$B
STOPSIGNAL SIGTERM
MAINTAINER x
CMD ['a', "b",] # c
ENTRYPOINT exec a "🐳 $B"
`,
];

/** Every range within a value, however deep. */
function rangesIn(value: unknown): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const seen = new Set<unknown>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if ('start' in next && 'end' in next && typeof next.start === 'number' && typeof next.end === 'number')
      ranges.push({ start: next.start, end: next.end });
    else waiting.push(...Object.values(next));
  }
  return ranges;
}

function checkInstruction(instruction: Instruction, path: string): void {
  const inside = (range: TextRange | undefined, what: string): void =>
    assert.ok(range === undefined || contains(instruction.range, range), `${path}: ${what} inside the instruction`);
  inside(instruction.keywordRange, 'keyword');
  inside(instruction.argumentsRange, 'arguments');
  for (const flag of instruction.flags) {
    inside(flag.range, 'flag');
    assert.ok(flag.valueRange === undefined || contains(flag.range, flag.valueRange), `${path}: value inside the flag`);
    assert.ok(flag.range.end <= instruction.argumentsRange.start, `${path}: flags before the arguments`);
  }
  for (const comment of instruction.innerComments) inside(comment.range, 'comment');
  for (const { range, body, terminator } of instruction.heredocs) {
    inside(range, 'here-document');
    if (terminator === undefined) continue;
    inside(terminator, 'terminator');
    assert.ok(range.end <= body.start && body.end <= terminator.start, `${path}: body between start and terminator`);
  }
  if (instruction.keyword === 'ENV' || instruction.keyword === 'LABEL' || instruction.keyword === 'ARG')
    for (const { range, nameRange, value } of instruction.properties) {
      inside(range, 'property');
      assert.ok(contains(range, nameRange), `${path}: name inside the property`);
      assert.ok(value === undefined || contains(range, value.range), `${path}: value inside the property`);
    }
  if (instruction.keyword === 'RUN')
    for (const command of instruction.commands)
      for (const word of command.words) inside(word.range, `word ${word.text}`);
  if (instruction.keyword === 'ONBUILD' && instruction.trigger !== undefined) {
    inside(instruction.trigger.range, 'trigger');
    assert.ok(instruction.trigger.range.start > instruction.keywordRange.end, `${path}: trigger behind ONBUILD`);
    checkInstruction(instruction.trigger, `${path}.trigger`);
  }
}

function check(text: string): Dockerfile {
  const dockerfile = parseDockerfile(text);
  const whole = { start: 0, end: text.length };
  for (const range of rangesIn({ dockerfile, suppressions: suppressionsOf(dockerfile) }))
    assert.ok(range.start <= range.end && contains(whole, range), `${JSON.stringify(range)} inside the text`);
  let end = 0;
  for (const [index, instruction] of dockerfile.instructions.entries()) {
    assert.ok(instruction.range.start >= end, `instruction ${index} behind the one before`);
    checkInstruction(instruction, `instruction ${index}`);
    end = instruction.range.end;
  }
  for (const comment of dockerfile.comments) {
    const holder = dockerfile.instructions.find(({ range }) => contains(range, comment.range));
    assert.equal(holder, comment.inside, 'a comment is in the instruction around it');
  }
  return dockerfile;
}

describe('every Dockerfile, however broken, has ranges that nest', function () {
  this.timeout(30_000);

  for (const [index, fixture] of fixtures.entries())
    describe(`fixture ${index + 1}`, () => {
      it('as it is', () => {
        assert.ok(check(fixture).instructions.length > 5);
      });

      it('cut off at every offset', () => {
        for (let end = 0; end < fixture.length; end++) check(fixture.slice(0, end));
      });

      it('starting at every line', () => {
        for (let at = fixture.indexOf('\n'); at !== -1; at = fixture.indexOf('\n', at + 1))
          check(fixture.slice(at + 1));
      });

      it('with other line ends', () => {
        for (const ending of ['\r\n', '\r', ' ', '\n\n', '\\\n']) check(fixture.replaceAll('\n', ending));
      });

      it('with each line dropped, doubled or swapped with the next', () => {
        const lines = fixture.split('\n');
        for (const at of lines.keys()) {
          check(lines.toSpliced(at, 1).join('\n'));
          check(lines.toSpliced(at, 0, lines[at] ?? '').join('\n'));
          check(lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '').join('\n'));
        }
      });

      it('with a telling character put in here and there', () => {
        for (const inserted of ['"', "'", '\\', '`', '\n', '\\\n', '<<', `\${`, '[', '#', '\n#'])
          for (let at = 0; at < fixture.length; at += 29) check(fixture.slice(0, at) + inserted + fixture.slice(at));
      });
    });

  it('gives the same text the same ranges', () => {
    for (const fixture of fixtures) assert.deepEqual(rangesIn(check(fixture)), rangesIn(check(fixture)));
  });
});
