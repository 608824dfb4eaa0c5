import { Analyser, type Analysis } from '../../server/src/engine/analyser';
import { fixAll } from '../../server/src/engine/fix-all';
import { defaultSettings } from '../../server/src/engine/settings';
import { languages } from '../../server/src/languages';
import { violations } from '../rules/contract';
import type { Seed } from './corpus';

const today = '2026-11-26';
const everything = { ...defaultSettings, extends: 'all' } as const;

export const analysed = (path: string, text: string): Analysis =>
  new Analyser(languages).analyse({ path, languageId: undefined, text }, everything, today);

/** What is wrong with the analysis of a text: a crash, a range outside of it, findings out of order. */
export function faults({ path }: Seed, text: string): readonly string[] {
  try {
    const { findings } = analysed(path, text);
    return findings.flatMap(({ rule, range, related, fixes }) =>
      [range, ...related.map((place) => place.range), ...fixes.map(({ reach = range }) => reach)].flatMap(
        ({ start, end }) =>
          0 <= start && start <= end && end <= text.length ? [] : [`${rule}: the range ${start}-${end} is outside`],
      ),
    );
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

/** How the fixes of a text break their contract: each by itself, then all safe ones together, twice. */
export function brokenFixes({ path }: Seed, text: string): readonly string[] {
  const analyser = new Analyser(languages);
  const analyse = (changed: string): Analysis =>
    analyser.analyse({ path, languageId: undefined, text: changed }, everything, today);
  const before = analysed(path, text);
  const single = before.findings.flatMap((finding) =>
    finding.fixes.flatMap((fix) =>
      violations({
        before,
        finding,
        fix,
        revealing: analyser.rule(finding.rule)?.fixes?.[fix.id]?.revealing === true,
        analyse,
      }).map((violation) => `${finding.rule}: ${fix.title}: ${violation}`),
    ),
  );
  const once = fixAll(text, analyse, (_, fix) => fix.safety === 'safe').text;
  const twice = fixAll(once, analyse, (_, fix) => fix.safety === 'safe').text;
  return twice === once ? single : [...single, 'a second run of all safe fixes changes the text again'];
}
