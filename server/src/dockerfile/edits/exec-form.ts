import { deletion, insertion, rangeOf, type TextEdit } from '../../engine/text';
import type { Dockerfile, ExecForm, ExecWord, Instruction } from '../model/dockerfile';
import { cutOut } from './cut';

/** A JSON string as Docker reads it: Go's parser takes what `JSON.stringify` writes. */
export const jsonString = (value: string): string => JSON.stringify(value);

/** `["a", "b"]` with the blank behind commas that the file's other exec forms have. */
export const execFormText = (dockerfile: Dockerfile, words: readonly string[]): string =>
  `[${words.map(jsonString).join(separatorOf(dockerfile))}]`;

/**
 * Adds words to a JSON array, with the separator that its neighbours have, line breaks included.
 * @param index the first new word's place; `form.words.length` appends
 */
export function insertElements(
  dockerfile: Dockerfile,
  form: ExecForm,
  index: number,
  values: readonly string[],
): readonly TextEdit[] {
  if (values.length === 0) return [];
  const separator = separatorNear(dockerfile, form, index);
  const written = elementsText(dockerfile, form, index, values);
  const before = form.words[index - 1];
  if (before !== undefined) return [insertion(before.range.end, separator + written)];
  const after = form.words[0];
  if (after !== undefined) return [insertion(after.range.start, written + separator)];
  return [insertion(form.range.start + 1, written)];
}

/** Words as they are written in a JSON array, with the separator that is usual around `index`. */
export const elementsText = (
  dockerfile: Dockerfile,
  form: ExecForm,
  index: number,
  values: readonly string[],
): string => values.map(jsonString).join(separatorNear(dockerfile, form, index));

/** Takes `count` words out of a JSON array, with their commas. `undefined` when there are no such words. */
export function removeElements(
  dockerfile: Dockerfile,
  instruction: Instruction,
  form: ExecForm,
  index: number,
  count = 1,
): readonly TextEdit[] | undefined {
  const first = form.words[index];
  const last = form.words[index + count - 1];
  if (first === undefined || last === undefined || count < 1) return undefined;
  const before = form.words[index - 1];
  const after = form.words[index + count];
  const { text } = dockerfile;
  if (before !== undefined) {
    const comma = text.indexOf(',', before.range.end);
    if (onOneLine(text, before.range.end, last.range.end)) return [deletion(rangeOf(before.range.end, last.range.end))];
    // The comma before stays with the word before, so that a line with the words alone goes whole.
    if (after !== undefined)
      return cutOut(dockerfile, instruction, [rangeOf(first.range.start, commaEnd(text, last, after))]);
    return cutOut(dockerfile, instruction, [rangeOf(comma, comma + 1), rangeOf(first.range.start, last.range.end)]);
  }
  if (after === undefined) return [deletion(rangeOf(first.range.start, last.range.end))];
  if (onOneLine(text, first.range.start, after.range.start))
    return [deletion(rangeOf(first.range.start, after.range.start))];
  return cutOut(dockerfile, instruction, [rangeOf(first.range.start, commaEnd(text, last, after))]);
}

const commaEnd = (text: string, word: ExecWord, next: ExecWord): number => {
  const comma = text.indexOf(',', word.range.end);
  return comma === -1 || comma > next.range.start ? word.range.end : comma + 1;
};

const onOneLine = (text: string, start: number, end: number): boolean => !text.slice(start, end).includes('\n');

/** What stands between the words around `index`; comment lines left out. */
function separatorNear(dockerfile: Dockerfile, form: ExecForm, index: number): string {
  const pairs: readonly (readonly [number, number])[] = [
    [index - 1, index],
    [index - 2, index - 1],
    [index, index + 1],
  ];
  for (const [left, right] of pairs) {
    const one = form.words[left];
    const other = form.words[right];
    if (one !== undefined && other !== undefined) return separatorBetween(dockerfile.text, one, other);
  }
  return separatorOf(dockerfile);
}

function separatorBetween(text: string, one: ExecWord, other: ExecWord): string {
  const gap = text.slice(one.range.end, other.range.start);
  const lines = gap.split('\n');
  return lines
    .filter((line, index) => index === 0 || !/^[ \t]*#|^[ \t]*\r?$/.test(line) || index === lines.length - 1)
    .join('\n');
}

const separators = new WeakMap<Dockerfile, string>();

/** `, ` or `,`, whichever the file's exec forms use more. */
function separatorOf(dockerfile: Dockerfile): string {
  const known = separators.get(dockerfile) ?? usualSeparator(dockerfile);
  separators.set(dockerfile, known);
  return known;
}

function usualSeparator(dockerfile: Dockerfile): string {
  let tight = 0;
  let spaced = 0;
  for (const outer of dockerfile.instructions) {
    const instruction = outer.keyword === 'ONBUILD' ? outer.trigger : outer;
    const form = instruction !== undefined && 'command' in instruction ? instruction.command : undefined;
    if (form?.form !== 'exec') continue;
    for (const [index, word] of form.words.entries()) {
      const next = form.words[index + 1];
      if (next === undefined) continue;
      const gap = dockerfile.text.slice(word.range.end, next.range.start);
      if (gap === ',') tight += 1;
      else if (gap === ', ') spaced += 1;
    }
  }
  return tight > spaced ? ',' : ', ';
}
