import type { Analysis } from '../engine/analyser';
import type { SourceFile } from '../engine/language';
import { runRule } from '../engine/run-rule';
import { defaultSettings } from '../engine/settings';
import { sameRange } from '../engine/text';
import { readSettings } from './read-settings';
import type { SettingsFile } from './rule';
import type { RuleNames } from './rule-names';
import { settingsRules } from './rules';

/** Whether a file is one of Plimsoll's own settings files. */
export const isSettingsFile = (path: string): boolean => /(?:^|[/\\])\.plimsoll\.ya?ml$/.test(path);

/** What is wrong with a `.plimsoll.yaml`, as findings with fixes, like those of any other file. */
export function analyseSettings(file: SourceFile, names: RuleNames): Analysis {
  const model: SettingsFile = { text: file.text, problems: readSettings(file.text, names).problems };
  const reported = settingsRules
    .flatMap((rule) => runRule(rule, model, defaultSettings, ''))
    .toSorted((one, other) => one.finding.range.start - other.finding.range.start);
  return {
    file,
    language: undefined,
    model,
    settings: defaultSettings,
    findings: reported.map(({ finding }) => finding),
    suppressed: [],
    editsOf: (finding, fixId) =>
      reported
        .find(
          (candidate) => candidate.finding.rule === finding.rule && sameRange(candidate.finding.range, finding.range),
        )
        ?.offers.find((offer) => offer.id === fixId)
        ?.edits(),
  };
}
