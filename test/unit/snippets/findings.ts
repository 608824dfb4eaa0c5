import assert from 'node:assert/strict';
import { Analyser } from '../../../server/src/engine/analyser';
import { defaultSettings } from '../../../server/src/engine/settings';
import { languages } from '../../../server/src/languages';

const today = '2026-11-26';
const analyser = new Analyser(languages);

/** What the rules that are on by default find in a text of a language that is read: rule and message, of any severity. */
export function findingsIn(path: string, text: string): readonly string[] {
  const analysis = analyser.analyse({ path, languageId: undefined, text }, defaultSettings, today);
  assert.notEqual(analysis.language, undefined, `${path} is read`);
  return analysis.findings.map(({ rule, message }) => `${rule}: ${message}`);
}
