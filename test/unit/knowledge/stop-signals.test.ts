import assert from 'node:assert/strict';
import { gracefulSignal, isUncatchable, meantSignals, signalNamed } from '../../../server/src/knowledge/stop-signals';

describe('stop signals', () => {
  it('are read as Docker reads them', () => {
    const read: readonly (readonly [string, string | undefined])[] = [
      ['SIGTERM', 'TERM'],
      ['term', 'TERM'],
      ['15', 'TERM'],
      ['9', 'KILL'],
      ['37', '37'],
      ['SIGRTMIN+3', 'RTMIN+3'],
      ['RTMAX-14', 'RTMAX-14'],
      ['RTMAX-15', undefined],
      ['RTMIN+16', undefined],
      ['0', undefined],
      ['65', undefined],
      ['SIGTREM', undefined],
      ['', undefined],
    ];
    for (const [written, name] of read) assert.equal(signalNamed(written), name, written);
  });

  it('are never meant to be those that nothing can catch', () => {
    assert.deepEqual(
      meantSignals.filter((name) => isUncatchable(name.replace('SIG', ''))),
      [],
    );
    assert.ok(meantSignals.includes('SIGTERM'));
  });

  it('let servers finish', () => {
    assert.equal(gracefulSignal('nginx'), 'SIGQUIT');
    assert.equal(gracefulSignal('php-fpm8.3'), 'SIGQUIT');
    assert.equal(gracefulSignal('node'), undefined);
  });
});
