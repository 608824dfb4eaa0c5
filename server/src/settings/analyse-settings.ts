import type { Analysis } from '../engine/analyser';
import { fixable } from '../engine/fixable';
import type { SourceFile } from '../engine/language';
import { runRule } from '../engine/run-rule';
import { defaultSettings } from '../engine/settings';
import { readSettings } from './read-settings';
import type { SettingsFile } from './rule';
import type { RuleNames } from './rule-names';
import { settingsRules } from './rules';

/** Whether a file is one of Plimsoll's own settings files. */
export const isSettingsFile = (path: string): boolean => /(?:^|[/\\])\.plimsoll\.ya?ml$/.test(path);

/** What is wrong with a `.plimsoll.yaml`, as findings with fixes, like those of any other file. */
export function analyseSettings(file: SourceFile, names: RuleNames): Analysis {
  const { root, problems } = readSettings(file.text, names);
  const model: SettingsFile = { text: file.text, root, problems };
  const reported = settingsRules
    .flatMap((rule) => runRule(rule, model, defaultSettings, ''))
    .toSorted((one, other) => one.finding.range.start - other.finding.range.start);
  const findings = reported.map(({ finding }) => finding);
  return {
    file,
    language: undefined,
    model,
    settings: defaultSettings,
    findings,
    suppressed: [],
    fixable: (wanted) => fixable(findings, wanted, (id) => settingsRules.find((rule) => rule.id === id)),
    editsOf: (finding, fixId) =>
      reported[findings.indexOf(finding)]
        ?.offers()
        .find((offer) => offer.id === fixId)
        ?.edits(),
  };
}
