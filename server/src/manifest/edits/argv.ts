import { deletion, insertion, replacement, sameRange, type TextEdit, textOf } from '../../engine/text';
import { type ArgvChange, type ArgvEdit, argvChanges } from '../../knowledge/argv-edits';
import type { Argument } from '../../shell/command-line';
import { shellQuote } from '../../shell/quote';
import type { ManifestDocument } from '../model/manifest';
import type { Item, Scalar, Sequence } from '../model/nodes';
import type { EntryStep } from './ancestors';
import { insertItems } from './insert-item';
import { minimalEdit } from './minimal-edit';
import { removeEntry } from './remove';
import { removeItems } from './remove-items';
import { replaceScalar } from './replace-scalar';
import { editScript, scalarAround } from './script-text';
import { together } from './together';

/**
 * Makes edits to a command's words where they are written, be they items of `command` and `args` or words of the shell
 * script in one of these. A list that is left with nothing goes with its key.
 * @param argv the words that the edits count; a single one is taken for an item: see `editCommand`
 * @returns `undefined` when a word is not in the document, or the text cannot be edited safely
 */
export const editArgv = (
  document: ManifestDocument,
  argv: readonly Argument[],
  edits: readonly ArgvEdit[],
): readonly TextEdit[] | undefined =>
  edited(
    document,
    argv.map((argument) => listWordOf(document, argument) ?? scriptWordOf(document, argument)),
    edits,
  );

/** The same of a command that is sure to stand in a shell script, which may consist of nothing but its one word. */
export const editCommand = (
  document: ManifestDocument,
  argv: readonly Argument[],
  edits: readonly ArgvEdit[],
): readonly TextEdit[] | undefined =>
  edited(
    document,
    argv.map((argument) => scriptWordOf(document, argument)),
    edits,
  );

function edited(
  document: ManifestDocument,
  places: readonly (Word | undefined)[],
  edits: readonly ArgvEdit[],
): readonly TextEdit[] | undefined {
  const words = places.filter((place) => place !== undefined);
  // An alias may stand for the same words a second time.
  const starts = new Set(words.map((word) => (word.kind === 'item' ? word.scalar : word).range.start));
  if (starts.size < places.length) return undefined;
  const removed: ListWord[] = [];
  const made = argvChanges(words.length, edits).map((change) => changed(document, words, change, removed));
  return together(...made, ...removals(document, removed))?.flatMap((edit) =>
    minimalEdit(edit.range, textOf(document.text, edit.range), edit.newText),
  );
}

/** A word that is an item of a list. */
interface ListWord {
  readonly kind: 'item';
  readonly scalar: Scalar;
  readonly sequence: Sequence;
  readonly item: Item;
  /** The key that the list stands under. */
  readonly holder: EntryStep | undefined;
}

/** A word of a script that stands inside of a scalar. */
interface ScriptWord {
  readonly kind: 'script';
  readonly scalar: Scalar;
  readonly range: NonNullable<Argument['range']>;
}

type Word = ListWord | ScriptWord;

function listWordOf(document: ManifestDocument, { range }: Argument): ListWord | undefined {
  const place = range && scalarAround(document, range);
  if (range === undefined || place === undefined || !sameRange(place.scalar.range, range)) return undefined;
  const last = place.steps.at(-1);
  const before = place.steps.at(-2);
  if (last?.kind !== 'item') return undefined;
  const { sequence, item } = last;
  return { kind: 'item', scalar: place.scalar, sequence, item, holder: before?.kind === 'entry' ? before : undefined };
}

function scriptWordOf(document: ManifestDocument, { range }: Argument): ScriptWord | undefined {
  const place = range && scalarAround(document, range);
  return range && place && { kind: 'script', scalar: place.scalar, range };
}

/** @param removed gets the items that go, which is for all changes together to do */
function changed(
  document: ManifestDocument,
  argv: readonly Word[],
  { start, end, words }: ArgvChange,
  removed: ListWord[],
): readonly TextEdit[] | undefined {
  const old = argv.slice(start, end);
  const kept = Math.min(old.length, words.length);
  const replaced = old.slice(0, kept).map((word, index) => replacedBy(document, word, words[index] ?? ''));
  const left = old.slice(kept);
  removed.push(...left.filter((word) => word.kind === 'item'));
  const cut = left.map((word, index) => cutOut(document, word, argv[start + kept + index - 1]));
  const added = words.slice(kept);
  return together(...replaced, ...cut, added.length === 0 ? [] : inserted(document, argv, start + kept, added));
}

function replacedBy(document: ManifestDocument, word: Word, value: string): readonly TextEdit[] | undefined {
  if (word.kind === 'item') return replaceScalar(document, word.scalar, value);
  const written = shellQuote(value);
  return written === textOf(document.text, word.range) ? [] : editScript(document, [replacement(word.range, written)]);
}

/** Takes a word of a script out, with the blanks before it. */
function cutOut(document: ManifestDocument, word: Word, before: Word | undefined): readonly TextEdit[] | undefined {
  if (word.kind === 'item') return [];
  if (before?.kind !== 'script' || before.scalar !== word.scalar) return undefined;
  const start = before.range.end;
  const gap = document.text.slice(start, word.range.start);
  return /^(?:\s|\\\r?\n)+$/.test(gap) ? editScript(document, [deletion({ start, end: word.range.end })]) : undefined;
}

/** @param at index of the word that they go in front of */
function inserted(
  document: ManifestDocument,
  argv: readonly Word[],
  at: number,
  values: readonly string[],
): readonly TextEdit[] | undefined {
  const [before, after] = [argv[at - 1], argv[at]];
  const beside = before ?? after;
  if (beside?.kind === 'item')
    return insertItems(
      document,
      beside.sequence,
      values,
      before === undefined ? { before: beside.item } : { after: beside.item },
    );
  if (beside === undefined) return undefined;
  const written = values.map(shellQuote).join(' ');
  return editScript(document, [
    before === undefined ? insertion(beside.range.start, `${written} `) : insertion(beside.range.end, ` ${written}`),
  ]);
}

/** Takes items out of their lists, and the lists that are left with nothing out of their mappings. */
function removals(
  document: ManifestDocument,
  words: readonly ListWord[],
): readonly (readonly TextEdit[] | undefined)[] {
  const sequences = [...new Set(words.map(({ sequence }) => sequence))];
  return sequences.map((sequence) => {
    const gone = words.filter((word) => word.sequence === sequence);
    const items = gone.map(({ item }) => item);
    if (items.length < sequence.items.length) return removeItems(document, sequence, items);
    const holder = gone[0]?.holder;
    return holder && removeEntry(document, holder.mapping, holder.entry);
  });
}
