import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Dockerfile } from '../../server/src/dockerfile/model/dockerfile';
import { instructionAt } from '../../server/src/dockerfile/model/lookups';
import { Analyser } from '../../server/src/engine/analyser';
import { defaultSettings } from '../../server/src/engine/settings';
import { languages } from '../../server/src/languages';
import { type ComparedExample, type Comparison, comparisonOf } from './comparison';
import { dockerfileExamples, keyOf } from './examples';
import { pagesByCheck } from './pages';

/** Compares the lines of the instructions in which hadolint found something. */
export function compareDockerfiles(): Comparison {
  const answers = answersIn(JSON.parse(readFileSync('test/peers/hadolint.json', 'utf8')));
  const codes = [...pagesByCheck('hadolint').keys()];
  return comparisonOf(dockerfileExamples(), (text, name) => {
    const theirs = answers.get(keyOf(text));
    return theirs === undefined ? undefined : sidesIn(name, codes, theirs, ourAnswers(codes, text));
  });
}

function sidesIn(
  example: string,
  codes: readonly string[],
  theirs: readonly string[],
  ours: readonly string[],
): ComparedExample {
  const places = (answers: readonly string[], code: string): ReadonlySet<string> =>
    new Set(
      answers
        .filter((answer) => answer.startsWith(`${code}:`))
        .map((answer) => `${example}${answer.slice(code.length)}`),
    );
  return new Map(codes.map((code) => [code, { theirs: places(theirs, code), ours: places(ours, code) }]));
}

/** The codes that we report, each with the line of the instruction, as hadolint counts them. */
function ourAnswers(codes: readonly string[], text: string): readonly string[] {
  const settings = { ...defaultSettings, select: codes.map((code) => `hadolint/${code}`) };
  const { findings, model } = new Analyser(languages).analyse(
    { path: 'Dockerfile', languageId: undefined, text },
    settings,
    '2026-11-26',
  );
  assert.ok(isDockerfile(model));
  return findings.flatMap(({ range, aliases }) => {
    const start = instructionAt(model, range.start)?.range.start ?? range.start;
    const line = text.slice(0, start).split('\n').length;
    return aliases
      .filter((alias) => alias.startsWith('hadolint/'))
      .map((alias) => `${alias.slice('hadolint/'.length)}:${line}`);
  });
}

function answersIn(value: unknown): ReadonlyMap<string, readonly string[]> {
  assert.ok(typeof value === 'object' && value !== null && 'answers' in value);
  assert.ok(typeof value.answers === 'object' && value.answers !== null);
  return new Map(
    Object.entries(value.answers).map(([key, lines]) => {
      assert.ok(Array.isArray(lines));
      return [key, lines.map(String)];
    }),
  );
}

const isDockerfile = (model: object | undefined): model is Dockerfile => model !== undefined && 'stages' in model;
