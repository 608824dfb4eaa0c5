import type { EditorContext } from '../../engine/editor';
import { inlineCode } from '../../engine/markdown';
import { rendered, templates } from '../../engine/message';
import type { OptionSchema } from '../../engine/options';
import { aliasesOf, type Rule } from '../../engine/rule';
import { severities } from '../../engine/severity';
import { type RuleNames, rulesNamed } from '../rule-names';
import { isSettingName, type SettingDescription, settingDescriptions, settingNames } from '../setting-names';
import { choiceTexts, labelTexts, levelTexts, texts } from './texts';

templates(settingNames.map((name) => settingDescriptions[name].description));

/** What can be read about, as the text by which editors ask for it later. */
export type Topic = readonly ['setting' | 'rule' | 'level' | 'label' | 'choice' | 'option', string, string?];

export const topicOf = (...topic: Topic): string => JSON.stringify(topic);

/** What there is to read about a topic, as Markdown. */
export function documentation(topic: string, names: RuleNames, context: EditorContext): string | undefined {
  const [kind, name = '', inner = ''] = partsOf(topic);
  switch (kind) {
    case 'setting':
      return settingText(name);
    case 'level':
      return ownWords(levelTexts[name]);
    case 'label':
      return ownWords(labelTexts[name]);
    case 'choice':
      return isSettingName(name) ? ownWords(choiceTexts[name]?.[inner]) : undefined;
    case 'rule':
      return ruleText(name, names, context);
    case 'option': {
      const rule = names.rules.get(name);
      const schema =
        rule?.options !== undefined && Object.hasOwn(rule.options, inner) ? rule.options[inner] : undefined;
      return schema && optionText(inner, schema);
    }
    default:
      return undefined;
  }
}

/** A text without values, in the language of whoever reads it. */
const ownWords = (text: string | undefined): string | undefined => text && rendered(text, {});

function partsOf(topic: string): readonly string[] {
  const parts: unknown = JSON.parse(topic);
  return Array.isArray(parts) ? parts.map(String) : [];
}

function settingText(name: string): string | undefined {
  if (name === 'files') return rendered(texts.files, {});
  if (name === 'severity') return rendered(texts.severity, {});
  if (!isSettingName(name)) return undefined;
  const { description, choices }: SettingDescription = settingDescriptions[name];
  const explained = choices?.map((choice) => `- ${inlineCode(choice)}: ${ownWords(choiceTexts[name]?.[choice]) ?? ''}`);
  return [`**${name}**`, rendered(description, {}), ...(explained === undefined ? [] : [explained.join('\n')])].join(
    '\n\n',
  );
}

/** A rule by its id, or what another tool's id stands for. */
function ruleText(name: string, names: RuleNames, context: EditorContext): string | undefined {
  const rule = names.rules.get(name);
  if (rule !== undefined) return ownText(rule, context);
  const named = rulesNamed(names, name);
  if (named.length === 0) return undefined;
  const rules = named.map(({ id }) => inlineCode(id)).join(', ');
  const template = names.carriers.has(name) ? texts.otherTool : texts.covers;
  const [first] = named;
  const head = `**${name}**\n\n${rendered(template, { rules })}`;
  return named.length === 1 && first !== undefined ? `${head}\n\n${ownText(first, context)}` : head;
}

function ownText(rule: Rule<never>, { rulePages }: EditorContext): string {
  const { id, fixes = {}, options = {} } = rule;
  const page = rulePages?.pageOf(id);
  const summary = page === undefined ? undefined : summaryOf(page);
  const titles = Object.values(fixes).map(({ title, safety }) => `${plainTitle(rendered(title, {}))} (${safety})`);
  const ids = aliasesOf(rule).map(inlineCode).join(', ');
  const names = Object.keys(options).map(inlineCode).join(', ');
  const facts = [
    titles.length === 0 ? rendered(texts.noFix, {}) : rendered(texts.fixes, { fixes: titles.join('; ') }),
    ...(names === '' ? [] : [rendered(texts.options, { options: names })]),
    ...(ids === '' ? [] : [rendered(texts.aliases, { ids })]),
  ];
  const address = rulePages?.addressOf(id);
  return [
    `**${id}** (${severityText(rule)})`,
    ...(summary === undefined ? [] : [summary]),
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...(address === undefined ? [] : [rendered(texts.page, { address })]),
  ].join('\n\n');
}

/** The severities of a rule and whether it is on, in a few words. */
export function severityText({ variants, enabled }: Rule<never>): string {
  const found = new Set(Object.values(variants).map(({ severity }) => severity));
  const weighed = severities.filter((severity) => found.has(severity)).join(', ');
  return `${weighed}; ${rendered(enabled === false ? texts.notByDefault : texts.byDefault, {})}`;
}

/** The first paragraph of a page, behind its title. */
export const summaryOf = (page: string): string | undefined => /^# .*\n+([^\n]+)/.exec(page)?.[1];

/** A title without the names of its values. */
const plainTitle = (title: string): string => title.replace(/`?\{\w+\}`?/g, '…');

function optionText(name: string, schema: OptionSchema): string {
  const standard = Array.isArray(schema.default) ? `[${schema.default.join(', ')}]` : String(schema.default);
  const value = standard === '' ? rendered(texts.unset, {}) : inlineCode(standard);
  return [
    `**${name}**`,
    rendered(schema.description, {}),
    [
      ...(schema.type === 'string' && schema.choices !== undefined
        ? [rendered(texts.choices, { choices: schema.choices.map(inlineCode).join(', ') })]
        : []),
      ...(schema.type === 'integer' && schema.minimum !== undefined
        ? [rendered(texts.least, { minimum: String(schema.minimum) })]
        : []),
      rendered(texts.standard, { value }),
    ]
      .map((line) => `- ${line}`)
      .join('\n'),
  ].join('\n\n');
}
