import { deletion, insertion, lineEnd, replacement, type TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Item, Mapping, Sequence } from '../model/nodes';
import { stepsTo } from './ancestors';
import { blockEnd, colonOf, contentEnd } from './extent';
import { endsAt } from './known-end';
import { columnOf, startsLine } from './line';
import { entryNamed, type Held, isEntry, isPlainFlow, writtenMembers } from './members';
import { commentsIn, hasAction, hasComment, hasProblem, isBroken, isExpendable, isSelfContained } from './obstacles';
import { removeFromFlow } from './remove-from-flow';
import { cutLines, removeLines } from './remove-lines';
import { together } from './together';

export interface RemoveOptions {
  /** What becomes of a mapping or list that held nothing else: it goes too, or stays as `{}` or `[]`. */
  readonly emptied?: 'goes' | 'stays';
}

/**
 * Removes a key with its value. Comments stay, also those inside the value and behind it.
 * @returns `undefined` where that is all that the document holds, where an alias elsewhere needs it, or where the text
 * cannot be edited safely
 */
export const removeEntry = (
  document: ManifestDocument,
  mapping: Mapping,
  entry: Entry,
  options: RemoveOptions = {},
): readonly TextEdit[] | undefined => remove(document, { collection: mapping, member: entry }, options);

/** Removes an item of a list, as `removeEntry` removes a key. */
export const removeItem = (
  document: ManifestDocument,
  sequence: Sequence,
  item: Item,
  options: RemoveOptions = {},
): readonly TextEdit[] | undefined => remove(document, { collection: sequence, member: item }, options);

/** Removes what stands under a path of keys; `undefined` also where nothing does. */
export function removePath(
  document: ManifestDocument,
  mapping: Mapping,
  path: readonly string[],
  options: RemoveOptions = {},
): readonly TextEdit[] | undefined {
  const [key, ...rest] = path;
  const entry = key === undefined ? undefined : entryNamed(mapping, key);
  if (entry === undefined) return undefined;
  if (rest.length === 0) return removeEntry(document, mapping, entry, options);
  return entry.value?.kind === 'mapping' ? removePath(document, entry.value, rest, options) : undefined;
}

function remove(document: ManifestDocument, held: Held, options: RemoveOptions): readonly TextEdit[] | undefined {
  if (options.emptied === 'stays' && isAlone(held))
    return isRemovable(document, held) ? emptied(document, held) : undefined;
  const outermost = withEmptied(document, held);
  if (outermost === undefined || !isRemovable(document, outermost)) return undefined;
  const { collection, member } = outermost;
  return collection.flow ? removeFromFlow(document, collection, member) : removeLines(document, outermost);
}

/**
 * Cuts a member out with the comments behind and inside it, for someone who puts it elsewhere.
 * @param held not the only member of its collection
 * @param above whether the comments right above it go too
 */
export function cut(document: ManifestDocument, held: Held, above: boolean): readonly TextEdit[] | undefined {
  const { collection, member } = held;
  if (!isRemovable(document, held) || !isSelfContained(document, member.range)) return undefined;
  if (collection.flow) return removeFromFlow(document, collection, member);
  return cutLines(document, held, above);
}

/** The member itself, or the outermost one that would be empty without it; `undefined` when nothing would be left. */
export function withEmptied(document: ManifestDocument, held: Held): Held | undefined {
  if (!isAlone(held)) return held;
  const steps = stepsTo(document, held.collection) ?? [];
  for (const step of [...steps].reverse()) {
    const outer: Held =
      step.kind === 'entry'
        ? { collection: step.mapping, member: step.entry }
        : { collection: step.sequence, member: step.item };
    if (!isAlone(outer)) return outer;
  }
  return undefined;
}

const isAlone = ({ collection }: Held): boolean => writtenMembers(collection).length === 1;

function isRemovable(document: ManifestDocument, { collection, member }: Held): boolean {
  if (collection.alias !== undefined || isBroken(document, collection) || (isEntry(member) && member.merged))
    return false;
  return (
    !hasAction(document, member.range) && !hasProblem(document, member.range) && isExpendable(document, member.range)
  );
}

/** Removes the only member of a collection and leaves it empty. */
function emptied(document: ManifestDocument, held: Held): readonly TextEdit[] | undefined {
  const { collection, member } = held;
  const { text } = document;
  if (collection.flow) {
    const inner = { start: collection.range.start + 1, end: collection.range.end - 1 };
    return isPlainFlow(text, collection) && !hasComment(document, inner) ? [deletion(inner)] : undefined;
  }
  const brackets = collection.kind === 'mapping' ? '{}' : '[]';
  if (!endsAt(document, held, blockEnd(text, member, columnOf(text, member.range.start)))) return undefined;
  if (!startsLine(text, member.range.start)) {
    const content = { start: member.range.start, end: contentEnd(text, member) };
    // Blank lines that a block scalar keeps reach to the very end.
    const ending = content.end === text.length && text.endsWith('\n') ? document.lineEnding : '';
    return hasComment(document, content) ? undefined : [replacement(content, brackets + ending)];
  }
  const step = stepsTo(document, collection)?.at(-1);
  const mark =
    step === undefined ? undefined : step.kind === 'entry' ? colonOf(text, step.entry) : step.item.range.start;
  if (mark === undefined) return undefined;
  return together([insertion(contentEndOnLine(document, mark + 1), ` ${brackets}`)], removeLines(document, held));
}

/** Where the content of a line ends: an anchor or tag may stand between an offset and the comment at the end. */
function contentEndOnLine(document: ManifestDocument, offset: number): number {
  const end = lineEnd(document.text, offset);
  const [comment] = commentsIn(document, { start: offset, end });
  return offset + document.text.slice(offset, comment?.start ?? end).trimEnd().length;
}
