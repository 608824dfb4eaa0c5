/** The options that a rule declares, by name. A rule's options have their defaults and their schema here and nowhere else. */
export type OptionSchemas = Readonly<Record<string, OptionSchema>>;

export type OptionSchema =
  | { readonly type: 'integer'; readonly default: number; readonly minimum?: number; readonly description: string }
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | {
      readonly type: 'string';
      readonly default: string;
      readonly choices?: readonly string[];
      readonly description: string;
    }
  | { readonly type: 'strings'; readonly default: readonly string[]; readonly description: string };

export type OptionValue<Schema extends OptionSchema> = Schema extends { type: 'integer' }
  ? number
  : Schema extends { type: 'boolean' }
    ? boolean
    : Schema extends { type: 'string' }
      ? string
      : readonly string[];

export type OptionValues<Schemas extends OptionSchemas> = {
  readonly [Name in keyof Schemas]: OptionValue<Schemas[Name]>;
};

/** Whether a value from a settings file can be this option. */
export function isOptionValue(schema: OptionSchema, value: unknown): value is OptionValue<OptionSchema> {
  switch (schema.type) {
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && value >= (schema.minimum ?? -Infinity);
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && (schema.choices === undefined || schema.choices.includes(value));
    case 'strings':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
  }
}
