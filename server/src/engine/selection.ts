import { aliasesOf, type Rule } from './rule';
import type { RuleSetting, Settings } from './settings';
import type { Severity } from './severity';

/** Whether a rule is worth running: it is on, or the settings ask for it or for one of its aliases. */
export function isActive(rule: Rule<never>, settings: Settings): boolean {
  const names = [rule.id, ...aliasesOf(rule)];
  if (settings.select !== undefined) return settings.select.some((id) => names.includes(id));
  if (names.some((name) => isOn(settings.rules[name]))) return true;
  if (settings.rules[rule.id]?.severity === 'off') return false;
  return settings.extends === 'all' || (settings.extends === 'recommended' && rule.enabled !== false);
}

const isOn = (setting: RuleSetting | undefined): boolean =>
  setting?.severity !== undefined && setting.severity !== 'off';

/**
 * The severity of one finding, or `undefined` when the settings do not want it. An entry for one of the finding's
 * aliases is more exact than one for the whole rule.
 */
export function severityOf(
  rule: Rule<never>,
  severity: Severity,
  aliases: readonly string[],
  settings: Settings,
): Severity | undefined {
  const { select } = settings;
  if (select !== undefined) {
    if (!select.includes(rule.id) && !aliases.some((alias) => select.includes(alias))) return undefined;
  }
  const entry = aliases.map((alias) => settings.rules[alias]).find((setting) => setting?.severity !== undefined);
  const wanted = entry?.severity ?? settings.rules[rule.id]?.severity;
  if (wanted === 'off') return select === undefined ? undefined : severity;
  if (wanted !== undefined && wanted !== 'on') return wanted;
  if (wanted === 'on' || select !== undefined || isOnByDefault(rule, settings)) return severity;
  return undefined;
}

const isOnByDefault = (rule: Rule<never>, settings: Settings): boolean =>
  settings.rules[rule.id]?.severity !== undefined ||
  settings.extends === 'all' ||
  (settings.extends === 'recommended' && rule.enabled !== false);
