import { declaredTemplates } from '../engine/message';
import type { Rule } from '../engine/rule';
import { fingerprint } from './fingerprint';

/** The texts of one language, as the file beside the server has them: without the English ones that they translate. */
export interface Translations {
  /** Names the templates that these texts are of, so that none is taken for another's. */
  readonly of: string;
  /** In the order of `translatable`; `null` for what nobody has translated yet. */
  readonly texts: readonly (string | null)[];
  /** The summaries of the pages of those rules, by id, that the strings of package.json leave out. */
  readonly summaries: Readonly<Record<string, string>>;
}

const languages: readonly (readonly [RegExp, string])[] = [[/^zh(?:-(?:cn|sg|hans)\b.*)?$/, 'zh-cn']];

/**
 * The language of ours that a person reads, as the name of its file says it; `undefined` for English.
 * @param locale a language tag: `zh-cn`, `zh-Hans-CN`, `zh_CN.UTF-8`
 */
export function languageOf(locale: string | undefined): string | undefined {
  const tag = locale?.toLowerCase().replaceAll('_', '-').replace(/\..*$/, '');
  return tag === undefined ? undefined : languages.find(([pattern]) => pattern.test(tag))?.[1];
}

/** The name of the file beside the server with the texts of a language. */
export const translationFile = (language: string): string => `messages.${language}.json`;

/** The name of the file with the strings of package.json, the summaries of rules among them. */
export const stringFile = (language: string): string => `package.nls.${language}.json`;

/** The key of a rule's summary in it. */
export const summaryKey = (rule: string): string => `rule.${rule}`;

/** Every template that can come before a person's eyes, in an order that depends on nothing but the templates. */
export function translatable(rules: readonly Rule<never>[]): readonly string[] {
  const ofRules = rules.flatMap(({ variants, fixes = {}, notes = {}, phrases = {}, options = {} }) => [
    ...Object.values(variants).map(({ message }) => message),
    ...Object.values(fixes).map(({ title }) => title),
    ...Object.values(notes),
    ...Object.values(phrases).flat(),
    ...Object.values(options).map(({ description }) => description),
  ]);
  return [...new Set([...ofRules, ...declaredTemplates()])].sort();
}

/** What a file's texts are of. */
export const nameOfTemplates = (templates: readonly string[]): string => fingerprint(templates.join('\n'));

/** The translations by template; `undefined` where they are of other templates than these. */
export function translationsBy(
  templates: readonly string[],
  { of, texts }: Translations,
): ReadonlyMap<string, string> | undefined {
  if (of !== nameOfTemplates(templates)) return undefined;
  return new Map(
    templates.flatMap((template, index): [string, string][] => {
      const text = texts[index];
      return typeof text === 'string' ? [[template, text]] : [];
    }),
  );
}

export const isTranslations = (value: unknown): value is Translations =>
  typeof value === 'object' && value !== null && 'of' in value && 'texts' in value && 'summaries' in value;
