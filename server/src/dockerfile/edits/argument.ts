import {
  contains,
  deletion,
  insertion,
  replacement,
  sameRange,
  type TextEdit,
  type TextRange,
  textOf,
} from '../../engine/text';
import { type Argument, rangeWithin } from '../../shell/command-line';
import { commandPlaces } from '../../shell/commands';
import { shellQuote } from '../../shell/quote';
import type { Script } from '../../shell/syntax';
import type { CommandForm, Dockerfile, ExecForm, Instruction } from '../model/dockerfile';
import { instructionAt } from '../model/lookups';
import { remembered } from '../model/remembered';
import { cutOut } from './cut';
import { elementsText, insertElements, jsonString, removeElements } from './exec-form';
import { minimalReplacement } from './minimal-replacement';

/**
 * Adds words behind an argument, quoted as its place demands: in a shell, in a JSON array, or in the string of a `sh -c`.
 * @returns `undefined` when the argument is not in the document, or the words do not fit into the quotes around it
 */
export function insertAfter(
  dockerfile: Dockerfile,
  after: Argument,
  values: readonly string[],
): readonly TextEdit[] | undefined {
  const place = after.range && placeOf(dockerfile, after.range);
  if (place === undefined || after.range === undefined) return undefined;
  if (place.element !== undefined)
    return insertElements(dockerfile, place.element.form, place.element.index + 1, values);
  const written = writtenIn(place, values);
  return written === undefined ? undefined : [insertion(after.range.end, ` ${written}`)];
}

/** Adds words in front of an argument; see `insertAfter`. */
export function insertBefore(
  dockerfile: Dockerfile,
  before: Argument,
  values: readonly string[],
): readonly TextEdit[] | undefined {
  const place = before.range && placeOf(dockerfile, before.range);
  if (place === undefined || before.range === undefined) return undefined;
  if (place.element !== undefined) return insertElements(dockerfile, place.element.form, place.element.index, values);
  const written = writtenIn(place, values);
  return written === undefined ? undefined : [insertion(before.range.start, `${written} `)];
}

/**
 * Takes arguments out, with the blanks or the commas that part them from the others. A line that has nothing else goes
 * whole.
 * @returns `undefined` when one is not in the document, they are of different instructions, or nothing would be left
 */
export function removeArguments(dockerfile: Dockerfile, removed: readonly Argument[]): readonly TextEdit[] | undefined {
  const ranges = removed.map(({ range }) => range).filter((range) => range !== undefined);
  const [first] = ranges;
  if (first === undefined || ranges.length !== removed.length) return undefined;
  const place = placeOf(dockerfile, first);
  if (place === undefined) return undefined;
  const { instruction, element } = place;
  if (element === undefined) return cutOut(dockerfile, instruction, ranges);
  const indexes = ranges.map((range) => element.form.words.findIndex((word) => sameRange(word.range, range)));
  if (indexes.includes(-1)) return undefined;
  const edits = runsOf(indexes).map(({ start, count }) =>
    removeElements(dockerfile, instruction, element.form, start, count),
  );
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length ? made.flat() : undefined;
}

/** Takes a part of an argument's value out, such as one letter of `-De`. */
export function removeWithin(argument: Argument, start: number, end: number): readonly TextEdit[] | undefined {
  const range = rangeWithin(argument, start, end);
  return range === undefined ? undefined : [deletion(range)];
}

/** Replaces an argument by words; one word keeps the quotes that the argument has. */
export function replaceArgument(
  dockerfile: Dockerfile,
  argument: Argument,
  values: readonly string[],
): readonly TextEdit[] | undefined {
  const { range, text } = argument;
  const place = range && placeOf(dockerfile, range);
  const [value] = values;
  if (place === undefined || range === undefined || value === undefined) return undefined;
  const before = textOf(dockerfile.text, range);
  if (place.element !== undefined) {
    const { form, index } = place.element;
    return [minimalReplacement(range, before, elementsText(dockerfile, form, index + 1, values))];
  }
  const kept = values.length === 1 && place.string === undefined ? inQuotesOf(text, value) : undefined;
  const written = kept ?? writtenIn(place, values);
  return written === undefined ? undefined : [minimalReplacement(range, before, written)];
}

/** Replaces characters `start` to `end` of an argument's value, inside whatever quotes it has. */
export function replaceWithin(
  dockerfile: Dockerfile,
  argument: Argument,
  start: number,
  end: number,
  value: string,
): readonly TextEdit[] | undefined {
  const range = rangeWithin(argument, start, end);
  const place = argument.range && placeOf(dockerfile, argument.range);
  if (range === undefined || place === undefined) return undefined;
  if (/^[\w@%+=:,./-]*$/.test(value)) return [replacement(range, value)];
  if (place.element !== undefined) return [replacement(range, jsonString(value).slice(1, -1))];
  const quote = argument.text.charAt(0);
  const inside = (quote === '"' || quote === "'") && argument.text.endsWith(quote) && place.string === undefined;
  return inside && fitsQuotes(quote, value) ? [replacement(range, value)] : undefined;
}

