import assert from 'node:assert/strict';
import { valueAt } from '../../../../server/src/manifest/model/lookup';
import { documentOf } from './reading';

/** The scalar at `a`, with what its characters' offsets say. */
function scalarOf(text: string, path?: string): { value: string; offsets: readonly number[] | undefined } {
  const node = valueAt(documentOf(text, path).root, ['a']);
  assert.ok(node?.kind === 'scalar');
  assert.equal(typeof node.value, 'string');
  return { value: String(node.value), offsets: node.offsets?.() };
}

/** Each character of the value must stand where its offset says, but for folded line ends and escapes. */
function charactersAt(text: string, path?: string): string {
  const { value, offsets } = scalarOf(text, path);
  assert.ok(offsets, 'offsets are known');
  assert.equal(offsets.length, value.length + 1);
  assert.deepEqual(
    [...offsets].sort((one, other) => one - other),
    [...offsets],
    'offsets ascend',
  );
  return offsets
    .slice(0, -1)
    .map((offset) => text[offset])
    .join('');
}

describe('manifest scalar offsets', () => {
  it('are exact in one line', () => {
    assert.equal(charactersAt('a: some words\n'), 'some words');
    assert.equal(charactersAt('a: "some words"\n'), 'some words');
    assert.equal(charactersAt("a: 'some words'\n"), 'some words');
    assert.deepEqual(scalarOf('a: ab\n').offsets, [3, 4, 5]);
    assert.deepEqual(scalarOf('a: ""\n').offsets, [4]);
  });

  it('point at the start of an escape', () => {
    assert.deepEqual(scalarOf('a: "x\\ty\\u0041z"\n').offsets, [4, 5, 7, 8, 14, 15]);
    assert.deepEqual(scalarOf("a: 'it''s'\n").offsets, [4, 5, 6, 8, 9]);
    assert.deepEqual(scalarOf('a: "\\U0001F600!"\n').offsets, [4, 4, 14, 15]);
  });

  it('follow literal blocks', () => {
    assert.equal(charactersAt('a: |\n  set -e\n   exec x\n\n  y\n'), 'set -e\n exec x\n\ny\n');
    assert.equal(charactersAt('a: |-\n  x\n  y\n'), 'x\ny');
    assert.equal(charactersAt('a: |+\n  x\n\n\nb: 1\n'), 'x\n\n\n');
    assert.equal(charactersAt('a: |2\n    x\n   y\n'), '  x\n y\n');
    assert.equal(charactersAt('a: |\n  x\n  y'), 'x\ny');
    assert.equal(charactersAt('a: |\n\n  x\n'), '\nx\n');
  });

  it('follow blocks with Windows line ends', () => {
    const { value, offsets } = scalarOf('a: |\r\n  x\r\n  y\r\nb: 1\r\n');
    assert.equal(value, 'x\ny\n');
    assert.deepEqual(offsets, [8, 9, 13, 14, 15]);
  });

  it('follow folded blocks and lines', () => {
    assert.deepEqual(scalarOf('a: >-\n  x\n  y\n\n  z\n'), { value: 'x y\nz', offsets: [8, 9, 12, 14, 17, 18] });
    assert.deepEqual(scalarOf('a: "x\n  y\n\n  z"\n'), { value: 'x y\nz', offsets: [4, 5, 8, 10, 13, 14] });
    assert.deepEqual(scalarOf('a: x\n  y\n'), { value: 'x y', offsets: [3, 4, 7, 8] });
    assert.deepEqual(scalarOf('a: "x\\\n  y"\n'), { value: 'xy', offsets: [4, 9, 10] });
    assert.equal(scalarOf('a: >\n  x\n    y\n  z\n').offsets?.length, 'x\n  y\nz\n'.length + 1);
  });

  it('are exact in JSON', () => {
    assert.equal(charactersAt('{"a": "some words"}', 'a.json'), 'some words');
    assert.deepEqual(scalarOf('{"a": "x\\ny"}', 'a.json').offsets, [7, 8, 10, 11]);
  });

  it('are not there for what is no string', () => {
    const node = valueAt(documentOf('a: 1\n').root, ['a']);
    assert.ok(node?.kind === 'scalar');
    assert.equal(node.offsets, undefined);
  });
});
