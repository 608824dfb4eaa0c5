import { readYaml, type YamlValue } from '../yaml-value';

/** A value of another tool's file: its places do not matter, as that tool itself complains about what is wrong. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** What a YAML file says; `null` when it is empty or cannot be read. */
export function readPlain(text: string): Plain {
  const { root } = readYaml(text);
  return root === undefined ? null : plain(root);
}

function plain(value: YamlValue): Plain {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'mapping':
      return Object.fromEntries(value.entries.map((entry) => [entry.name, plain(entry.value)]));
  }
}

/** The value under a key; `null` without one. */
export const under = (value: Plain, key: string): Plain =>
  isMapping(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null;

export const isMapping = (value: Plain): value is { readonly [name: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const items = (value: Plain): readonly Plain[] => (Array.isArray(value) ? value : []);

/** The texts of a list, or a text alone with commas between. */
export const texts = (value: Plain): readonly string[] =>
  (typeof value === 'string' ? value.split(',') : items(value))
    .filter((item) => typeof item === 'string')
    .map((item) => item.trim())
    .filter((item) => item !== '');
