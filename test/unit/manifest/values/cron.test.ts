import assert from 'node:assert/strict';
import { cronProblem } from '../../../../server/src/manifest/values/cron';

const wrong = (schedule: string): string => {
  const problem = cronProblem(schedule);
  return problem === undefined
    ? 'fine'
    : problem.kind === 'term'
      ? `${problem.field} ${problem.text} at ${problem.start}`
      : problem.kind;
};

describe('schedules', () => {
  it('are read as github.com/robfig/cron does', () => {
    for (const schedule of [
      '* * * * *',
      '*/15 0-6/2,8 1,15 jan-JUN sun',
      '5/10 ? * ? 0-6',
      '  0\t3 * * MON-fri ',
      '0,,5 0 1 1 1',
      '@daily',
      '@every 1h30m',
    ])
      assert.equal(wrong(schedule), 'fine', schedule);
  });
  it('say which term is wrong', () => {
    assert.equal(wrong('60 * * * *'), 'minute 60 at 0');
    assert.equal(wrong('0 1,24 * * *'), 'hour 24 at 4');
    assert.equal(wrong('0 0 0 * *'), 'day 0 at 4');
    assert.equal(wrong('0 0 L * *'), 'day L at 4');
    assert.equal(wrong('0 0 1 jab *'), 'month jab at 6');
    assert.equal(wrong('0 0 * * 7'), 'weekday 7 at 8');
    assert.equal(wrong('*/0 * * * *'), 'minute */0 at 0');
    assert.equal(wrong('10-5 * * * *'), 'minute 10-5 at 0');
    assert.equal(wrong('1-2-3 * * * *'), 'minute 1-2-3 at 0');
    assert.equal(wrong('@dayly'), 'schedule @dayly at 0');
    assert.equal(wrong('@every 5'), 'schedule @every 5 at 0');
  });
  it('have five fields and no time zone', () => {
    assert.deepEqual(cronProblem('0 0 3 * * *'), { kind: 'fields', count: 6 });
    assert.deepEqual(cronProblem(''), { kind: 'fields', count: 0 });
    assert.deepEqual(cronProblem('CRON_TZ=UTC 0 3 * * *'), { kind: 'zone', zone: 'UTC', rest: '0 3 * * *' });
  });
});
