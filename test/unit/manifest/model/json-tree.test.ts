import assert from 'node:assert/strict';
import { nodePath, valueAt } from '../../../../server/src/manifest/model/lookup';
import { documentOf, problemsIn, valueOfText } from './reading';

const path = 'a.json';

describe('manifest JSON trees', () => {
  it('hold what JSON says', () => {
    const text = '{"a": [1, -2.5e3, true, false, null, "x\\u0041\\n"], "b": {}, "c": []}';
    assert.deepEqual(valueOfText(text, path), JSON.parse(text));
  });

  it('allow comments and trailing commas', () => {
    const text = '// top\n{\n  "a": 1, // one\n  /* two */ "b": [1, 2,],\n}\n';
    assert.deepEqual(valueOfText(text, path), { a: 1, b: [1, 2] });
    assert.deepEqual(problemsIn(text, path), []);
    assert.deepEqual(
      documentOf(text, path).comments.map((comment) => [comment.text, comment.alone]),
      [
        ['top', true],
        ['one', false],
        ['two', true],
      ],
    );
  });

  it('have exact ranges', () => {
    const text = '{"a": {"b": ["x y", 1]}}';
    const { root } = documentOf(text, path);
    const node = valueAt(root, ['a', 'b', 0]);
    assert.ok(node?.kind === 'scalar');
    assert.equal(text.slice(node.range.start, node.range.end), '"x y"');
    assert.equal(node.source, 'x y');
    assert.equal(node.style, 'json');
    assert.deepEqual(nodePath(root, node.range), ['a', 'b', 0]);
  });

  for (const [name, text, value, problems] of [
    ['a missing bracket', '{"a": [1, 2}', { a: [1, 2] }, [['MISSING_CHAR', '[']]],
    ['a missing comma', '{"a": 1 "b": 2}', { a: 1, b: 2 }, [['MISSING_CHAR', '"']]],
    ['a missing colon', '{"a", "b": 1}', { b: 1 }, [['MISSING_CHAR', '"a"']]],
    ['a missing value', '{"a": , "b": 1}', { a: null, b: 1 }, [['UNEXPECTED_TOKEN', ',']]],
    ['a missing quote', '{"a": "x\n, "b": 1}', { a: 'x', b: 1 }, [['MISSING_CHAR', '"x']]],
    ['a bare word', '{"a": yes}', { a: 'unknown:yes' }, [['UNEXPECTED_TOKEN', 'yes']]],
    ['an octal number', '{"a": 0644}', { a: 'unknown:0644' }, [['UNEXPECTED_TOKEN', '0644']]],
    ['a bare key', '{a: {"x": 1}, "b": 2}', { b: 2 }, [['UNEXPECTED_TOKEN', 'a']]],
    ['a repeated key', '{"a": 1, "a": 2}', { a: 2 }, [['DUPLICATE_KEY', '"a"']]],
    ['text behind the value', '{"a": 1} x', { a: 1 }, [['UNEXPECTED_TOKEN', 'x']]],
    ['nothing', '', null, []],
  ] as const)
    it(`survive ${name}`, () => {
      assert.deepEqual(valueOfText(text, path), value);
      assert.deepEqual(problemsIn(text, path), problems);
    });

  it('are open where they are broken', () => {
    const open = (text: string): unknown => {
      const node = documentOf(text, path).root;
      return node?.kind === 'mapping' && node.open;
    };
    assert.equal(open('{"a": {"b" 1}}'), true);
    assert.equal(open('{"a": 1}'), false);
    assert.equal(open('{"a": 1, "a": 2}'), false);
  });

  it('survive any nesting and any garbage', () => {
    for (const text of [
      '['.repeat(100_000),
      '{"a":'.repeat(50_000),
      ']'.repeat(1_000),
      '{]'.repeat(1_000),
      '"',
      '/',
      '/*',
      ':,:',
      '{:}',
      '[:]',
    ])
      assert.ok(documentOf(text, path).problems.length > 0, text.slice(0, 10));
  });
});
