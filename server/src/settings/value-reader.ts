import { closest } from '../engine/closest';
import { isGlob } from './glob';
import type { SettingsProblem, Shape } from './problem';
import type { YamlEntry, YamlValue } from './yaml-value';

/** Reads values of one shape each; a value of another shape is a problem, and `undefined`. */
export class ValueReader {
  readonly problems: SettingsProblem[] = [];

  choice<Choice extends string>(entry: YamlEntry, choices: readonly Choice[], shape: Shape): Choice | undefined {
    const { value } = entry;
    if (value.kind !== 'scalar' || value.value === null) return this.#misshapen(entry, shape);
    const text = String(value.value);
    const found = choices.find((choice) => choice === text);
    if (found === undefined)
      this.problems.push({
        kind: 'choice',
        at: value.range,
        value: text,
        choices,
        closest: synonyms[text] ?? closest(text, choices),
      });
    return found;
  }

  boolean(entry: YamlEntry): boolean | undefined {
    const { value } = entry;
    if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
    return this.#misshapen(entry, 'boolean');
  }

  text(entry: YamlEntry): string | undefined {
    const { value } = entry;
    return value.kind === 'scalar' && value.value !== null ? value.source : this.#misshapen(entry, 'text');
  }

  integer(entry: YamlEntry, minimum = -Infinity): number | undefined {
    const { name, value } = entry;
    if (value.kind !== 'scalar' || typeof value.value !== 'number' || !Number.isInteger(value.value))
      return this.#misshapen(entry, 'integer');
    if (value.value >= minimum) return value.value;
    this.problems.push({ kind: 'minimum', at: value.range, name, minimum });
    return undefined;
  }

  /** The minor version, as `1.36`, of what may be written `v1.36.2`. */
  version(entry: YamlEntry): string | undefined {
    const source = entry.value.kind === 'scalar' ? entry.value.source : '';
    const [, minor] = /^v?(1\.\d{1,3})(?:\.\d+)?$/.exec(source) ?? [];
    return minor ?? this.#misshapen(entry, 'version');
  }

  /** Texts, or one alone. */
  strings(entry: YamlEntry): readonly string[] | undefined {
    const { value } = entry;
    if (value.kind === 'scalar' && typeof value.value === 'string') return [value.value];
    if (value.kind !== 'list') return this.#misshapen(entry, 'strings');
    return value.items.flatMap((item) => {
      if (item.kind === 'scalar' && item.value !== null) return [item.source === '' ? String(item.value) : item.source];
      this.#misshapen({ name: entry.name, nameRange: item.range, value: item }, 'text');
      return [];
    });
  }

  globs(entry: YamlEntry): readonly string[] | undefined {
    const { value } = entry;
    const usable = this.strings(entry)?.filter(isGlob);
    for (const item of value.kind === 'list' ? value.items : [value])
      if (item.kind === 'scalar' && typeof item.value === 'string' && !isGlob(item.value))
        this.problems.push({ kind: 'glob', at: item.range, glob: item.value });
    return usable;
  }

  list(entry: YamlEntry): readonly YamlValue[] | undefined {
    return entry.value.kind === 'list' ? entry.value.items : this.#misshapen(entry, 'list');
  }

  /** Nothing after a key is an empty mapping: it is being written. */
  entries(entry: YamlEntry): readonly YamlEntry[] | undefined {
    const { value } = entry;
    if (value.kind === 'mapping') return value.entries;
    if (value.kind === 'scalar' && value.value === null) return [];
    return this.#misshapen(entry, 'mapping');
  }

  #misshapen({ name, nameRange, value }: YamlEntry, wanted: Shape): undefined {
    const written = value.kind === 'scalar' && value.range.end > value.range.start;
    this.problems.push({ kind: 'shape', at: written ? value.range : nameRange, name, wanted });
    return undefined;
  }
}

/** What other tools call the levels. */
const synonyms: Readonly<Record<string, string>> = {
  info: 'information',
  warn: 'warning',
  style: 'hint',
  err: 'error',
  ignore: 'off',
  none: 'off',
  false: 'off',
  true: 'on',
  danger: 'error',
};
