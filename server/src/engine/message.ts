import type { Values } from './fix';

const longest = 60;

/** A value as a message can show it: on one line, shortened in the middle when it is long. */
export function presentable(value: string): string {
  const line = value
    .replace(/\s*\\?\s*\r?\n\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  const characters = Array.from(line);
  if (characters.length <= longest) return line;
  return `${characters.slice(0, longest - 16).join('')} … ${characters.slice(-13).join('')}`;
}

/** Replaces each `{name}` of a template by its value; a name without a value stays as it is. */
export const rendered = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
