import { templates } from '../../engine/message';
import type { SettingName } from '../setting-names';

/** What there is to read about the levels of a rule. */
export const levelTexts: Readonly<Record<string, string>> = templates({
  off: 'It does not run.',
  hint: 'A preference.',
  information: 'A practice.',
  warning: 'It will hurt in production.',
  error: 'It will not build or run. `plimsoll check` fails on it, as on warnings, unless told otherwise.',
  on: 'The severity that the rule has by itself, also when it is off by default.',
});

/** What the choices of a setting mean. */
export const choiceTexts: Readonly<Partial<Record<SettingName, Readonly<Record<string, string>>>>> = templates({
  extends: {
    recommended: 'The rules that are on by default.',
    all: 'Every rule, also those that are off by default because many projects do without.',
    none: 'Only the rules that are set one by one.',
  },
  podSecurityStandard: {
    off: 'None is enforced.',
    baseline: 'Known privilege escalations are refused.',
    restricted: 'Pods must also run as an ordinary user, without capabilities, and forbid gaining privileges.',
  },
});

/** What the kinds of a label's value are. */
export const labelTexts: Readonly<Record<string, string>> = templates({
  text: 'Any text that is not empty.',
  url: 'An address.',
  semver: 'A version such as `1.4.2`.',
  hash: 'The hash of a commit.',
  rfc3339: 'A date and time such as `2026-11-26T12:00:00Z`.',
  spdx: 'A licence by its SPDX name.',
  email: 'An e-mail address.',
});

export const texts = templates({
  severity: 'How much it weighs.',
  files: 'The files that these settings are for, from the folder of this file.',
  otherTool: "Another tool's id for findings of {rules}.",
  covers: 'Not checked here as such; switching it off switches off {rules}.',
  byDefault: 'on by default',
  notByDefault: 'off by default',
  fixes: 'Fixes: {fixes}',
  noFix: 'No fix',
  aliases: 'The same as {ids}',
  options: 'Options: {options}',
  standard: 'Default: {value}',
  choices: 'One of {choices}',
  least: 'At least {minimum}',
  page: '[Read its page]({address})',
  pageOf: 'The page of {rule}',
  unset: 'not set',
  withOptions: 'severity and options',
  newest: 'the newest that is known here',
});
