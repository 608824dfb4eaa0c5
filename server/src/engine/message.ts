import type { Values } from './fix';

const longest = 60;

/** A value as a message can show it: on one line, shortened in the middle when it is long. */
export function presentable(value: string): string {
  // Most are a word or two, and there are thousands in a long file.
  if (value.length <= longest && !/[^\S ]|^ | {2}| $/.test(value)) return value;
  const line = value
    .replace(/\s*\\?\s*\r?\n\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  const characters = Array.from(line);
  if (characters.length <= longest) return line;
  return `${characters.slice(0, longest - 16).join('')} … ${characters.slice(-13).join('')}`;
}

const registered: object[] = [];

/**
 * A table of templates for texts that people read, as it is: whoever translates finds it by this. Strings at any depth
 * of it count.
 */
export function templates<const Table extends object>(table: Table): Table {
  registered.push(table);
  return table;
}

/** Every template of every table that has been declared so far. */
export const declaredTemplates = (): readonly string[] => registered.flatMap(stringsIn);

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

let translations: ReadonlyMap<string, string> = new Map();

/**
 * Has every text from now on in the language of these translations of templates; one without stays in English. It is
 * said once, before anything is rendered: findings are kept with their texts.
 */
export function translate(by: ReadonlyMap<string, string>): void {
  translations = by;
}

/** Replaces each `{name}` of a template, in people's language, by its value; a name without a value stays as it is. */
export const rendered = (template: string, values: Values): string =>
  (translations.get(template) ?? template).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
