import type { RuleSetting } from '../../engine/settings';
import { aliasesOfTool, type RuleNames } from '../rule-names';

/**
 * What a list of the only checks that a tool shall run comes to: its others are off. An id is spared where one finding
 * carries it together with one of the list, as the entries would contradict each other.
 * @param tool the aliases' prefix
 * @param wanted aliases
 */
export function allowList(
  names: RuleNames,
  tool: string,
  wanted: (alias: string) => boolean,
): readonly [string, RuleSetting][] {
  return aliasesOfTool(names, tool).map((alias): [string, RuleSetting] => {
    if (wanted(alias)) return [alias, { severity: 'on' }];
    const spared = (names.carriers.get(alias) ?? []).some((rule) =>
      Object.values(rule.variants).some(({ equals = [] }) => equals.includes(alias) && equals.some(wanted)),
    );
    return [alias, spared ? {} : { severity: 'off' }];
  });
}
