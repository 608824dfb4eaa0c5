import assert from 'node:assert/strict';
import { expanded, variableAt } from '../../../server/src/image/variables';

describe('variables', () => {
  const values: Readonly<Record<string, string>> = { A: 'a', EMPTY: '', PATH: '/usr/local/lib/x.tar.gz' };
  const resolve = (name: string): string | undefined => values[name];
  const of = (text: string): string | undefined => expanded(text, resolve);

  it('are found with their operation', () => {
    const text = `x\${A:-\${B}}y`;
    const found = variableAt(text, 1);
    assert.deepEqual(found, { name: 'A', start: 1, end: 11, nameStart: 3, nameEnd: 4, operation: `:-\${B}` });
    assert.equal(variableAt('$(x)', 0), undefined);
    assert.equal(variableAt(`\${A`, 0), undefined);
    assert.equal(variableAt('$é1-', 0)?.name, 'é1');
  });

  it('are replaced by what is known', () => {
    assert.equal(of(`$A-\${A}b`), 'a-ab');
    assert.equal(of('$A$UNKNOWN'), undefined);
    assert.equal(of('100$ $ $.'), '100$ $ $.');
    assert.equal(of('\\$A'), '$A');
    assert.equal(of(`\${A`), undefined);
  });

  it('have defaults and alternatives', () => {
    assert.deepEqual(
      [`\${X:-d}`, `\${X-d}`, `\${EMPTY:-d}`, `\${EMPTY-d}`, `\${A:-d}`, `\${X:-$A}`, `\${X:-"d"}`].map(of),
      ['d', 'd', 'd', '', 'a', 'a', 'd'],
    );
    assert.deepEqual([`\${A:+b}`, `\${X:+b}`, `\${EMPTY:+b}`, `\${EMPTY+b}`].map(of), ['b', '', '', 'b']);
    assert.deepEqual([`\${A:?b}`, `\${X:?b}`, `\${EMPTY?b}`].map(of), ['a', undefined, '']);
  });

  it('can be cut and changed by patterns', () => {
    assert.deepEqual(
      [
        `\${PATH##*/}`,
        `\${PATH#*/}`,
        `\${PATH%.*}`,
        `\${PATH%%.*}`,
        `\${PATH#x}`,
        `\${PATH/l/L}`,
        `\${PATH//l?/_}`,
      ].map(of),
      [
        'x.tar.gz',
        'usr/local/lib/x.tar.gz',
        '/usr/local/lib/x.tar',
        '/usr/local/lib/x',
        '/usr/local/lib/x.tar.gz',
        '/usr/Local/lib/x.tar.gz',
        '/usr/_ca__b/x.tar.gz',
      ],
    );
    assert.equal(of(`\${PATH/\\/usr/x}`), 'x/local/lib/x.tar.gz');
    assert.equal(of(`\${X#a}`), undefined);
    assert.equal(of(`\${A^^}`), undefined);
  });

  it('cannot take forever', () => {
    assert.equal(
      expanded(`\${A#${'*a'.repeat(30)}}`, () => 'a'.repeat(400)),
      undefined,
    );
    assert.equal(
      expanded('$A'.repeat(50), () => 'a'.repeat(1000)),
      undefined,
    );
    assert.equal(of(`\${X:-`.repeat(5000)), undefined);
  });
});
