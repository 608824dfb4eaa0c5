import type { FixOffer, Rule } from '../engine/rule';
import { replacement, type TextRange } from '../engine/text';
import type { SettingsProblem } from './problem';
import type { YamlValue } from './yaml-value';

/** A settings file as its rules see it. */
export interface SettingsFile {
  readonly text: string;
  /** `undefined` for an empty file. What an error leaves readable is there. */
  readonly root: YamlValue | undefined;
  readonly problems: readonly SettingsProblem[];
}

/** Declares a rule over settings files. */
export const settingsRule = <VariantName extends string, FixName extends string = never>(
  rule: Rule<SettingsFile, VariantName, FixName>,
): Rule<SettingsFile> => rule;

/** Problems of one kind. */
export const problemsOf = <Kind extends SettingsProblem['kind']>(
  file: SettingsFile,
  kind: Kind,
): readonly Extract<SettingsProblem, { kind: Kind }>[] =>
  file.problems.filter((problem): problem is Extract<SettingsProblem, { kind: Kind }> => problem.kind === kind);

/** The fix of a misspelled word. The word at `at` may be quoted: the quotes go, as no name needs them. */
export const renaming = (at: TextRange, closest: string | undefined): readonly FixOffer<'rename'>[] =>
  closest === undefined ? [] : [{ id: 'rename', values: { closest }, edits: () => [replacement(at, closest)] }];
