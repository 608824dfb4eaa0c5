import assert from 'node:assert/strict';
import { exposeFlaw, exposes } from '../../../server/src/knowledge/exposed-ports';

describe('words of EXPOSE', () => {
  it('are judged as BuildKit judges them', () => {
    const judged: readonly (readonly [string, string | undefined, string?])[] = [
      ['80', undefined],
      ['0', undefined],
      ['65535/sctp', undefined],
      ['80-90/udp', undefined],
      ['80/', undefined],
      [':80', undefined],
      ['65536', 'range'],
      ['90-80', 'range'],
      ['99999999999999999999', 'range'],
      ['http', 'format'],
      ['-1', 'format'],
      ['80-', 'format'],
      ['80/http', 'format'],
      ['web:80', 'format'],
      ['1.2.3:80', 'format'],
      ['', 'format'],
      ['80,443', 'format', '80 443'],
      ['80,443/udp', 'format', '80 443/udp'],
      ['80,http', 'format'],
      ['80/TCP', 'casing', '80/tcp'],
      ['8080:80', 'mapping', '80'],
      ['127.0.0.1:8080:80/Tcp', 'mapping', '80/tcp'],
      ['127.0.0.1::80', 'mapping', '80'],
      ['[::1]:8080:80', 'mapping', '80'],
    ];
    for (const [word, kind, meant] of judged) {
      assert.equal(exposeFlaw(word)?.kind, kind, word);
      assert.equal(exposeFlaw(word)?.meant, meant, word);
      if (meant !== undefined)
        assert.deepEqual(
          meant.split(' ').map((each) => exposeFlaw(each)),
          meant.split(' ').map(() => undefined),
        );
    }
  });

  it('name ports', () => {
    assert.equal(exposes('80-90/tcp', 85), true);
    assert.equal(exposes('127.0.0.1:8080:80', 80), true);
    assert.equal(exposes('8080', 80), false);
    assert.equal(exposes('$PORT', 80), false);
  });
});
