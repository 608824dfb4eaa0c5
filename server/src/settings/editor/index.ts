import type { EditorLanguage } from '../../engine/editor';
import type { Rule } from '../../engine/rule';
import type { SettingsFile } from '../rule';
import { ruleNames } from '../rule-names';
import { completionsAt } from './completions';
import { documentation } from './documentation';
import { hoverAt } from './hover';
import { links } from './links';

/**
 * What an editor offers in a `.plimsoll.yaml`.
 * @param rules every rule that a setting may name
 */
export function settingsEditor(rules: readonly Rule<never>[]): EditorLanguage<SettingsFile> {
  const names = ruleNames(rules);
  return {
    id: 'settings',
    namesRules: true,
    completionTriggers: [' ', '/'],
    completions: ({ text }, offset) => completionsAt(text, offset, names),
    documentation: (topic, context) => documentation(topic, names, context),
    hover: ({ text }, offset, context) => hoverAt(text, offset, names, context),
    links: ({ root }) => links(root, names),
  };
}
