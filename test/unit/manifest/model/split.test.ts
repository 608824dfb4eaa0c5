import assert from 'node:assert/strict';
import { documentStarts } from '../../../../server/src/manifest/model/split';

const partsOf = (text: string): string[] => {
  const starts = documentStarts(text);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
};

describe('manifest document splitting', () => {
  it('cuts at lines of three dashes', () => {
    assert.deepEqual(partsOf('a: 1\n---\nb: 2\n--- # x\nc: 3\n---\t\nd: 4'), [
      'a: 1\n',
      '---\nb: 2\n',
      '--- # x\nc: 3\n',
      '---\t\nd: 4',
    ]);
  });

  it('cuts also inside block scalars, as YAML does', () => {
    assert.deepEqual(partsOf('a: |\n  x\n---\nb: 1\n'), ['a: |\n  x\n', '---\nb: 1\n']);
  });

  it('does not cut at dashes that are something else', () => {
    for (const text of ['a: 1\n --- b\n', 'a: |\n  ---\n', '----\n', '---a: 1\n', 'a\n---b\n', 'x ---\n'])
      assert.deepEqual(partsOf(text), [text]);
  });

  it('gives the first document the comments, directives and blanks above its marker', () => {
    for (const text of [
      '---\na: 1\n',
      '# x\n\n---\na: 1\n',
      '%YAML 1.2\n---\na: 1\n',
      '\uFEFF# x\n---\na: 1\n',
      '\r\n---\r\na: 1\r\n',
    ])
      assert.deepEqual(partsOf(text), [text]);
    assert.deepEqual(partsOf('# x\n---\na: 1\n---\nb: 1\n'), ['# x\n---\na: 1\n', '---\nb: 1\n']);
  });

  it('keeps empty documents', () => {
    assert.deepEqual(partsOf('---\n---\na: 1\n'), ['---\n', '---\na: 1\n']);
    assert.deepEqual(partsOf(''), ['']);
    assert.deepEqual(partsOf('---'), ['---']);
  });

  it('cuts with Windows line ends', () => {
    assert.deepEqual(partsOf('a: 1\r\n---\r\nb: 2\r\n'), ['a: 1\r\n', '---\r\nb: 2\r\n']);
  });
});
