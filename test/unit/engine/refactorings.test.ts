import assert from 'node:assert/strict';
import { Analyser } from '../../../server/src/engine/analyser';
import type { Language } from '../../../server/src/engine/language';
import type { FixKind, Rule } from '../../../server/src/engine/rule';
import { defaultSettings } from '../../../server/src/engine/settings';

/** A rule that finds something in every part, and offers one fix of it. */
const offering = (kind: FixKind): Rule<object> => ({
  id: 'example',
  chapter: 'layers',
  variants: { wrong: { severity: 'warning', message: 'It is wrong' } },
  fixes: { move: kind },
  check: (_, report) =>
    report({
      variant: 'wrong',
      at: { start: 1, end: 2 },
      fixes: [
        { id: 'move', reach: { start: 0, end: 3 }, edits: () => [{ range: { start: 1, end: 2 }, newText: 'x' }] },
      ],
    }),
});

const parts = [{}, {}].map((model, index) => ({ start: 10 * index, model }));

const language = (rule: Rule<object>): Language => ({
  id: 'manifest',
  recognises: () => true,
  parse: () => parts,
  partsOf: () => parts,
  suppressionsOf: () => [],
  lineAnchor: () => undefined,
  fileAnchor: () => undefined,
  rules: [rule],
  fileRules: [],
});

const analysed = (kind: FixKind) =>
  new Analyser([language(offering(kind))]).analyse(
    { path: 'example.yaml', languageId: undefined, text: '' },
    defaultSettings,
    '2026-11-26',
  );

describe('refactorings', () => {
  it('say what they do, and where in the file they can be asked for', () => {
    const { findings, editsOf } = analysed({ title: 'Move it', safety: 'refactor', refactoring: 'extract' });
    assert.deepEqual(
      findings.flatMap(({ fixes }) => fixes.map(({ refactoring, reach }) => [refactoring, reach])),
      [
        ['extract', { start: 0, end: 3 }],
        ['extract', { start: 10, end: 13 }],
      ],
    );
    const [, second] = findings;
    assert.deepEqual(second && editsOf(second, 'move'), [{ range: { start: 11, end: 12 }, newText: 'x' }]);
  });

  it('write something in another way where they do not say it', () => {
    const [first] = analysed({ title: 'Move it', safety: 'refactor' }).findings;
    assert.equal(first?.fixes[0]?.refactoring, 'rewrite');
  });

  it('are what no other fix is', () => {
    const [first] = analysed({ title: 'Move it', safety: 'safe' }).findings;
    assert.deepEqual(first?.fixes, [{ id: 'move', title: 'Move it', values: {}, safety: 'safe' }]);
  });
});
