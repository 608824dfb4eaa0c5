import assert from 'node:assert/strict';
import { cronInWords } from '../../../server/src/manifest/editor/cron-words';
import { durationInWords } from '../../../server/src/manifest/editor/durations';
import { quantityInWords } from '../../../server/src/manifest/editor/quantity-words';
import { hoverIn } from './marked';
import { shop } from './samples';

/** What a hover says at a piece of the sample. */
const hoverAt = (piece: string): string => {
  const at = shop.indexOf(piece);
  assert.notEqual(at, -1, piece);
  return hoverIn(`${shop.slice(0, at + 1)}¦${shop.slice(at + 1)}`) ?? '';
};

describe('hover in a manifest', () => {
  it('explains fields: what they hold, whether they are needed, since when they are there', () => {
    assert.match(hoverAt('selector:\n    matchLabels'), /^\*\*selector\*\* · LabelSelector · required\n\n\w+/);
    assert.match(
      hoverIn('apiVersion: v1\nkind: Pod\nspec:\n  host¦Users: false\n') ?? '',
      /^\*\*hostUsers\*\* · boolean · known since 1\.25, on since 1\.33/,
    );
    assert.match(hoverIn('apiVersion: v1\nkind: Pod\nspec:\n  dns¦Policy: Default\n') ?? '', /One of `ClusterFirst`, /);
    assert.match(hoverAt('Deployment'), /^\*\*Deployment\*\* · `apps\/v1`\n\n\w+/);
  });

  it('tells what containers are, and why', () => {
    assert.match(hoverAt('server\n          image'), /^the only container of its pod/);
    assert.match(hoverAt('migrate'), /^init container: .*number 1 of 2/);
    assert.match(hoverAt('proxy'), /^native sidecar: .*ambassador, .*its image says/);
  });

  it('tells what runs as PID 1, and who is asked to stop', () => {
    const process = hoverAt('"exec node server.js"');
    assert.match(process, /^\*\*PID 1\*\* `sh -c "exec node server\.js"`/);
    assert.match(process, /SIGTERM/);
    assert.match(process, /300 s later is killed/);
    assert.match(hoverAt('command:'), /^\*\*PID 1\*\*/);
  });

  it('tells about the image', () => {
    assert.match(hoverAt('node:24\n          command'), /^\*\*node:24\*\* · 4\d\d MB/);
  });

  it('says quantities, durations and schedules in words', () => {
    assert.match(hoverAt('512Mi\n              cpu'), /^536,870,912 bytes \(about 537 MB\)/);
    assert.match(hoverAt('250m'), /^0\.25 of a CPU core/);
    assert.match(hoverAt('300'), /^5 min/);
    assert.match(hoverAt('30 3 * *'), /^at 03:30 on Monday to Friday/);
    assert.match(
      hoverAt('livenessProbe'),
      /^- Asked every 10 s; after 3 failures in a row, 30 s in all, the container is killed/,
    );
    assert.match(hoverAt('10\n            failureThreshold'), /30 s in all/);
  });

  it('has nothing to say about comments, other YAML, and values that speak for themselves', () => {
    for (const text of [
      'a: ¦b\n',
      'apiVersion: v1\nkind: Pod\n# com¦ment\nspec: {}\n',
      'apiVersion: v1\nkind: Pod\nspec:\n  hostname: a¦b\n',
    ])
      assert.equal(hoverIn(text), undefined, text);
  });

  describe('words', () => {
    it('for schedules', () => {
      for (const [schedule, words] of [
        ['* * * * *', 'every minute'],
        ['*/15 * * * *', 'every 15 minutes'],
        ['5 * * * *', 'every hour, at minute 5'],
        ['0 */2 * * *', 'every 2 hours, at minute 0'],
        ['0 3 * * *', 'every day at 03:00'],
        ['0 3,15 * * SUN', 'at 03:00 and 15:00 on Sunday'],
        ['30 3 1,15 * *', 'at 03:30 on day 1 and 15 of the month'],
        ['0 0 1 1 *', 'at 00:00 on day 1 of the month in January'],
        ['0 0 1 * 1', 'at 00:00 on day 1 of the month and on Monday'],
        ['@weekly', 'at 00:00 on Sunday'],
        ['61 * * * *', undefined],
        ['1-59/7 4-8 * * *', undefined],
        ['@every 5m', undefined],
        ['', undefined],
      ] as const)
        assert.equal(cronInWords(schedule), words, schedule);
    });

    it('for quantities', () => {
      assert.equal(quantityInWords('1Gi', 'memory'), '1,073,741,824 bytes (about 1.07 GB)');
      assert.equal(quantityInWords('100', 'limits.memory'), '100 bytes');
      assert.match(quantityInWords('100m', 'memory') ?? '', /^0\.1 bytes: `m` means thousandths/);
      assert.equal(quantityInWords('1', 'cpu'), '1 CPU core');
      assert.equal(quantityInWords('2500m', 'cpu'), '2.5 CPU cores');
      assert.equal(quantityInWords('3', 'pods'), undefined);
      assert.equal(quantityInWords('much', 'memory'), undefined);
    });

    it('for durations', () => {
      assert.deepEqual([30, 119, 120, 150, 3600, 7200, 9000, 172_800, 180_000].map(durationInWords), [
        '30 s',
        '119 s',
        '2 min',
        '2 min 30 s',
        '60 min',
        '2 h',
        '2 h 30 min',
        '2 d',
        '2 d 2 h',
      ]);
    });
  });
});
