import assert from 'node:assert/strict';
import { itemQuoteOf, keyQuoteOf, styleAt } from '../../../../server/src/manifest/edits/style';
import { yaml } from './contract';
import { mappingAt, type Path, parsed, sequenceAt } from './places';

const at = (text: string, path: Path, file?: string) => {
  const document = parsed(text, file);
  return styleAt(document, mappingAt(document, path));
};

describe('the style of a document', () => {
  it('is that of most people where the document shows none', () => {
    assert.deepEqual(at('kind: Pod\n', []), {
      lineEnding: '\n',
      indent: 2,
      listIndent: 2,
      dashWidth: 2,
      quote: '"',
      scalarLists: 'lines',
      flow: { braces: '', brackets: '', colon: ' ', comma: ' ', step: '  ' },
    });
  });

  it('is measured in the file', () => {
    const style = at(
      "kind: Pod\r\nmetadata:\r\n    labels: { app: 'web' }\r\nspec:\r\n    list:\r\n    -   [ a,b ]\r\n",
      [],
    );
    assert.equal(style.lineEnding, '\r\n');
    assert.equal(style.indent, 4);
    assert.equal(style.listIndent, 0);
    assert.equal(style.dashWidth, 4);
    assert.equal(style.quote, "'");
    assert.equal(style.scalarLists, 'plain');
    assert.deepEqual([style.flow.braces, style.flow.brackets, style.flow.comma], [' ', ' ', '']);
  });

  it('is rather that of the nearest place', () => {
    const text = yaml`
      a:
         b:
         - c:
           - d
      e:
        f: 1
        g:
          h: 1
          i:
            - j
    `;
    assert.equal(at(text, ['a']).listIndent, 0);
    assert.equal(at(text, ['a']).indent, 3);
    assert.equal(at(text, ['e']).indent, 2);
    assert.equal(at(text, ['e', 'g']).listIndent, 2);
  });

  it('takes the indentation for lists where there is none', () => {
    assert.equal(at('a:\n    b: 1\n', []).listIndent, 4);
  });

  it('is measured in JSON', () => {
    const style = at('{\n\t"a": {\n\t\t"b": ["c", "d"]\n\t}\n}\n', ['a'], 'a.json');
    assert.equal(style.flow.step, '\t');
    assert.equal(style.scalarLists, '"');
    assert.equal(at('{"a":{"b":1}}', ['a'], 'a.json').flow.colon, '');
  });

  it('is not measured through an alias', () => {
    const style = at('a: &a\n   b: 1\nc:\n    d: *a\n', ['c']);
    assert.equal(style.indent, 4);
  });

  it('knows the quotes of keys, unless they need them', () => {
    const document = parsed('a:\n  "b": 1\nc:\n  "d": 1\n  e: 1\nf:\n  "on": 1\ng:\n  "on": 1\n  \'h\': 1\n');
    assert.equal(keyQuoteOf(mappingAt(document, ['a'])), '"');
    assert.equal(keyQuoteOf(mappingAt(document, ['c'])), undefined);
    assert.equal(keyQuoteOf(mappingAt(document, ['f'])), undefined);
    assert.equal(keyQuoteOf(mappingAt(document, ['g'])), "'");
  });

  it('knows the quotes of items', () => {
    const document = parsed('a: ["b", 1]\nc: ["d", e]\n');
    assert.equal(itemQuoteOf(sequenceAt(document, ['a'])), '"');
    assert.equal(itemQuoteOf(sequenceAt(document, ['c'])), undefined);
  });
});
