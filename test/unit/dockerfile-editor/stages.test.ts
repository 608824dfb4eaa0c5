import assert from 'node:assert/strict';
import { drawn, symbolIn } from './marked';

const file = [
  'FROM golang:1.26 AS Build',
  'RUN make',
  'FROM build AS test',
  'FROM alpine',
  'COPY --from=bu|ild /a /b',
  'COPY --from=0 /a /c',
  'RUN --mount=type=bind,from=build,target=/x ls /x',
  '',
].join('\n');

describe('stages of a Dockerfile in the editor', () => {
  it('are found by name in any case, and by number', () => {
    const { dockerfile, symbol } = symbolIn(file);
    assert.equal(
      drawn(dockerfile.text, symbol?.occurrences.map(({ range }) => range) ?? []),
      [
        'FROM golang:1.26 AS «Build»',
        'RUN make',
        'FROM «build» AS test',
        'FROM alpine',
        'COPY --from=«build» /a /b',
        'COPY --from=«0» /a /c',
        'RUN --mount=type=bind,from=«build»,target=/x ls /x',
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      symbol?.definitions.map(({ range }) => dockerfile.text.slice(range.start, range.end)),
      ['Build'],
    );
  });

  it('without a name are found by their number, at their image', () => {
    const { dockerfile, symbol } = symbolIn('FROM golang:1.26\nFROM alpine\nCOPY --from=|0 /a /b\n');
    assert.deepEqual(
      symbol?.definitions.map(({ range }) => dockerfile.text.slice(range.start, range.end)),
      ['golang:1.26'],
    );
    assert.equal(symbol?.rename, undefined);
  });

  it('are renamed where they are named, not where they are counted', () => {
    const { dockerfile, symbol } = symbolIn(file);
    const edits = symbol?.rename?.edits('compile') ?? [];
    assert.deepEqual(
      edits.map(({ range }) => dockerfile.text.slice(range.start, range.end)),
      ['Build', 'build', 'build', 'build'],
    );
    assert.equal(symbol?.rename?.name, 'Build');
  });

  it('are not renamed to what the builder would not take for them', () => {
    const { symbol } = symbolIn(file);
    const objection = (name: string): string => symbol?.rename?.objection(name) ?? '';
    assert.match(objection('1st'), /no name for a stage/);
    assert.match(objection('Test'), /There is a stage `Test` already/);
    assert.match(objection('scratch'), /means something else/);
    assert.match(objection('alpine'), /names an image/);
    assert.equal(objection('compile'), '');
  });

  it('are not renamed while an argument may choose them', () => {
    const { symbol } = symbolIn('ARG S=a\nFROM alpine AS a|\nFROM $S\n');
    assert.equal(symbol?.rename, undefined);
  });

  it('are not what an image of the same name is', () => {
    const { symbol } = symbolIn('FROM alpine AS a\nFROM al|pine\n');
    assert.equal(symbol, undefined);
  });
});
