import type { TextRange } from '../engine/text';
import { type Argument, rangeWithin } from './command-line';

/** How a program reads its options. */
export interface OptionSyntax {
  /** Options that take a value, such as `-o` and `--option`. */
  readonly valued?: readonly string[];
  /** False when `-abc` is one option and not three, as with `find` and `java`. */
  readonly clusters?: boolean;
}

export interface Option {
  /** `-y`, `--yes`. */
  readonly name: string;
  /** Where the name is written: in a cluster, one letter. */
  readonly range: TextRange | undefined;
  /** The argument that holds the name, and perhaps other options or the value. */
  readonly argument: Argument;
  /** Whether the argument holds the name and nothing else. */
  readonly alone: boolean;
  /** `undefined` when there is none, or when it is not known. */
  readonly value: string | undefined;
  /** The argument that holds the value, the same one for `--name=value`. */
  readonly valueArgument: Argument | undefined;
  readonly valueRange: TextRange | undefined;
}

export interface CommandLine {
  readonly options: readonly Option[];
  readonly operands: readonly Argument[];
}

/**
 * Tells options from operands.
 * @param argv the program's name first
 * @param names options to take as a whole although they look like clusters, such as `-DFOREGROUND`
 */
export function readOptions(
  argv: readonly Argument[],
  { valued = [], clusters = true }: OptionSyntax = {},
  names: readonly string[] = [],
): CommandLine {
  const options: Option[] = [];
  const operands: Argument[] = [];
  for (let index = 1; index < argv.length; index++) {
    const argument = argv[index];
    if (argument === undefined) break;
    const { value, prefix } = argument;
    if (value === '--') return { options, operands: [...operands, ...argv.slice(index + 1)] };
    if (!prefix.startsWith('-') || value === '-') {
      operands.push(argument);
      continue;
    }
    const named = value !== undefined && (names.includes(value) || valued.includes(value));
    const whole = named || !clusters || prefix.startsWith('--');
    for (const option of whole ? [wholeOption(argument)] : cluster(argument, valued)) {
      const next = option.valueArgument === undefined && valued.includes(option.name) ? argv[index + 1] : undefined;
      options.push(next === undefined ? option : withValue(option, next));
      if (next !== undefined) index++;
    }
  }
  return { options, operands };
}

const withValue = (option: Option, next: Argument): Option => ({
  ...option,
  value: next.value,
  valueArgument: next,
  valueRange: next.range,
});

/** `--name`, `--name=value` or `-name`. */
function wholeOption(argument: Argument): Option {
  const { prefix, value, range } = argument;
  const equals = prefix.indexOf('=');
  if (equals === -1) {
    return {
      name: prefix,
      range,
      argument,
      alone: true,
      value: undefined,
      valueArgument: undefined,
      valueRange: undefined,
    };
  }
  return {
    name: prefix.slice(0, equals),
    range: rangeWithin(argument, 0, equals),
    argument,
    alone: false,
    value: value?.slice(equals + 1),
    valueArgument: argument,
    valueRange: valueRangeFrom(argument, equals + 1),
  };
}

/** `-abc`, where the value of `-b` may follow at once. */
function cluster(argument: Argument, valued: readonly string[]): Option[] {
  const { prefix, value } = argument;
  const options: Option[] = [];
  for (let index = 1; index < prefix.length; index++) {
    const name = `-${prefix.charAt(index)}`;
    const alone = value !== undefined && value.length === 2;
    const range = alone ? argument.range : rangeWithin(argument, index, index + 1);
    const option = { name, range, argument, alone, value: undefined, valueArgument: undefined, valueRange: undefined };
    const attached = valued.includes(name) && (index + 1 < prefix.length || value === undefined);
    if (attached) {
      const valueRange = valueRangeFrom(argument, index + 1);
      options.push({ ...option, value: value?.slice(index + 1), valueArgument: argument, valueRange });
      break;
    }
    options.push(option);
  }
  return options;
}

function valueRangeFrom(argument: Argument, start: number): TextRange | undefined {
  const { value, range } = argument;
  if (value !== undefined) return rangeWithin(argument, start, value.length);
  const from = rangeWithin(argument, start, start);
  return from === undefined || range === undefined ? undefined : { start: from.start, end: range.end };
}

/** The last of the named options, as the last usually counts. */
export function findOption(
  argv: readonly Argument[],
  names: readonly string[],
  syntax: OptionSyntax = {},
): Option | undefined {
  return findOptions(argv, names, syntax).at(-1);
}

/** All of the named options in their order. */
export function findOptions(
  argv: readonly Argument[],
  names: readonly string[],
  syntax: OptionSyntax = {},
): readonly Option[] {
  return readOptions(argv, syntax, names).options.filter(({ name }) => names.includes(name));
}

/** Whether one of the named flags is set: `-y`, `-qy`, `--yes`, `--yes=true`. */
export function hasFlag(argv: readonly Argument[], names: readonly string[], syntax: OptionSyntax = {}): boolean {
  const flag = findOption(argv, names, syntax);
  return flag !== undefined && !/^(?:false|no|off|0)$/i.test(flag.value ?? '');
}

/** The last of the named options, which all take a value: `-o value`, `-ovalue`, `--option value`, `--option=value`. */
export function optionValue(
  argv: readonly Argument[],
  names: readonly string[],
  syntax: OptionSyntax = {},
): Option | undefined {
  return findOption(argv, names, { ...syntax, valued: [...(syntax.valued ?? []), ...names] });
}

/** What is left of the arguments without the program's name, the options and their values. */
export const operands = (argv: readonly Argument[], valued: readonly string[] = []): readonly Argument[] =>
  readOptions(argv, { valued }).operands;

/** Whether an argument that is not known may turn out to be an option, or several. */
export const mayHoldOptions = (argv: readonly Argument[]): boolean =>
  argv.slice(1).some(({ value, prefix }) => value === undefined && (prefix === '' || /^-[^=]*$/.test(prefix)));
