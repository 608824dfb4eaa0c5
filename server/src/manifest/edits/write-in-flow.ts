import { lineEnd, type TextEdit } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import { commaAfter, endsLine } from './flow-commas';
import { indentationAt, lineBegin, startsLine } from './line';
import { type Collection, isPlainFlow, type Member, type Neighbour, writtenMembers } from './members';
import { replacedBy } from './minimal-edit';
import { hasAction, hasComment, hasProblem, mayHoldMore } from './obstacles';
import type { FlowPlace } from './render-flow';
import { allThere, editOf, insertionOf, joined, type Rendered, separated } from './rendered';
import { itemQuoteOf, keyQuoteOf, type Style, styleAt } from './style';

/** Renders what is to be inserted, for the place that it goes to. */
export type RenderMembers = (place: FlowPlace, style: Style) => readonly (Rendered | undefined)[];

/**
 * Inserts members into a collection in flow style, with their commas, on lines of their own where the others have them.
 * @param neighbour not read for an empty collection
 */
export function insertIntoFlow(
  document: ManifestDocument,
  collection: Collection,
  neighbour: Neighbour | undefined,
  render: RenderMembers,
): readonly TextEdit[] | undefined {
  const { text } = document;
  if (!isPlainFlow(text, collection) || isUnsafe(document, collection)) return undefined;
  if (neighbour === undefined) return fillEmpty(document, collection, render);
  const beside = 'after' in neighbour ? neighbour.after : neighbour.before;
  const onLines = standsOnLine(text, collection, beside);
  const indentation = indentationAt(text, beside.range.start);
  const style = styleAt(document, collection);
  const members = render(placeIn(document, collection, onLines ? indentation : undefined), style);
  if (!allThere(members)) return undefined;
  const gap = onLines ? style.lineEnding + indentation : style.flow.comma;
  if ('before' in neighbour)
    return [insertionOf(beside.range.start, joined(members.flatMap((member) => [member, `,${gap}`])))];
  if (!onLines) return [insertionOf(beside.range.end, joined(members.flatMap((member) => [`,${gap}`, member])))];
  return insertLines(document, beside, members, gap);
}

/**
 * Replaces a member of a collection in flow style by another one. Comments inside are in the way.
 */
export function replaceInFlow(
  document: ManifestDocument,
  collection: Collection,
  member: Member,
  render: (place: FlowPlace, style: Style) => Rendered | undefined,
): readonly TextEdit[] | undefined {
  const { text } = document;
  if (!isPlainFlow(text, collection) || isUnsafe(document, collection) || hasComment(document, member.range))
    return undefined;
  const indentation = standsOnLine(text, collection, member) ? indentationAt(text, member.range.start) : undefined;
  const rendered = render(placeIn(document, collection, indentation), styleAt(document, collection));
  return rendered && replacedBy(document, member.range, rendered);
}

/** In YAML a member goes on one line even where members have lines of their own. */
const placeIn = (document: ManifestDocument, collection: Collection, indentation: string | undefined): FlowPlace => ({
  surroundings: document.format === 'json' ? 'json' : 'flow',
  keyQuote: collection.kind === 'mapping' ? keyQuoteOf(collection) : undefined,
  itemQuote: collection.kind === 'sequence' ? itemQuoteOf(collection) : undefined,
  indentation: document.format === 'json' ? indentation : undefined,
});

const isUnsafe = (document: ManifestDocument, collection: Collection): boolean =>
  mayHoldMore(document, collection) || hasAction(document, collection.range) || hasProblem(document, collection.range);

const standsOnLine = (text: string, collection: Collection, member: Member): boolean =>
  startsLine(text, member.range.start) && lineBegin(text, member.range.start) > collection.range.start;

function fillEmpty(
  document: ManifestDocument,
  collection: Collection,
  render: RenderMembers,
): readonly TextEdit[] | undefined {
  const { text } = document;
  const inner = { start: collection.range.start + 1, end: collection.range.end - 1 };
  if (writtenMembers(collection).length > 0 || hasComment(document, inner)) return undefined;
  const style = styleAt(document, collection);
  const outer = indentationAt(text, collection.range.start);
  const onLines =
    text.slice(inner.start, inner.end).includes('\n') || (document.format === 'json' && isOnLines(document));
  const members = render(placeIn(document, collection, onLines ? outer + style.flow.step : undefined), style);
  if (!allThere(members)) return undefined;
  if (!onLines) {
    const padding = collection.kind === 'mapping' ? style.flow.braces : style.flow.brackets;
    return [editOf(inner, joined([padding, separated(members, `,${style.flow.comma}`), padding]))];
  }
  const feed = style.lineEnding + outer;
  const lines = separated(members, `,${feed}${style.flow.step}`);
  return [editOf(inner, joined([feed, style.flow.step, lines, feed]))];
}

/** Whether a JSON document takes several lines: then every collection that holds something does. */
export const isOnLines = (document: ManifestDocument): boolean => document.text.trim().includes('\n');

/** Inserts lines behind a member that stands on a line of its own; the comment on that line stays with it. */
function insertLines(
  document: ManifestDocument,
  member: Member,
  members: readonly Rendered[],
  feed: string,
): readonly TextEdit[] {
  const { text } = document;
  const comma = commaAfter(document, member.range.end);
  if (comma !== undefined) {
    if (!endsLine(document, comma + 1))
      return [insertionOf(comma + 1, joined(members.flatMap((each) => [' ', each, ','])))];
    return [insertionOf(lineEnd(text, comma), joined(members.flatMap((each) => [feed, each, ','])))];
  }
  const end = lineEnd(text, member.range.end);
  if (!endsLine(document, member.range.end) || text.slice(member.range.end, end).trim() === '')
    return [insertionOf(member.range.end, joined(members.flatMap((each) => [`,${feed}`, each])))];
  return [
    insertionOf(member.range.end, joined([','])),
    insertionOf(end, joined([feed, separated(members, `,${feed}`)])),
  ];
}
