import type { Completion } from '../../engine/editor';
import { rendered } from '../../engine/message';
import type { OptionSchema } from '../../engine/options';
import type { Rule } from '../../engine/rule';
import { newestKubernetes } from '../../engine/settings';
import type { Placeholder } from '../../engine/text';
import { minorOf } from '../../knowledge/kubernetes-version';
import { registries } from '../../knowledge/registries';
import { type RuleNames, rulesNamed } from '../rule-names';
import {
  labelKinds,
  levels,
  type SettingDescription,
  type SettingName,
  settingDescriptions,
  settingNames,
} from '../setting-names';
import { severityText, topicOf } from './documentation';
import { placeAt, type SettingsPlace } from './place';
import { type Slot, slotAt } from './slot';
import { choiceTexts, texts } from './texts';

/** What may stand at an offset of a settings file. */
export function completionsAt(text: string, offset: number, names: RuleNames): readonly Completion[] {
  const place = placeAt(text, offset);
  const slot = place && slotAt(place.path, names);
  if (place === undefined || slot === undefined) return [];
  const offered: Offered = { text, offset, place, names };
  return place.role === 'key' ? keysAt(slot, offered) : valuesAt(slot, offered);
}

interface Offered {
  readonly text: string;
  readonly offset: number;
  readonly place: SettingsPlace;
  readonly names: RuleNames;
}

type Described = Omit<Completion, 'edit' | 'kind'> & {
  /** Behind the label and a colon; without, there is only a blank, and the value is asked for. */
  readonly behind?: string;
  readonly placeholders?: readonly Placeholder[];
};

function keysAt(slot: Slot, offered: Offered): readonly Completion[] {
  switch (slot.kind) {
    case 'settings':
      return settingKeys(slot.inOverride)
        .map((key) => keyed(key, offered))
        .filter(isNew(offered));
    case 'rules':
      return [...ruleKeys(offered), ...aliasKeys(offered)].map((key) => keyed(key, offered)).filter(isNew(offered));
    case 'rule':
      return [
        keyed({ label: 'severity', topic: topicOf('setting', 'severity'), order: 0 }, offered),
        ...optionKeys(slot.rule).map((key) => keyed(key, offered)),
      ].filter(isNew(offered));
    case 'overrides':
      return [item('files: []', 'property', offered, [{ start: 8, end: 8 }])];
    case 'setting':
      return valuesOf(slot.name).map((value) => ({ ...value, ...item(value.label, 'value', offered) }));
    default:
      return [];
  }
}

const isNew =
  ({ place: { siblings } }: Offered) =>
  ({ label }: Completion): boolean =>
    !siblings.includes(label);

/** A key with what comes behind it, unless that is there already. */
function keyed({ behind, placeholders, ...described }: Described, { place }: Offered): Completion {
  const { word, hasColon, column, inFlow } = place;
  const { label } = described;
  if (hasColon) return { ...described, kind: 'property', edit: { range: word, newText: label } };
  if (behind === undefined || inFlow)
    return { ...described, kind: 'property', edit: { range: word, newText: `${label}: ` }, continues: true };
  const indented = behind.replaceAll('\n', `\n${' '.repeat(column)}`);
  const newText = `${label}:${indented}`;
  const moved = placeholders?.map(({ start, end, ...rest }) => ({
    ...rest,
    start: newText.length - behind.length + start,
    end: newText.length - behind.length + end,
  }));
  const edit = { range: word, newText, ...(moved !== undefined && { placeholders: moved }) };
  return { ...described, kind: 'property', edit, ...(moved === undefined && { continues: true }) };
}

/** An item of a list that is still to be begun. */
function item(
  label: string,
  kind: Completion['kind'],
  { place: { word } }: Offered,
  placeholders?: readonly Placeholder[],
): Completion {
  const moved = placeholders?.map(({ start, end }) => ({ start: start + 2, end: end + 2 }));
  return {
    label,
    kind,
    edit: { range: word, newText: `- ${label}`, ...(moved !== undefined && { placeholders: moved }) },
  };
}

/** What follows the key of a setting that is no single value. */
const behindKey: Readonly<Partial<Record<SettingDescription['kind'], Pick<Described, 'behind' | 'placeholders'>>>> = {
  rules: { behind: '\n  ' },
  labels: { behind: '\n  ' },
  globs: { behind: ' []', placeholders: [{ start: 2, end: 2 }] },
  overrides: { behind: '\n  - files: []\n    ', placeholders: [{ start: 13, end: 13 }] },
};

function settingKeys(inOverride: boolean): readonly Described[] {
  const names = settingNames.filter((name) => !inOverride || !('outermost' in settingDescriptions[name]));
  const settings = names.map((label, order): Described => {
    const { kind }: SettingDescription = settingDescriptions[label];
    return { label, order, topic: topicOf('setting', label), ...behindKey[kind] };
  });
  const files: Described = { label: 'files', order: 0, topic: topicOf('setting', 'files'), ...behindKey.globs };
  return inOverride ? [files, ...settings] : settings;
}

