import { contains, replacement, type TextEdit, textOf } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Item, Mapping, Sequence } from '../model/nodes';
import { insertItemsUnder } from './insert-item';
import { type InsertOptions, insertPath } from './insert-key';
import { leadingBlanks } from './line';
import { type Held, isEntry } from './members';
import { commentsIn } from './obstacles';
import { cut, withEmptied } from './remove';
import { extentOf, sourceOf } from './source';
import { together } from './together';

export interface MoveOptions {
  /** Edits inside what is moved, made on its way; their placeholders are lost. */
  readonly inside?: readonly TextEdit[];
}

/**
 * Moves a key with its whole subtree, comments included, under a path of keys of a mapping; what its own mapping would
 * be without it goes too.
 * @param path the last key is the new name
 * @returns `undefined` when something is there already, or where the text cannot be edited safely
 */
export function moveEntry(
  document: ManifestDocument,
  from: { readonly mapping: Mapping; readonly entry: Entry },
  to: { readonly mapping: Mapping; readonly path: readonly string[] },
  options: MoveOptions = {},
): readonly TextEdit[] | undefined {
  if (from.entry.merged || contains(from.entry.range, to.mapping.range)) return undefined;
  const moved: Held = { collection: from.mapping, member: from.entry };
  const source = sourceOf(document, moved, options.inside);
  const taken = withEmptied(document, moved);
  if (source === undefined || taken === undefined) return undefined;
  // One comma cannot both go and stay.
  if (taken.collection === to.mapping && to.mapping.flow && isOnLines(document, to.mapping)) return undefined;
  return exchanged(
    document,
    insertPath(document, to.mapping, to.path, source, ignoring(taken)),
    cutOut(document, taken, moved),
  );
}

/**
 * Moves an item of a list, comments included, to the end of the list under a key of a mapping, which is made when it is
 * missing or empty.
 */
export function moveItem(
  document: ManifestDocument,
  from: { readonly sequence: Sequence; readonly item: Item },
  to: { readonly mapping: Mapping; readonly key: string },
  options: MoveOptions = {},
): readonly TextEdit[] | undefined {
  if (contains(from.item.range, to.mapping.range)) return undefined;
  const moved: Held = { collection: from.sequence, member: from.item };
  const source = sourceOf(document, moved, options.inside);
  const taken = withEmptied(document, moved);
  if (source === undefined || taken === undefined) return undefined;
  return exchanged(
    document,
    insertItemsUnder(document, to.mapping, to.key, [source], ignoring(taken)),
    cutOut(document, taken, moved),
  );
}

const isOnLines = (document: ManifestDocument, mapping: Mapping): boolean =>
  textOf(document.text, mapping.range).includes('\n');

const ignoring = ({ member }: Held): InsertOptions => (isEntry(member) ? { ignoring: member } : {});

/** What is inserted where the lines end that are cut, because they are the last of what it goes behind, takes their place. */
function exchanged(
  document: ManifestDocument,
  inserted: readonly TextEdit[] | undefined,
  taken: readonly TextEdit[] | undefined,
): readonly TextEdit[] | undefined {
  const { text, lineEnding } = document;
  const moved = inserted?.map((edit): TextEdit => {
    const gap = taken?.find(({ range }) => contains(range, edit.range) && range.start < edit.range.start);
    if (gap === undefined || !edit.newText.startsWith(lineEnding)) return edit;
    if (text.slice(edit.range.start, gap.range.end) !== lineEnding) return edit;
    const newText = edit.newText.slice(lineEnding.length) + lineEnding;
    return { ...edit, range: { start: gap.range.start, end: gap.range.start }, newText };
  });
  return together(moved, taken)?.flatMap((edit) => asIndentation(text, edit));
}

/** Lines that move in or out at their own place are not written anew: only the blanks before them are. */
function asIndentation(text: string, edit: TextEdit): readonly TextEdit[] {
  const before = textOf(text, edit.range).split('\n');
  const after = edit.newText.split('\n');
  if (before.length < 2 || before.length !== after.length) return [edit];
  const edits: TextEdit[] = [];
  let start = edit.range.start;
  for (const [index, line] of before.entries()) {
    const wanted = after[index] ?? '';
    const [blanks, other] = [leadingBlanks(line, 0, line.length), leadingBlanks(wanted, 0, wanted.length)];
    if (line.slice(blanks) !== wanted.slice(other)) return [edit];
    if (blanks !== other) edits.push(replacement({ start, end: start + blanks }, wanted.slice(0, other)));
    start += line.length + 1;
  }
  return edits;
}

/** Cuts what moves, with the mappings around it that would be empty; their own comments would be lost, and must not be there. */
function cutOut(document: ManifestDocument, taken: Held, moved: Held): readonly TextEdit[] | undefined {
  const [outer, inner] = [extentOf(document.text, taken), extentOf(document.text, moved)];
  return commentsIn(document, outer).length === commentsIn(document, inner).length
    ? cut(document, taken, true)
    : undefined;
}
