import type { OptionSpec } from '../arguments';
import type { Command } from '../command';

/** Makes a shell's completion from the commands and the ids of the rules. */
export type CompletionScript = (commands: readonly Command[], rules: readonly string[]) => string;

/** What may follow in a place: one of these words, or a path. */
export type Candidates = { readonly kind: 'words'; readonly words: readonly string[] } | { readonly kind: 'paths' };

const words = (list: readonly string[]): Candidates => ({ kind: 'words', words: list });

/** What the value of an option is; `undefined` for an option that takes none. */
export function valuesOf({ value, valueOptional }: OptionSpec, rules: readonly string[]): Candidates | undefined {
  if (value === undefined || valueOptional === true) return undefined;
  if (value === 'FILE' || value === 'NAME') return { kind: 'paths' };
  return words(value === 'IDS' ? rules : value.split('|'));
}

/** What a command takes beside options. */
export function operandsOf({ usage }: Command, rules: readonly string[]): Candidates {
  if (usage.startsWith('[PATHS]')) return { kind: 'paths' };
  if (usage.startsWith('ID')) return words(rules);
  return words(/^[a-z|]+$/.test(usage) ? usage.split('|') : []);
}

/** An option as it is written, each way that it can be. */
export const spellings = ({ name, value, valueOptional }: OptionSpec): readonly string[] =>
  valueOptional === true ? [`--${name}`, `--${name}=${value}`] : [`--${name}`];

export const globalOptions = ['--help', '--version', '--stdio'] as const;

/** Between single quotes, as every shell reads them but for what `quote` stands for a quote inside. */
export const quoted = (text: string, quote: string): string => `'${text.replaceAll("'", quote)}'`;
