import {
  deletion,
  lineEnd,
  lineStart,
  nextLineStart,
  rangeOf,
  replacement,
  type TextEdit,
  type TextRange,
} from '../../engine/text';
import type { Dockerfile, Run } from '../model/dockerfile';
import { instructionRegion, outerRange } from './lines';
import { aligned, alignedColumn, brokenGap, type Gap, isLeading, type Joint, widthAt } from './list-style';
import { hasCommentAtEnd, type RunContent } from './run-content';

/** A joined line that would be longer is broken instead. */
export const widest = 120;

/**
 * Writes the second of two neighbouring `RUN`s behind the first, without its keyword and flags: on the same line when each
 * is on one, else below a continuation. Comments between them stay where they are.
 * @param layout `broken`: single lines too are joined by a continuation
 */
export function joinLists(
  dockerfile: Dockerfile,
  one: RunContent,
  other: RunContent,
  joint: Joint,
  layout: 'fitting' | 'broken' = 'fitting',
): readonly TextEdit[] | undefined {
  const { text } = dockerfile;
  if (hasCommentAtEnd(one)) return undefined;
  const last = one.script.statements.at(-1);
  if (last === undefined) return undefined;
  const outer = outerRange(other.run);
  const start = last.range.end;
  const end = lineEnd(text, one.run.argumentsRange.end);
  const next = other.run.argumentsRange.start;
  const between = text.slice(nextLineStart(text, end), lineStart(text, outer.start));
  const head = rangeOf(lineStart(text, outer.start), next);
  if (other.run.innerComments.some(({ range }) => range.start < next)) return undefined;
  const single = isOneLine(dockerfile, one.run) && isOneLine(dockerfile, other.run);
  if (layout === 'fitting' && between.trim() === '' && single) {
    const inline = joint === '&&' ? ' && ' : '; ';
    const width = widthAt(text, start) + inline.length + lineEnd(text, next) - next;
    if (width <= widest) return [replacement(rangeOf(start, next), inline)];
  }
  const gap = gapBetween(dockerfile, one, other, joint);
  const [above, below] = isLeading(gap) ? halves(gap.before) : halves(gap.after);
  const upper = isLeading(gap) ? above : `${gap.before}${joint}${above}`;
  const lower = isLeading(gap) ? `${below}${joint}${gap.after}` : below;
  const column = alignedColumn(dockerfile, one.run) ?? alignedColumn(dockerfile, other.run);
  const padded = aligned(`${upper}\n`, dockerfile.escape, column, widthAt(text, start)).slice(0, -1);
  return [
    replacement(rangeOf(start, end), padded),
    ...blankLines(text, nextLineStart(text, end), head.start).map(deletion),
    replacement(head, lower),
  ];
}

const isOneLine = (dockerfile: Dockerfile, run: Run): boolean =>
  instructionRegion(dockerfile, run).lines.filter(({ kind }) => kind !== 'blank').length === 1;

function gapBetween(dockerfile: Dockerfile, one: RunContent, other: RunContent, joint: Joint): Gap {
  const region = instructionRegion(dockerfile, isOneLine(dockerfile, one.run) ? other.run : one.run);
  const from = isOneLine(dockerfile, one.run) ? other : one;
  return brokenGap(dockerfile, from.run, from.script, region, joint);
}

/** What is before the line break, and what is behind. */
function halves(broken: string): readonly [string, string] {
  const feed = broken.indexOf('\n');
  return [broken.slice(0, feed).replace(/\r$/, ''), broken.slice(broken.lastIndexOf('\n') + 1)];
}

function blankLines(text: string, start: number, end: number): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = start; at < end; at = nextLineStart(text, at))
    if (text.slice(at, lineEnd(text, at)).trim() === '') ranges.push(rangeOf(at, nextLineStart(text, at)));
  return ranges;
}
