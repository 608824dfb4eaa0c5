import type { Link } from '../../engine/editor';
import { rendered } from '../../engine/message';
import { type RuleNames, ruleName, rulesNamed } from '../rule-names';
import type { YamlEntry, YamlValue } from '../yaml-value';
import { texts } from './texts';

/** Rules, each to its page; another tool's id to the page of the rule that it stands for, where that is one only. */
export function links(root: YamlValue | undefined, names: RuleNames): readonly Link[] {
  return ruleEntries(root).flatMap(({ name, nameRange: range }): readonly Link[] => {
    const known = ruleName(names, name);
    const [rule, other] = known === undefined ? [] : rulesNamed(names, known);
    return rule === undefined || other !== undefined
      ? []
      : [{ range, target: { rule: rule.id }, tooltip: rendered(texts.pageOf, { rule: rule.id }) }];
  });
}

/** The entries under `rules`, those of overrides among them. */
function ruleEntries(root: YamlValue | undefined): readonly YamlEntry[] {
  if (root?.kind !== 'mapping') return [];
  return root.entries.flatMap(({ name, value }) => {
    if (name === 'rules' && value.kind === 'mapping') return value.entries;
    return name === 'overrides' && value.kind === 'list' ? value.items.flatMap(ruleEntries) : [];
  });
}
