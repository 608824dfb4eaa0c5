import { closest } from '../engine/closest';
import { isOptionValue, type OptionSchema } from '../engine/options';
import type { Rule } from '../engine/rule';
import type { LabelKind, RuleSetting } from '../engine/settings';
import { emptyContent, emptyLayer, type SettingsContent, type SettingsLayer, type SettingsOverride } from './layer';
import type { SettingsProblem } from './problem';
import { closestRuleName, type RuleNames, ruleName, ruleSettings } from './rule-names';
import {
  isSettingName,
  labelKinds,
  levels,
  podSecurityStandards,
  presets,
  settingDescriptions,
  settingNames,
} from './setting-names';
import { ValueReader } from './value-reader';
import { readYaml, type YamlEntry, type YamlError, type YamlValue } from './yaml-value';

export interface ReadSettings {
  readonly content: SettingsContent;
  /** What was read; `undefined` for an empty file. */
  readonly root: YamlValue | undefined;
  /** In source order; only the first error when the file cannot be read. */
  readonly problems: readonly SettingsProblem[];
}

/**
 * Reads a `.plimsoll.yaml`, or the JSON of an editor's settings. What cannot be used is a problem and has no effect.
 * @param names the rules that there are
 */
export function readSettings(text: string, names: RuleNames): ReadSettings {
  const { root, errors } = readYaml(text);
  const reader = new ContentReader(names);
  const content = root === undefined ? emptyContent : reader.content(root);
  return { content, root, problems: inOrder(errors.length > 0 ? errorProblems(errors) : reader.values.problems) };
}

/** What an unreadable file seems to say is no ground for further complaints, nor is what follows from its first error. */
function errorProblems(errors: readonly YamlError[]): readonly SettingsProblem[] {
  const [first] = errors
    .filter(({ duplicate }) => !duplicate)
    .map(({ range, message }): SettingsProblem => ({ kind: 'syntax', at: range, message }));
  return first === undefined ? errors.map(({ range }) => ({ kind: 'duplicate', at: range })) : [first];
}

const inOrder = (problems: readonly SettingsProblem[]): readonly SettingsProblem[] =>
  problems.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);

/** The settings in the making of one layer. */
type Draft = { -readonly [Key in keyof SettingsLayer]: SettingsLayer[Key] };

class ContentReader {
  readonly values = new ValueReader();
  readonly #names: RuleNames;

  constructor(names: RuleNames) {
    this.#names = names;
  }

