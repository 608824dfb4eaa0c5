import assert from 'node:assert/strict';
import { lastForeground } from '../../../server/src/shell/commands';
import { keepsAlive } from '../../../server/src/shell/keep-alive';
import { parseShell } from '../../../server/src/shell/parser';
import { sourceAt } from '../../../server/src/shell/source';

function isKeptAliveBy(script: string): boolean {
  const [last] = lastForeground(parseShell(sourceAt(script, 0)));
  assert.ok(last !== undefined, script);
  return keepsAlive(last);
}

describe('a command that only keeps a container alive', () => {
  it('follows a file, sleeps for ever, or waits for somebody to type', () => {
    for (const script of [
      'tail -f /dev/null',
      'tail -n 100 -F /var/log/a /var/log/b',
      'tail --follow x',
      'exec tail -fn0 x',
      'sleep infinity',
      'sleep 365d',
      'sleep 999999',
      'cat',
      'bash',
      '/bin/sh -i',
      'while true; do sleep 60; done',
      'while :; do echo alive; sleep 1d; done',
      'a; tini -- sleep infinity',
    ])
      assert.ok(isKeptAliveBy(script), script);
  });

  it('is none that does something', () => {
    for (const script of [
      'tail -n 5 x',
      'sleep 5',
      'sleep $N',
      'cat x',
      'bash -c x',
      'bash script.sh',
      'while true; do work; sleep 60; done',
      'while true; do work; done',
      '! sleep infinity',
      'nginx',
    ])
      assert.ok(!isKeptAliveBy(script), script);
  });
});
