import assert from 'node:assert/strict';
import { givesWay, type ScriptEnd, type ShellKind } from '../../../server/src/knowledge/shells';

const plain: ScriptEnd = { nested: false, redirected: false, behind: 'nothing' };
const kinds: readonly ShellKind[] = ['bash', 'busybox', 'dash'];
const whoGivesWay = (end: Partial<ScriptEnd>) => kinds.filter((kind) => givesWay(kind, { ...plain, ...end }));

describe('a shell at the end of its script', () => {
  it('gives way to the last command, but for dash', () => assert.deepEqual(whoGivesWay({}), ['bash', 'busybox']));
  it('stays in bash for a redirect or inside of a compound command', () => {
    assert.deepEqual(whoGivesWay({ redirected: true }), ['busybox']);
    assert.deepEqual(whoGivesWay({ nested: true }), ['busybox']);
  });
  it('stays in BusyBox for a line end behind it', () => assert.deepEqual(whoGivesWay({ behind: 'blanks' }), ['bash']));
  it('stays in all for more', () => assert.deepEqual(whoGivesWay({ behind: 'more' }), []));
});
