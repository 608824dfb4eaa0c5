import assert from 'node:assert/strict';
import { decoded, encoded } from '../../../../server/src/manifest/model/base64';

describe('base64', () => {
  it('is text and back again', () => {
    for (const text of ['', 'a', 'ab', 'abc', 'jäger\n', '🚢']) assert.equal(decoded(encoded(text)), text);
    assert.equal(encoded('hunter2\n'), 'aHVudGVyMgo=');
  });

  it('passes over line ends', () => assert.equal(decoded('aHVu\r\ndGVyMg==\n'), 'hunter2'));

  it('is nothing where it is broken, or holds no text', () => {
    for (const text of ['a', 'ab=c', 'aHVudGVyMg', '####', '//4=', 'ZW 5v'])
      assert.equal(decoded(text), undefined, text);
  });
});
