import { applied } from '../../engine/edits';
import { contains, shifted, type TextEdit, type TextRange } from '../../engine/text';
import type { ManifestDocument } from '../model/manifest';
import { endsInOpenScalar, keepsBlankLines } from './block-scalar-end';
import { attachedCommentsStart, blockEnd, colonOf } from './extent';
import { columnOf, indentationAt, leadingBlanks, lineBegin, startsLine } from './line';
import { type Held, isEntry, isPlainBlock, isPlainFlow, type Member } from './members';
import { hasAction, hasComment } from './obstacles';
import { type Origin, type SourceValue, sourceValue } from './value';

/** A member with all the comments that belong to it: those right above, behind and inside it, and the deeper ones below. */
export function extentOf(text: string, { collection, member }: Held): TextRange {
  if (collection.flow) return member.range;
  const { start } = member.range;
  return {
    start: startsLine(text, start) ? attachedCommentsStart(text, start) : start,
    end: blockEnd(text, member, columnOf(text, start)),
  };
}

/**
 * A member's value in its own words, to be written elsewhere in the document.
 * @param inside edits that are made to it; their placeholders are lost
 * @returns `undefined` where its text does not say all that it is
 */
export function sourceOf(
  document: ManifestDocument,
  held: Held,
  inside: readonly TextEdit[] = [],
): SourceValue | undefined {
  const { text } = document;
  const { collection, member } = held;
  const start = valueStart(text, member, collection.flow);
  if (start === undefined || hasAction(document, member.range)) return undefined;
  // How such a scalar ends depends on what stands below it.
  if (keepsBlankLines(text, member.value) || endsInOpenScalar(text, member.value)) return undefined;
  const extent = extentOf(text, held);
  const range = { start, end: extent.end };
  if (!inside.every((edit) => contains(range, edit.range))) return undefined;
  if (collection.flow && (!isPlainFlow(text, collection) || hasComment(document, extent))) return undefined;
  if (!collection.flow && !isPlainBlock(text, collection)) return undefined;
  const origin = originOf(text, held, start);
  if (origin.style === 'block' && !isIndented(text.slice(start, range.end), origin.column)) return undefined;
  return sourceValue({
    text: applied(
      text.slice(start, range.end),
      inside.map((edit) => ({ ...edit, range: shifted(edit.range, -start) })),
    ),
    origin,
    commented: hasComment(document, extent),
    above: collection.flow ? [] : commentLines(text.slice(extent.start, lineBegin(text, member.range.start))),
  });
}

/** Where the value's text begins, behind the colon or the dash and the blanks that follow. */
function valueStart(text: string, member: Member, flow: boolean): number | undefined {
  const mark = isEntry(member) ? colonOf(text, member) : flow ? member.range.start - 1 : member.range.start;
  if (mark === undefined) return undefined;
  let at = mark + 1;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** Whether no line but comments stands further out than the first: it could not be moved out with the others. */
const isIndented = (text: string, column: number): boolean =>
  text
    .split('\n')
    .slice(1)
    .every((line) => /^\s*(?:#|$)/.test(line) || leadingBlanks(line, 0, line.length) >= column);

function originOf(text: string, { collection, member }: Held, start: number): Origin {
  if (collection.flow) return { style: 'flow', indentation: indentationAt(text, member.range.start) };
  if (isEntry(member)) return { style: 'block', column: columnOf(text, member.range.start) };
  const { value } = member;
  const isBlock = value !== undefined && value.alias === undefined && value.kind !== 'scalar' && !value.flow;
  return { style: 'block', column: columnOf(text, isBlock ? value.range.start : start) };
}

const commentLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
