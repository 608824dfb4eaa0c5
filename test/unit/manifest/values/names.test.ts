import assert from 'node:assert/strict';
import {
  isDataKey,
  isIngressHost,
  isLabel,
  isLabelValue,
  isPortName,
  isQualifiedName,
  isSubdomain,
  isVariableName,
  slugOf,
  slugsOf,
} from '../../../../server/src/manifest/values/names';

const passing = (check: (text: string) => boolean, texts: readonly string[]): readonly string[] => texts.filter(check);

describe('names', () => {
  it('are parts of host names, or host names', () => {
    const texts = ['web', '1-a', 'a.b', 'Web', '-a', 'a-', 'a_b', '', 'a..b', 'x'.repeat(64)];
    assert.deepEqual(passing(isLabel, texts), ['web', '1-a']);
    assert.deepEqual(passing(isSubdomain, texts), ['web', '1-a', 'a.b', 'x'.repeat(64)]);
    assert.deepEqual(passing(isIngressHost, ['*.example.com', 'example.com', '*', 'a.*.com', 'x:80']), [
      '*.example.com',
      'example.com',
    ]);
  });
  it('are names of ports', () => {
    const texts = ['http', 'http-2', '8080', 'a--b', 'a_b', 'HTTP', 'x'.repeat(15), 'x'.repeat(16)];
    assert.deepEqual(passing(isPortName, texts), ['http', 'http-2', 'x'.repeat(15)]);
  });
  it('are keys and values of labels, keys of data and variables', () => {
    assert.deepEqual(passing(isQualifiedName, ['app', 'a.io/B_c.d', 'a/b/c', '/a', 'A.io/b', 'a/', '-a']), [
      'app',
      'a.io/B_c.d',
    ]);
    assert.deepEqual(passing(isLabelValue, ['', 'A_b.c-1', 'a b', '-a', 'x'.repeat(64)]), ['', 'A_b.c-1']);
    assert.deepEqual(passing(isDataKey, ['.env', 'a_B-c.d', 'a/b', '.', '..', '..a', '']), ['.env', 'a_B-c.d']);
    const variables = ['A_b', 'a.b-c', '1A', 'a b', 'a=b', 'ü'];
    assert.deepEqual(
      passing((text) => isVariableName(text, 31), variables),
      ['A_b', 'a.b-c'],
    );
    assert.deepEqual(
      passing((text) => isVariableName(text, 32), variables),
      ['A_b', 'a.b-c', '1A', 'a b'],
    );
  });
  it('are made from others', () => {
    assert.equal(slugOf('My_App v2!'), 'my-app-v2');
    assert.equal(slugOf('webData'), 'web-data');
    assert.equal(slugOf('__'), '');
    assert.equal(slugsOf('Web.Example_1..com'), 'web.example-1.com');
  });
});