const ruleKeys = ({ names }: Offered): readonly Described[] =>
  [...names.rules.values()].map((rule) => ({
    label: rule.id,
    order: 1,
    note: severityText(rule),
    topic: topicOf('rule', rule.id),
  }));

/** Other tools have hundreds of ids: they are offered to those who begin to write one. */
function aliasKeys({ text, offset, place, names }: Offered): readonly Described[] {
  const typed = text.slice(place.word.start, Math.max(place.word.start, offset)).toLowerCase();
  if (typed === '') return [];
  const ids = [...new Set([...names.carriers.keys(), ...names.covered.keys()])];
  return ids
    .filter((id) => id.toLowerCase().includes(typed))
    .map((label) => ({
      label,
      order: 2,
      note: rulesNamed(names, label)
        .map(({ id }) => id)
        .join(', '),
      topic: topicOf('rule', label),
    }));
}

const optionKeys = (rule: Rule<never> | undefined): readonly Described[] =>
  Object.entries(rule?.options ?? {}).map(([label, schema]) => ({
    label,
    detail: schema.type,
    topic: topicOf('option', rule?.id ?? '', label),
    order: 1,
  }));

function valuesAt(slot: Slot, offered: Offered): readonly Completion[] {
  switch (slot.kind) {
    case 'setting':
      return valuesOf(slot.name).map((value) => written(value, offered));
    case 'rule':
      return [...levelValues(), ...withOptions(slot.rule, offered)].map((value) => written(value, offered));
    case 'severity':
      return levelValues().map((value) => written(value, offered));
    case 'option':
      return optionValues(slot.schema).map((value) => written(value, offered));
    case 'label':
      return labelKinds.map((label, order) => written({ label, order, topic: topicOf('label', label) }, offered));
    default:
      return [];
  }
}

/** A value in place of the one that is there. A colon and a value need a blank between them. */
function written({ behind, placeholders, ...value }: Described, { text, place: { word } }: Offered): Completion {
  const blank = text[word.start - 1] === ':' ? ' ' : '';
  const newText = behind ?? blank + value.label;
  return {
    ...value,
    kind: behind === undefined ? 'value' : 'snippet',
    edit: { range: word, newText, ...(placeholders !== undefined && { placeholders }) },
  };
}

const levelValues = (): readonly Described[] =>
  levels.map((label, order) => ({ label, order, topic: topicOf('level', label) }));

/** The level and every option of a rule that has some, each with its default. */
function withOptions(rule: Rule<never> | undefined, { place }: Offered): readonly Described[] {
  const options = Object.entries(rule?.options ?? {});
  if (rule === undefined || options.length === 0 || place.inFlow) return [];
  const start = `\n${' '.repeat(place.column + 2)}`;
  let behind = `${start}severity: on`;
  const placeholders: Placeholder[] = [{ start: behind.length - 2, end: behind.length, choices: levels.toReversed() }];
  for (const [name, { default: standard }] of options) {
    behind += `${start}${name}: `;
    const value = Array.isArray(standard) ? `[${standard.join(', ')}]` : standard === '' ? "''" : String(standard);
    placeholders.push({ start: behind.length, end: behind.length + value.length });
    behind += value;
  }
  return [
    {
      label: rendered(texts.withOptions, {}),
      filter: 'severity',
      behind,
      placeholders,
      order: 9,
      topic: topicOf('rule', rule.id),
    },
  ];
}

function valuesOf(name: SettingName): readonly Described[] {
  const { kind, choices }: SettingDescription = settingDescriptions[name];
  if (kind === 'boolean') return booleans;
  if (kind === 'version') return versions();
  if (name === 'trustedRegistries') return registries.map((label, order) => ({ label, order }));
  return (choices ?? []).map((label, order) => ({
    label,
    order,
    ...(choiceTexts[name]?.[label] !== undefined && { topic: topicOf('choice', name, label) }),
  }));
}

const booleans: readonly Described[] = [{ label: 'true' }, { label: 'false' }];

/** The newest dozen. */
const versions = (): readonly Described[] =>
  Array.from({ length: 12 }, (_, order) => ({
    label: `1.${minorOf(newestKubernetes) - order}`,
    order,
    ...(order === 0 && { detail: rendered(texts.newest, {}) }),
  }));

function optionValues(schema: OptionSchema): readonly Described[] {
  switch (schema.type) {
    case 'boolean':
      return booleans;
    case 'integer':
      return [{ label: String(schema.default) }];
    case 'string':
      return (schema.choices ?? (schema.default === '' ? [] : [schema.default])).map((label, order) => ({
        label,
        order,
      }));
    case 'strings':
      return schema.default.map((label, order) => ({ label, order }));
  }
}
