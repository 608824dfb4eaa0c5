import assert from 'node:assert/strict';
import { isWorldWritable, withoutWorldWrite } from '../../../server/src/knowledge/file-modes';

describe('file modes', () => {
  it('tell who may write', () => {
    const open = ['777', '0777', '2777', '666', '2', 'a+w', 'o+w', 'a+rwx', 'u+x,o=rw', 'ugo+w'];
    const closed = [
      '755',
      '1777',
      '3777',
      '775',
      '75',
      '+w',
      'g+w',
      'o-w',
      'a+rX',
      'a+rwxt',
      'u=rwx,go=rx',
      '',
      '888',
      'x',
    ];
    assert.deepEqual(
      open.filter((mode) => !isWorldWritable(mode)),
      [],
    );
    assert.deepEqual(
      closed.filter((mode) => isWorldWritable(mode)),
      [],
    );
  });

  it('lose the right of everybody else to write, and nothing more', () => {
    const pairs: readonly (readonly [string, string | undefined])[] = [
      ['777', '775'],
      ['0666', '0664'],
      ['733', '731'],
      ['a+w', 'ug+w'],
      ['a+rwx', 'a+rx,ug+w'],
      ['ugo+rwX', 'ugo+rX,ug+w'],
      ['o+rw', 'o+r'],
      ['a=rw', 'a=r,ug+w'],
      ['u+x,go+w', 'u+x,g+w'],
      ['o+w', undefined],
    ];
    for (const [mode, wanted] of pairs) {
      assert.equal(withoutWorldWrite(mode), wanted, mode);
      if (wanted !== undefined) assert.equal(isWorldWritable(wanted), false, wanted);
    }
  });
});
