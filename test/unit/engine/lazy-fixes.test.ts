import assert from 'node:assert/strict';
import { Analyser } from '../../../server/src/engine/analyser';
import type { Language } from '../../../server/src/engine/language';
import type { FixKind, Problem, Rule } from '../../../server/src/engine/rule';
import { defaultSettings } from '../../../server/src/engine/settings';

interface Line {
  readonly text: string;
}

interface Lines {
  readonly parts: readonly { readonly start: number; readonly model: Line }[];
}

const mend: FixKind = { title: 'Mend it', safety: 'behaviour' };

const ruleOf = (id: string, kind: FixKind, fixes: Problem['fixes']): Rule<Line> => ({
  id,
  chapter: 'layers',
  variants: { wrong: { severity: 'warning', message: 'It is wrong' } },
  fixes: { mend: kind },
  check: ({ text }, report) => {
    if (text.startsWith('x')) report({ variant: 'wrong', at: { start: 0, end: 1 }, ...(fixes && { fixes }) });
  },
});

/** Each line is a part of its own, the same for as long as its text is. */
const languageOf = (...rules: Rule<Line>[]): Language<Lines, Line> => ({
  id: 'manifest',
  recognises: () => true,
  parse: ({ text }, previous) => {
    let start = 0;
    const parts = text.split('\n').map((line) => {
      const model = previous?.parts.find((part) => part.model.text === line)?.model ?? { text: line };
      const part = { start, model };
      start += line.length + 1;
      return part;
    });
    return { parts };
  },
  partsOf: ({ parts }) => parts,
  suppressionsOf: () => [],
  lineAnchor: () => undefined,
  fileAnchor: () => undefined,
  rules,
  fileRules: [],
});

const edit = { range: { start: 0, end: 1 }, newText: 'y' };

describe('fixes that are given as a closure', () => {
  const counted = () => {
    let count = 0;
    const fixes = () => {
      count++;
      return [{ id: 'mend', edits: () => [edit] }];
    };
    return { fixes, calls: () => count };
  };
  const analysed = (language: Language<Lines, Line>, ...texts: string[]) => {
    const analyser = new Analyser([language]);
    return texts.map((text) =>
      analyser.analyse({ path: 'lines', languageId: undefined, text }, defaultSettings, '2026-11-26'),
    );
  };

  it('are worked out when they are first read, once for as long as their part stays', () => {
    const { fixes, calls } = counted();
    const [first, second] = analysed(languageOf(ruleOf('one', mend, fixes)), 'x', 'a\nx');
    assert.equal(calls(), 0);
    assert.deepEqual(
      [first, second].map((analysis) => analysis?.findings[0]?.fixes[0]?.title),
      ['Mend it', 'Mend it'],
    );
    assert.equal(calls(), 1);
  });

  it('are edits where the part stands', () => {
    const [, moved] = analysed(languageOf(ruleOf('one', mend, counted().fixes)), 'x', 'a\nx');
    const [finding] = moved?.findings ?? [];
    assert.deepEqual(finding && moved?.editsOf(finding, 'mend'), [{ range: { start: 2, end: 3 }, newText: 'y' }]);
  });

  it('are plain data to whoever copies the finding', () => {
    const [analysis] = analysed(languageOf(ruleOf('one', mend, counted().fixes)), 'x');
    const [finding] = analysis?.findings ?? [];
    assert.deepEqual(structuredClone(finding), finding);
    assert.equal(structuredClone(finding)?.fixes.length, 1);
  });

  it('are left alone where the rule has none of the safety that is asked for', () => {
    const [unsafe, safe, sometimes] = [counted(), counted(), counted()];
    const [analysis] = analysed(
      languageOf(
        ruleOf('unsafe', mend, unsafe.fixes),
        ruleOf('safe', { ...mend, safety: 'safe' }, safe.fixes),
        ruleOf('sometimes', { ...mend, safest: 'safe' }, sometimes.fixes),
      ),
      'x',
    );
    assert.deepEqual(
      [...(analysis?.fixable('safe') ?? [])].map(({ rule }) => rule),
      ['safe'],
    );
    assert.deepEqual([unsafe.calls(), safe.calls(), sometimes.calls()], [0, 1, 1]);
  });

  it('are none where working them out fails, and whoever wants to know is told', () => {
    const told: string[] = [];
    const rule = ruleOf('broken', mend, () => {
      throw new Error('broken');
    });
    const analyser = new Analyser([languageOf(rule)], { onDefect: (id) => told.push(id) });
    const { findings } = analyser.analyse({ path: 'lines', languageId: undefined, text: 'x' }, defaultSettings, '');
    assert.deepEqual(findings[0]?.fixes, []);
    assert.deepEqual(told, ['broken']);
  });
});
