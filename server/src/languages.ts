import { dockerfileLanguage } from './dockerfile/language';
import type { Language } from './engine/language';
import type { Rule } from './engine/rule';
import { unusedSuppression } from './engine/unused-suppression';
import { manifestLanguage } from './manifest/language';
import { settingsRules } from './settings/rules';

/** The languages that the analyser reads. */
export const languages: readonly Language[] = [dockerfileLanguage, manifestLanguage];

/** Every rule there is, with what it is about. */
export interface ListedRule {
  readonly domain: Language['id'] | 'settings' | 'suppression';
  readonly rule: Rule<never>;
}

/** In the order of the table of contents. */
export const listedRules: readonly ListedRule[] = [
  ...languages.flatMap(({ id, rules, fileRules }) =>
    [...rules, ...fileRules].map((rule): ListedRule => ({ domain: id, rule })),
  ),
  { domain: 'suppression', rule: unusedSuppression },
  ...settingsRules.map((rule): ListedRule => ({ domain: 'settings', rule })),
];
