import type { Rule } from '../../engine/rule';
import type { SettingsFile } from '../rule';
import invalidSetting from './invalid-setting';
import settingsSyntax from './settings-syntax';
import unknownRule from './unknown-rule';
import unknownSetting from './unknown-setting';

/** Rules over settings files. They are always on: a setting cannot switch off the report that it is broken. */
export const settingsRules: readonly Rule<SettingsFile>[] = [
  settingsSyntax,
  unknownSetting,
  unknownRule,
  invalidSetting,
];
