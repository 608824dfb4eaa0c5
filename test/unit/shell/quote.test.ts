import assert from 'node:assert/strict';
import { jsonArray, shellQuote, splitWords, toExecForm } from '../../../server/src/shell/quote';
import { firstSimple } from './reading';

describe('quoting', () => {
  it('splits a plain command into its words', () => {
    assert.deepEqual(splitWords(`nginx -g 'daemon off;' "a b"\\ c`), ['nginx', '-g', 'daemon off;', 'a b c']);
    assert.deepEqual(splitWords(' a \\\n b '), ['a', 'b']);
    for (const text of [
      '',
      'a; b',
      'a && b',
      'a | b',
      'a &',
      '! a',
      '$a',
      'a *',
      'a >b',
      'A=b c',
      '(a)',
      "a 'b",
      'a `b`',
    ]) {
      assert.equal(splitWords(text), undefined, text);
    }
    assert.deepEqual(splitWords('a;'), ['a']);
  });

  it('makes an exec form of a command that needs no shell', () => {
    assert.deepEqual(toExecForm(firstSimple('a "b c" d')), ['a', 'b c', 'd']);
    assert.equal(toExecForm(firstSimple('a ~')), undefined);
    assert.equal(toExecForm(firstSimple('A=b c')), undefined);
    assert.equal(toExecForm(firstSimple('a 2>&1')), undefined);
  });

  it('writes words for a shell so that they come back as they are', () => {
    assert.equal(shellQuote('a-b_c.d/e:f=g,h@i%j+k'), 'a-b_c.d/e:f=g,h@i%j+k');
    assert.equal(shellQuote('daemon off;'), "'daemon off;'");
    for (const word of ['', ' ', "it's", '"', '$a', '*', '~', '\\', '\n', 'é', '{a,b}', '#', "''", '!']) {
      assert.deepEqual(splitWords(`x ${shellQuote(word)}`), ['x', word]);
    }
  });

  it('writes JSON arrays in the style of Dockerfiles', () => {
    assert.equal(jsonArray(['nginx', '-g', 'daemon off;']), '["nginx", "-g", "daemon off;"]');
    assert.equal(jsonArray(['a"b\\c\n']), '["a\\"b\\\\c\\n"]');
    assert.equal(jsonArray([]), '[]');
  });
});
