import type { OptionSchema } from '../../engine/options';
import type { Rule } from '../../engine/rule';
import { type RuleNames, ruleName } from '../rule-names';
import { isSettingName, type SettingName, settingDescriptions } from '../setting-names';

/** What is set at a path of a settings file. */
export type Slot =
  | { readonly kind: 'settings'; readonly inOverride: boolean }
  | { readonly kind: 'overrides' }
  | { readonly kind: 'files' }
  | { readonly kind: 'setting'; readonly name: SettingName }
  | { readonly kind: 'rules' }
  /** Its level, or a mapping with its level and options. `rule` is missing for another tool's id. */
  | { readonly kind: 'rule'; readonly name: string; readonly rule: Rule<never> | undefined }
  | { readonly kind: 'severity' }
  | { readonly kind: 'option'; readonly rule: Rule<never>; readonly name: string; readonly schema: OptionSchema }
  | { readonly kind: 'labels' }
  | { readonly kind: 'label' };

/** @returns `undefined` where nothing can be set */
export function slotAt(path: readonly string[], names: RuleNames): Slot | undefined {
  const [outermost, item, ...inner] = path;
  if (outermost !== 'overrides') return slotIn(path, names, false);
  if (item === undefined) return { kind: 'overrides' };
  return item === '-' ? slotIn(inner, names, true) : undefined;
}

function slotIn(path: readonly string[], names: RuleNames, inOverride: boolean): Slot | undefined {
  const [name, ...inner] = path;
  if (name === undefined) return { kind: 'settings', inOverride };
  const entry = inner[0];
  if (inOverride && name === 'files') return { kind: 'files' };
  if (!isSettingName(name)) return undefined;
  const { kind } = settingDescriptions[name];
  if (kind === 'rules') return entry === undefined ? { kind: 'rules' } : ruleSlot(entry, inner.slice(1), names);
  if (kind === 'labels') return inner.length === 0 ? { kind: 'labels' } : { kind: 'label' };
  const isItem = entry === '-' && inner.length === 1;
  return inner.length === 0 || isItem ? { kind: 'setting', name } : undefined;
}

function ruleSlot(written: string, inner: readonly string[], names: RuleNames): Slot | undefined {
  const name = ruleName(names, written);
  if (name === undefined) return undefined;
  const rule = names.rules.get(name);
  const [key, item] = inner;
  if (key === undefined) return { kind: 'rule', name, rule };
  if (key === 'severity') return { kind: 'severity' };
  const schema = rule?.options !== undefined && Object.hasOwn(rule.options, key) ? rule.options[key] : undefined;
  if (rule === undefined || schema === undefined || (item !== undefined && item !== '-')) return undefined;
  return { kind: 'option', rule, name: key, schema };
}
