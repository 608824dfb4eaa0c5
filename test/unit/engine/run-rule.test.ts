import assert from 'node:assert/strict';
import type { Problem, Rule } from '../../../server/src/engine/rule';
import { runRule } from '../../../server/src/engine/run-rule';
import { defaultSettings } from '../../../server/src/engine/settings';

const reporting = (problems: readonly Problem[]): Rule<null> => ({
  id: 'example',
  chapter: 'layers',
  variants: {
    wrong: { severity: 'warning', message: '`{word}` is wrong' },
    bad: { severity: 'warning', message: '`{word}` is wrong' },
  },
  fixes: { mend: { title: 'Mend it', safety: 'safe' } },
  check: (_, report) => problems.forEach(report),
});

const at = { start: 1, end: 2 };
const reported = (...problems: Problem[]) =>
  runRule(reporting(problems), null, defaultSettings, '2026-11-26').map(
    ({ finding: { variant, range, message, fixes } }) => [variant, range.start, message, fixes.length],
  );

describe('running a rule', () => {
  it('keeps the first of what is reported again at the same place', () => {
    const mended: Problem = { variant: 'wrong', at, values: { word: 'a' }, fixes: [{ id: 'mend', edits: () => [] }] };
    assert.deepEqual(reported(mended, { variant: 'wrong', at, values: { word: 'a' } }), [
      ['wrong', 1, '`a` is wrong', 1],
    ]);
  });
  it('keeps what differs in its place, its variant or its words', () => {
    assert.deepEqual(
      reported(
        { variant: 'wrong', at, values: { word: 'a' } },
        { variant: 'wrong', at, values: { word: 'b' } },
        { variant: 'bad', at, values: { word: 'a' } },
        { variant: 'wrong', at: { start: 3, end: 4 }, values: { word: 'a' } },
      ),
      [
        ['wrong', 1, '`a` is wrong', 0],
        ['wrong', 1, '`b` is wrong', 0],
        ['bad', 1, '`a` is wrong', 0],
        ['wrong', 3, '`a` is wrong', 0],
      ],
    );
  });
});
