import assert from 'node:assert/strict';
import type { Host, Output } from '../../../server/src/cli/host';
import { columnsOf, harmless, linked, styled, terminalOf } from '../../../server/src/cli/terminal';
import { hostWith } from './hosts';

describe('colours', () => {
  const terminal: Output = { isTerminal: true, width: 100, write: () => undefined };
  const pipe: Output = { ...terminal, isTerminal: false };
  const cases: [
    name: string,
    output: Output,
    environment: Host['environment'],
    wanted: boolean | undefined,
    colors: boolean,
  ][] = [
    ['are used on a terminal', terminal, {}, undefined, true],
    ['are not used elsewhere', pipe, {}, undefined, false],
    ['go with NO_COLOR', terminal, { NO_COLOR: '1' }, undefined, false],
    ['stay with an empty NO_COLOR', terminal, { NO_COLOR: '' }, undefined, true],
    ['go on a dumb terminal', terminal, { TERM: 'dumb' }, undefined, false],
    ['come with FORCE_COLOR', pipe, { FORCE_COLOR: '1' }, undefined, true],
    ['go with FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, undefined, false],
    ['obey NO_COLOR before FORCE_COLOR', pipe, { NO_COLOR: '1', FORCE_COLOR: '1' }, undefined, false],
    ['obey the flag before all', pipe, { NO_COLOR: '1' }, true, true],
    ['obey the flag that forbids them', terminal, { FORCE_COLOR: '1' }, false, false],
  ];
  for (const [name, output, environment, wanted, colors] of cases)
    it(name, () => assert.equal(terminalOf(output, hostWith({ environment }).host, wanted).colors, colors));

  it('bring links on terminals only', () => {
    assert.equal(terminalOf(terminal, hostWith({}).host, undefined).links, true);
    assert.equal(terminalOf(pipe, hostWith({}).host, true).links, false);
  });

  it('end where they should', () => {
    const colored = { colors: true, links: true, width: 80 };
    assert.equal(styled(colored, 'red', 'x'), '\u001b[31mx\u001b[39m');
    assert.equal(styled(colored, 'bold', 'x'), '\u001b[1mx\u001b[22m');
    assert.equal(linked(colored, 'https://a', 'x'), '\u001b]8;;https://a\u001b\\x\u001b]8;;\u001b\\');
    const plain = { colors: false, links: false, width: 80 };
    assert.equal(linked(plain, 'https://a', styled(plain, 'red', 'x')), 'x');
  });
});

describe('texts on a terminal', () => {
  it('lose what it would obey', () =>
    assert.equal(harmless('a\u001b[31mb\u0007\r\n\u202ec\u009b\td'), 'a\uFFFD[31mb\uFFFD\uFFFD\uFFFD\uFFFDc\uFFFD\td'));

  it('take the columns that they take', () =>
    assert.deepEqual(['abc', '日本', 'e\u0301', '🎉', '✅', '©', '한글', ''].map(columnsOf), [3, 4, 1, 2, 2, 1, 4, 0]));
});
