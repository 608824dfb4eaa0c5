import { closest } from '../engine/closest';

export interface OptionSpec {
  /** Without dashes. */
  readonly name: string;
  /** What stands for its value in the help; `undefined` for an option without one. */
  readonly value?: string;
  /** `--fix` and `--fix=all` are both right. */
  readonly valueOptional?: true;
  readonly description: string;
}

export interface Arguments {
  /** What is no option, in order. */
  readonly operands: readonly string[];
  /** The values of each option that was given, in order; an empty text for none. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

export type ParsedArguments =
  | { readonly kind: 'arguments'; readonly arguments: Arguments }
  | { readonly kind: 'mistake'; readonly message: string };

/** Reads `--name`, `--name=value`, `--name value` and operands; after `--` all are operands. */
export function parseArguments(words: readonly string[], specs: readonly OptionSpec[]): ParsedArguments {
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const [, name = '', written] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const spec = specs.find((candidate) => candidate.name === (shorthands[word] ?? name));
    if (spec === undefined) return mistake(unknownOption(word, name, specs));
    const follows = spec.value !== undefined && spec.valueOptional !== true && written === undefined;
    const value = follows ? words[++at] : written;
    if (follows && value === undefined) return mistake(`--${spec.name} needs a value: ${spec.value}`);
    if (value !== undefined && spec.value === undefined) return mistake(`--${spec.name} takes no value`);
    options.set(spec.name, [...(options.get(spec.name) ?? []), value ?? '']);
  }
  return { kind: 'arguments', arguments: { operands, options } };
}

const shorthands: Readonly<Record<string, string>> = { '-h': 'help', '-V': 'version' };

const mistake = (message: string): ParsedArguments => ({ kind: 'mistake', message });

function unknownOption(word: string, name: string, specs: readonly OptionSpec[]): string {
  const meant = closest(
    name,
    specs.map((spec) => spec.name),
  );
  return `there is no option ${word.replace(/=.*/s, '')}${meant === undefined ? '' : `; did you mean --${meant}?`}`;
}

/** The last value of an option; `undefined` when it was not given. */
export const lastOf = ({ options }: Arguments, name: string): string | undefined => options.get(name)?.at(-1);

export const isGiven = ({ options }: Arguments, name: string): boolean => options.has(name);
