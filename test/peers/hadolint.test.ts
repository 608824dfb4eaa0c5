import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Dockerfile } from '../../server/src/dockerfile/model/dockerfile';
import { instructionAt } from '../../server/src/dockerfile/model/lookups';
import { Analyser } from '../../server/src/engine/analyser';
import { aliasesOf } from '../../server/src/engine/rule';
import { defaultSettings } from '../../server/src/engine/settings';
import { languages } from '../../server/src/languages';
import { dockerfileExamples, keyOf } from './examples';

const recorded: unknown = JSON.parse(readFileSync('test/peers/hadolint.json', 'utf8'));

describe('`--select hadolint/…`', () => {
  const answers = answersOf(recorded);
  const examples = dockerfileExamples().filter((text) => answers.has(keyOf(text)));
  for (const [code, pages] of pagesByCode())
    it(`answers as ${code} does on every example, or its page says why not`, () => {
      const differing = examples.filter((text) => {
        const theirs = (answers.get(keyOf(text)) ?? []).filter((answer) => answer.startsWith(`${code}:`));
        return theirs.join() !== ourAnswers(code, text).join();
      });
      const named = pages.some((page) => new RegExp(`## Not reported[^]*\\b${code}\\b`).test(page));
      assert.ok(
        named || differing.length === 0,
        differing
          .slice(0, 3)
          .map((text) => tell(code, text, answers))
          .join('\n'),
      );
    });
});

function answersOf(value: unknown): ReadonlyMap<string, readonly string[]> {
  assert.ok(typeof value === 'object' && value !== null && 'answers' in value);
  assert.ok(typeof value.answers === 'object' && value.answers !== null);
  return new Map(
    Object.entries(value.answers).map(([key, lines]) => {
      assert.ok(Array.isArray(lines));
      return [key, lines.map(String)];
    }),
  );
}

/** The pages of the rules that carry each code. */
function pagesByCode(): ReadonlyMap<string, readonly string[]> {
  const pages = new Map<string, string[]>();
  for (const { id, rules } of languages)
    for (const rule of rules)
      for (const alias of aliasesOf(rule)) {
        const code = /^hadolint\/(DL\d+)$/.exec(alias)?.[1];
        if (code === undefined) continue;
        const file = path.join('server/src', id, 'rules', rule.chapter, `${rule.id}.md`);
        pages.set(code, [...(pages.get(code) ?? []), readFileSync(file, 'utf8')]);
      }
  return new Map([...pages].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The lines of the instructions that we report under a code, as hadolint counts them. */
function ourAnswers(code: string, text: string): readonly string[] {
  const settings = { ...defaultSettings, select: [`hadolint/${code}`] };
  const { findings, model } = new Analyser(languages).analyse(
    { path: 'Dockerfile', languageId: undefined, text },
    settings,
    '2026-11-26',
  );
  assert.ok(isDockerfile(model));
  const lines = findings.map(({ range }) => {
    const start = instructionAt(model, range.start)?.range.start ?? range.start;
    return `${code}:${text.slice(0, start).split('\n').length}`;
  });
  return [...new Set(lines)].sort();
}

const isDockerfile = (model: object | undefined): model is Dockerfile => model !== undefined && 'stages' in model;

function tell(code: string, text: string, answers: ReadonlyMap<string, readonly string[]>): string {
  const theirs = (answers.get(keyOf(text)) ?? []).filter((answer) => answer.startsWith(code));
  return `${text}\n  hadolint: ${theirs.join(' ') || 'nothing'}; here: ${ourAnswers(code, text).join(' ') || 'nothing'}\n`;
}