/** Consecutive indexes as their first and their number. */
function runsOf(indexes: readonly number[]): readonly { readonly start: number; readonly count: number }[] {
  const runs: { start: number; count: number }[] = [];
  for (const index of [...indexes].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last !== undefined && last.start + last.count === index) last.count += 1;
    else runs.push({ start: index, count: 1 });
  }
  return runs;
}

interface ArgumentPlace {
  readonly instruction: Instruction;
  /** The argument is a word of a JSON array. */
  readonly element: { readonly form: ExecForm; readonly index: number } | undefined;
  /** The argument is a word of a script that stands inside a string. */
  readonly string: 'json' | 'single' | 'double' | undefined;
}

/** Where an argument stands: in the words of a JSON array, in a shell's text, or in a string inside of one of these. */
function placeOf(dockerfile: Dockerfile, range: TextRange): ArgumentPlace | undefined {
  const outer = instructionAt(dockerfile, range.start);
  const instruction = outer?.keyword === 'ONBUILD' ? outer.trigger : outer;
  if (instruction === undefined) return undefined;
  const form = commandFormOf(instruction);
  if (form?.form === 'exec') {
    const index = form.words.findIndex((word) => word.range.start <= range.start && range.end <= word.range.end);
    const word = form.words[index];
    if (word === undefined) return undefined;
    return sameRange(word.range, range)
      ? { instruction, element: { form, index }, string: undefined }
      : { instruction, element: undefined, string: 'json' };
  }
  return { instruction, element: undefined, string: quotesAround(scriptsOf(instruction, form), range) };
}

const commandFormOf = (instruction: Instruction): CommandForm | undefined =>
  'command' in instruction ? instruction.command : undefined;

const scriptsOf = (instruction: Instruction, form: CommandForm | undefined): readonly Script[] => {
  if (instruction.keyword === 'RUN') return instruction.scripts;
  return form?.form === 'shell' && form.script !== undefined ? [form.script] : [];
};

/** The quotes of the outermost word that holds a range strictly inside of it. */
function quotesAround(scripts: readonly Script[], range: TextRange): Quotes['quote'] | undefined {
  for (const script of scripts) {
    if (!contains(script.range, range)) continue;
    const found = quotesIn(script).find(({ word, part }) => contains(part, range) && !sameRange(word, range));
    if (found !== undefined) return found.quote;
  }
  return undefined;
}

interface Quotes {
  readonly word: TextRange;
  readonly part: TextRange;
  readonly quote: 'single' | 'double';
}

/** The quoted parts of a script's words. */
const quotesIn = remembered((script: Script): readonly Quotes[] =>
  commandPlaces(script)
    .flatMap(({ command }) => command.words)
    .flatMap(({ range: word, parts }) =>
      parts.flatMap((part) => {
        if (part.kind !== 'literal' || (part.quote !== 'single' && part.quote !== 'double')) return [];
        return [{ word, part: part.range, quote: part.quote }];
      }),
    ),
);

/** Words as they have to be written at a place, one blank between. */
function writtenIn({ string }: ArgumentPlace, values: readonly string[]): string | undefined {
  const quoted = values.map((value) => quotedIn(string, value));
  const written = quoted.filter((word) => word !== undefined);
  return written.length === quoted.length ? written.join(' ') : undefined;
}

function quotedIn(string: ArgumentPlace['string'], value: string): string | undefined {
  const written = shellQuote(value);
  switch (string) {
    case 'json':
      return jsonString(written).slice(1, -1);
    case 'single':
      if (!written.includes("'")) return written;
      return fitsQuotes('"', value) ? `"${value}"` : undefined;
    case 'double':
      return /["$`\\!]/.test(written) ? undefined : written;
    default:
      return written;
  }
}

/** The value in the quotes that a text has all around, if there are any and it fits. */
function inQuotesOf(text: string, value: string): string | undefined {
  const quote = text.charAt(0);
  const quoted = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote);
  return quoted && !text.slice(1, -1).includes(quote) && fitsQuotes(quote, value) ? quote + value + quote : undefined;
}

const fitsQuotes = (quote: string, value: string): boolean =>
  quote === '"' ? !/["$`\\!\r\n]/.test(value) : !/['\r\n]/.test(value);
