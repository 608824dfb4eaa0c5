import assert from 'node:assert/strict';
import { stripLineBreak } from '../../../../server/src/manifest/edits/strip-line-break';
import { dataOf, madeIn } from './contract';
import { parsed, scalarAt } from './places';

const strip = (text: string, file?: string) => {
  const document = parsed(text, file);
  return { document, edits: stripLineBreak(document, scalarAt(document, ['a']), 'b') };
};

describe('taking the line break off a value', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['strips a literal', 'a: |\n  b\nc: 1\n', 'a: |-\n  b\nc: 1\n'],
    ['strips a folded one that kept its blank lines', 'a: >+ # x\n  b\n\nc: 1\n', 'a: >- # x\n  b\n\nc: 1\n'],
    ['keeps the indentation that is given', 'a: |2\n  b\n', 'a: |2-\n  b\n'],
    ['rewrites one in quotes', 'a: "b\\n" # x\n', 'a: "b" # x\n'],
    ['rewrites JSON', '{ "a": "b\\n" }', '{ "a": "b" }'],
  ];
  for (const [name, before, after] of cases)
    it(name, () => {
      const { document, edits } = strip(before, before.startsWith('{') ? 'a.json' : 'a.yaml');
      const result = madeIn(document, edits);
      assert.equal(result, after);
      assert.deepEqual(Object.entries(Object(dataOf(result)))[0], ['a', 'b']);
    });

  it('is not offered where the value has a tag', () => assert.equal(strip('a: !!str |\n  b\n').edits, undefined));
});
