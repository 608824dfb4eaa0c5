import type { OptionSchema } from '../engine/options';
import { aliasesOf, type Rule } from '../engine/rule';
import { labelKinds, levels, type SettingDescription, settingDescriptions } from './setting-names';

/** A JSON Schema, or a part of one, of draft 7: what editors read. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of `.plimsoll.yaml`. */
export function settingsSchema(rules: readonly Rule<never>[]): JsonSchema {
  const descriptions = Object.entries<SettingDescription>(settingDescriptions);
  const inner = descriptions.filter(([, { outermost }]) => outermost !== true);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Plimsoll settings',
    type: 'object',
    additionalProperties: false,
    properties: propertiesOf(descriptions),
    definitions: {
      level: { enum: levels, description: '`on` is the severity that the rule has by itself.' },
      globs: { type: ['string', 'array'], items: { type: 'string' } },
      rules: rulesSchema(rules),
      override: {
        type: 'object',
        additionalProperties: false,
        required: ['files'],
        properties: {
          files: { $ref: '#/definitions/globs', description: 'The files, from the folder of this file.' },
          ...propertiesOf(inner),
        },
      },
    },
  };
}

const propertiesOf = (descriptions: readonly (readonly [string, SettingDescription])[]): JsonSchema =>
  Object.fromEntries(descriptions.map(([name, description]) => [name, settingSchema(description)]));

function settingSchema({ kind, choices, description }: SettingDescription): JsonSchema {
  switch (kind) {
    case 'choice':
      return { enum: choices, description };
    case 'boolean':
      return { type: 'boolean', description };
    case 'version':
      return { type: ['string', 'number'], pattern: '^v?1\\.\\d{1,3}(\\.\\d+)?$', description };
    case 'strings':
      return { type: ['string', 'array'], items: { type: 'string' }, description };
    case 'globs':
      return { allOf: [{ $ref: '#/definitions/globs' }], description };
    case 'labels':
      return { type: 'object', additionalProperties: { enum: labelKinds }, description };
    case 'rules':
      return { allOf: [{ $ref: '#/definitions/rules' }], description };
    case 'overrides':
      return { type: 'array', items: { $ref: '#/definitions/override' }, description };
  }
}

function rulesSchema(rules: readonly Rule<never>[]): JsonSchema {
  const aliases = [...new Set(rules.flatMap((rule) => [...aliasesOf(rule), ...(rule.covers ?? [])]))].sort();
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([
      ...rules.map((rule): [string, JsonSchema] => [rule.id, ruleSchema(rule.options ?? {})]),
      ...aliases.map((alias): [string, JsonSchema] => [alias, ruleSchema({})]),
    ]),
  };
}

const ruleSchema = (options: Readonly<Record<string, OptionSchema>>): JsonSchema => ({
  oneOf: [
    { $ref: '#/definitions/level' },
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        severity: { $ref: '#/definitions/level' },
        ...Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)])),
      },
    },
  ],
});

function optionSchema(option: OptionSchema): JsonSchema {
  const { description, default: standard } = option;
  switch (option.type) {
    case 'integer':
      return {
        type: 'integer',
        ...(option.minimum === undefined ? {} : { minimum: option.minimum }),
        default: standard,
        description,
      };
    case 'boolean':
      return { type: 'boolean', default: standard, description };
    case 'string':
      return { type: 'string', ...(option.choices ? { enum: option.choices } : {}), default: standard, description };
    case 'strings':
      return { type: ['string', 'array'], items: { type: 'string' }, default: standard, description };
  }
}
