import { deletion, insertion, type TextEdit, type TextRange, textOf } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import type { Entry, Mapping } from '../model/nodes';
import { endsInOpenScalar, keepsBlankLines } from './block-scalar-end';
import { inOrderAlready } from './in-order-already';
import { columnOf, lineBegin, startsLine } from './line';
import { isPlainBlock, isPlainFlow, writtenEntries } from './members';
import { minimalEdit } from './minimal-edit';
import { hasAction, hasComment, hasProblem, isBroken, isSelfContained } from './obstacles';
import { extentOf, sourceOf } from './source';
import { together } from './together';

/** A mapping with more keys is data, and nobody sorts it by a lightbulb. */
const mostEntries = 200;

/**
 * Puts the keys of a mapping into alphabetical order. As many as can stay where they are; those with comments do.
 * @returns `undefined` when a key with comments would have to move, and where the text cannot be edited safely
 */
export function sortEntries(document: ManifestDocument, mapping: Mapping): readonly TextEdit[] | undefined {
  const entries = writtenEntries(mapping);
  if (entries.length > mostEntries || isBroken(document, mapping) || hasProblem(document, mapping.range))
    return undefined;
  if (hasAction(document, mapping.range) || isTorn(document, mapping)) return undefined;
  if (isPlainFlow(document.text, mapping)) return sortedInFlow(document, mapping, entries);
  return isPlainBlock(document.text, mapping) ? sortedInBlock(document, mapping, entries) : undefined;
}

/** What slipped out of its last list must still stand below that list. */
const isTorn = ({ mode }: ManifestDocument, { open }: Mapping): boolean => open && mode === 'plain';

const byKey = (one: Entry, other: Entry): number => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);

/** The entries change places, and what stands between them stays. */
function sortedInFlow(
  document: ManifestDocument,
  mapping: Mapping,
  entries: readonly Entry[],
): readonly TextEdit[] | undefined {
  const { text } = document;
  if (hasComment(document, mapping.range)) return undefined;
  if (!entries.every(({ range }) => isSelfContained(document, range))) return undefined;
  const sorted = [...entries].sort(byKey);
  return entries.flatMap(({ range }, index) =>
    minimalEdit(range, textOf(text, range), textOf(text, sorted[index]?.range ?? range)),
  );
}

interface Block {
  readonly entry: Entry;
  /** From the key to the end of its last line. */
  readonly content: TextRange;
  /** Where the comments right above it begin, else its key. */
  readonly start: number;
  readonly fixed: boolean;
}

function sortedInBlock(
  document: ManifestDocument,
  mapping: Mapping,
  entries: readonly Entry[],
): readonly TextEdit[] | undefined {
  const blocks = entries.map((entry): Block => {
    const held = { collection: mapping, member: entry };
    const extent = extentOf(document.text, held);
    const content = { start: entry.range.start, end: extent.end };
    const fixed =
      hasComment(document, extent) || sourceOf(document, held) === undefined || !isSelfContained(document, content);
    return { entry, content, start: extent.start, fixed };
  });
  const staying = inOrderAlready(
    blocks,
    (one, other) => byKey(one.entry, other.entry) <= 0,
    ({ fixed }) => fixed,
  );
  if (staying === undefined) return undefined;
  const [first] = blocks;
  // What stands above a document's first key is mostly about the document, and stays above it.
  if (mapping === document.root && first?.fixed === true && blocks.some((each) => byKey(each.entry, first.entry) < 0))
    return undefined;
  const edits = together(...inserted(document, blocks, staying), ...cutRuns(document, blocks, staying));
  return edits?.flatMap(({ range, newText }) => minimalEdit(range, textOf(document.text, range), newText));
}

/** What moves is written before the first that stays and comes behind it, else at the end. */
function inserted(
  document: ManifestDocument,
  blocks: readonly Block[],
  staying: ReadonlySet<Block>,
): readonly (readonly TextEdit[] | undefined)[] {
  const { text, lineEnding } = document;
  const kept = blocks.filter((block) => staying.has(block));
  const moving = blocks.filter((block) => !staying.has(block)).sort((one, other) => byKey(one.entry, other.entry));
  const last = kept.at(-1);
  return [...kept, undefined].map((successor, index) => {
    const before = kept[index - 1];
    const group = moving.filter(
      ({ entry }) =>
        (before === undefined || byKey(before.entry, entry) <= 0) &&
        (successor === undefined || byKey(entry, successor.entry) < 0),
    );
    if (group.length === 0) return [];
    const indentation = ' '.repeat(columnOf(text, blocks[0]?.content.start ?? 0));
    const lines = group.map(({ content }) => textOf(text, content)).join(lineEnding + indentation);
    if (successor !== undefined)
      return successor.start < successor.content.start && startsLine(text, successor.content.start)
        ? [insertion(successor.start, `${indentation}${lines}${lineEnding}`)]
        : [insertion(successor.content.start, `${lines}${lineEnding}${indentation}`)];
    if (last === undefined || endsInOpenScalar(text, last.entry.value) || keepsBlankLines(text, last.entry.value))
      return undefined;
    return [insertion(last.content.end, `${lineEnding}${indentation}${lines}`)];
  });
}

/** Takes out what moves, each stretch of neighbours with one of the line ends around it. */
function cutRuns(
  document: ManifestDocument,
  blocks: readonly Block[],
  staying: ReadonlySet<Block>,
): readonly (readonly TextEdit[] | undefined)[] {
  const found: (readonly TextEdit[] | undefined)[] = [];
  for (let from = 0; from < blocks.length; from++) {
    if (isStaying(blocks[from], staying)) continue;
    let to = from;
    while (to + 1 < blocks.length && !isStaying(blocks[to + 1], staying)) to++;
    found.push(cutRun(document, blocks, from, to));
    from = to;
  }
  return found;
}

const isStaying = (block: Block | undefined, staying: ReadonlySet<Block>): boolean =>
  block !== undefined && staying.has(block);

function cutRun(
  document: ManifestDocument,
  blocks: readonly Block[],
  from: number,
  to: number,
): readonly TextEdit[] | undefined {
  const { text } = document;
  const [first, last, before, behind] = [blocks[from], blocks[to], blocks[from - 1], blocks[to + 1]];
  if (first === undefined || last === undefined) return undefined;
  const isLineEnd = (start: number, end: number): boolean => /^\r?\n[ \t]*$/.test(text.slice(start, end));
  const range =
    behind !== undefined && isLineEnd(last.content.end, behind.content.start)
      ? { start: first.content.start, end: behind.content.start }
      : before !== undefined && isLineEnd(before.content.end, first.content.start)
        ? { start: before.content.end, end: last.content.end }
        : behind !== undefined && isLineEnd(last.content.end, behind.start) && startsLine(text, first.content.start)
          ? { start: lineBegin(text, first.content.start), end: behind.start }
          : undefined;
  return range === undefined || hasComment(document, range) ? undefined : [deletion(range)];
}