  content(root: YamlValue): SettingsContent {
    const entries = this.values.entries({ name: 'settings', nameRange: root.range, value: root }) ?? [];
    let globs: readonly string[] = [];
    let overrides: readonly SettingsOverride[] = [];
    const layer = this.#layer(entries, {
      ignore: (entry) => {
        globs = this.values.globs(entry) ?? [];
      },
      overrides: (entry) => {
        overrides = this.#overrides(entry);
      },
    });
    return { layer, overrides, ignore: { globs, expressions: [] } };
  }

  #overrides(entry: YamlEntry): readonly SettingsOverride[] {
    return (this.values.list(entry) ?? []).map((item) => {
      const entries = this.values.entries({ name: entry.name, nameRange: item.range, value: item }) ?? [];
      let files: readonly string[] = [];
      const layer = this.#layer(entries, {
        files: (inner) => {
          files = this.values.globs(inner) ?? [];
        },
      });
      return { files, layer };
    });
  }

  /** @param others readers of the entries that are not part of a layer, by name */
  #layer(entries: readonly YamlEntry[], others: Readonly<Record<string, (entry: YamlEntry) => void>>): SettingsLayer {
    const draft: Draft = { ...emptyLayer };
    for (const entry of entries) {
      const other = Object.hasOwn(others, entry.name) ? others[entry.name] : undefined;
      if (other !== undefined) other(entry);
      else if (!this.#setting(entry, draft)) {
        const meant = closest(entry.name, [...Object.keys(others), ...innerSettings]);
        this.#unknown({ kind: 'key', at: entry.nameRange, name: entry.name, closest: meant });
      }
    }
    return draft;
  }

  #setting(entry: YamlEntry, draft: Draft): boolean {
    if (!isSettingName(entry.name) || !innerSettings.includes(entry.name)) return false;
    switch (entry.name) {
      case 'extends':
        draft.extends = this.values.choice(entry, presets, 'text');
        return true;
      case 'rules':
        draft.rules = this.#rules(entry);
        return true;
      case 'kubernetesVersion':
        draft.kubernetesVersion = this.values.version(entry);
        return true;
      case 'podSecurityStandard':
        draft.podSecurityStandard = this.values.choice(entry, podSecurityStandards, 'text');
        return true;
      case 'trustedRegistries':
        draft.trustedRegistries = this.values.strings(entry);
        return true;
      case 'labelSchema':
        draft.labelSchema = this.#labels(entry);
        return true;
      case 'strictLabels':
        draft.strictLabels = this.values.boolean(entry);
        return true;
      case 'honourPeers':
        draft.honourPeers = this.values.boolean(entry);
        return true;
      default:
        return false;
    }
  }

  #labels(entry: YamlEntry): SettingsLayer['labelSchema'] {
    const labels = this.values.entries(entry)?.flatMap((label): [string, LabelKind][] => {
      const kind = this.values.choice(label, labelKinds, 'text');
      return kind === undefined ? [] : [[label.name, kind]];
    });
    return labels && Object.fromEntries(labels);
  }

  #rules(entry: YamlEntry): SettingsLayer['rules'] {
    const settings = (this.values.entries(entry) ?? []).flatMap((rule): [string, RuleSetting][] => {
      const name = ruleName(this.#names, rule.name);
      if (name === undefined) {
        const meant = closestRuleName(this.#names, rule.name);
        this.#unknown({ kind: 'rule', at: rule.nameRange, name: rule.name, closest: meant });
        return [];
      }
      return [[name, this.#rule(rule, name)]];
    });
    return ruleSettings(this.#names, settings);
  }

  #rule(entry: YamlEntry, name: string): RuleSetting {
    if (entry.value.kind !== 'mapping') return this.#severity(entry);
    const rule = this.#names.rules.get(name);
    let severity: RuleSetting = {};
    const options: [string, unknown][] = [];
    for (const inner of entry.value.entries) {
      const schema = rule === undefined ? undefined : optionSchema(rule, inner.name);
      if (inner.name === 'severity') severity = this.#severity(inner);
      else if (schema === undefined) this.#unknownOption(inner, name, rule);
      else options.push(...this.#option(inner, schema));
    }
    return options.length === 0 ? severity : { ...severity, options: Object.fromEntries(options) };
  }

  #severity(entry: YamlEntry): RuleSetting {
    const level = this.values.choice(entry, levels, 'level');
    return level === undefined ? {} : { severity: level };
  }

  #option(entry: YamlEntry, schema: OptionSchema): [string, unknown][] {
    const value = this.#optionValue(entry, schema);
    return value !== undefined && isOptionValue(schema, value) ? [[entry.name, value]] : [];
  }

  #optionValue(entry: YamlEntry, schema: OptionSchema): unknown {
    switch (schema.type) {
      case 'integer':
        return this.values.integer(entry, schema.minimum);
      case 'boolean':
        return this.values.boolean(entry);
      case 'string':
        return schema.choices === undefined
          ? this.values.text(entry)
          : this.values.choice(entry, schema.choices, 'text');
      case 'strings':
        return this.values.strings(entry);
    }
  }

  /** An option under an alias has no effect either: it belongs to the rule's own id. */
  #unknownOption(entry: YamlEntry, name: string, rule: Rule<never> | undefined): void {
    const known = ['severity', ...Object.keys(rule?.options ?? {})];
    const meant = closest(entry.name, known);
    this.#unknown({ kind: 'option', at: entry.nameRange, name: entry.name, rule: name, closest: meant });
  }

  #unknown(problem: SettingsProblem): void {
    this.values.problems.push(problem);
  }
}

const innerSettings: readonly string[] = settingNames.filter((name) => !('outermost' in settingDescriptions[name]));

const optionSchema = (rule: Rule<never>, name: string): OptionSchema | undefined =>
  rule.options !== undefined && Object.hasOwn(rule.options, name) ? rule.options[name] : undefined;
