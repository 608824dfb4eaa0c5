import { deletion, rangeOf, type TextEdit, type TextRange } from '../../engine/text';
import type { Dockerfile, Instruction } from '../model/dockerfile';
import { isBlank, type PhysicalLine, type Region, regionAt } from './lines';

/**
 * Takes words out of an instruction so that what is left stays continued as it was: a line that has nothing left goes
 * whole, comment lines stay, the last line that is left loses its continuation.
 * @param ranges what goes, without the blanks around; all in the same here-document, or none in any
 * @returns `undefined` when nothing of an instruction would be left, or a comment would become part of a here-document
 */
export function cutOut(
  dockerfile: Dockerfile,
  instruction: Instruction,
  ranges: readonly TextRange[],
): readonly TextEdit[] | undefined {
  const [first] = ranges;
  if (first === undefined) return [];
  const region = regionAt(dockerfile, instruction, first.start);
  const { text } = dockerfile;
  const touched = touchedLines(region, merged(ranges));
  const emptied = new Set(
    [...touched].filter(([line, segments]) => leavesNothing(text, line.content, segments)).map(([line]) => line),
  );
  const cuts: Cut[] = [];
  for (const group of logicalLines(region, [...touched.keys()])) {
    const last = lastLeft(region, group, emptied);
    if (region.kind === 'instruction' && !keepsSense(instruction, region, last)) return undefined;
    cuts.push(...cutsIn(text, region, group, last, touched, emptied));
  }
  const pulled = region.kind === 'instruction' ? pulledUp(text, instruction, region, cuts, emptied) : cuts;
  return merged(pulled.map(({ range }) => range)).map(deletion);
}

interface Cut {
  readonly line: PhysicalLine;
  readonly range: TextRange;
}

/** Lines that continuations join, by their first and last index in the region. */
interface Group {
  readonly first: number;
  readonly last: number;
}

/** The lines with words that go, and where in them these stand. */
function touchedLines(region: Region, ranges: readonly TextRange[]): ReadonlyMap<PhysicalLine, readonly TextRange[]> {
  const touched = new Map<PhysicalLine, TextRange[]>();
  for (const range of ranges) {
    for (let index = lineAt(region, range.start); ; index++) {
      const line = region.lines[index];
      if (line === undefined || line.start >= range.end) break;
      const { content } = line;
      const segment = rangeOf(Math.max(range.start, content.start), Math.min(range.end, content.end));
      if (line.kind !== 'text' || segment.start >= segment.end) continue;
      const segments = touched.get(line);
      if (segments === undefined) touched.set(line, [segment]);
      else segments.push(segment);
    }
  }
  return touched;
}

/** Index of the line that holds an offset. */
function lineAt({ lines }: Region, offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The groups that hold the lines: all of an instruction's lines, or the continued ones of a script. */
function logicalLines({ kind, lines }: Region, touched: readonly PhysicalLine[]): readonly Group[] {
  if (kind === 'instruction') return [{ first: 0, last: lines.length - 1 }];
  const groups: Group[] = [];
  for (const { index } of touched) {
    if (index <= (groups.at(-1)?.last ?? -1)) continue;
    let first = index;
    while (lines[first - 1]?.continuation !== undefined) first -= 1;
    let last = index;
    while (lines[last]?.continuation !== undefined && last < lines.length - 1) last += 1;
    groups.push({ first, last });
  }
  return groups;
}

/** The last line of a group that has words left. */
function lastLeft(
  { lines }: Region,
  { first, last }: Group,
  emptied: ReadonlySet<PhysicalLine>,
): PhysicalLine | undefined {
  for (let index = last; index >= first; index--) {
    const line = lines[index];
    if (line?.kind === 'text' && !emptied.has(line)) return line;
  }
  return undefined;
}

function cutsIn(
  text: string,
  region: Region,
  group: Group,
  last: PhysicalLine | undefined,
  touched: ReadonlyMap<PhysicalLine, readonly TextRange[]>,
  emptied: ReadonlySet<PhysicalLine>,
): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const [line, segments] of touched) {
    if (line.index < group.first || line.index > group.last) continue;
    if (emptied.has(line)) cuts.push({ line, range: wholeLine(region, line, last) });
    else for (const segment of segments) cuts.push({ line, range: withBlanks(text, line, segment) });
  }
  const written = lastLeft(region, group, new Set());
  if (last === undefined || last === written || written?.continuation !== undefined) return cuts;
  if (last.continuation !== undefined) cuts.push({ line: last, range: last.continuation });
  for (const line of region.lines.slice(last.index + 1, group.last + 1))
    if (line.kind === 'bare' || line.kind === 'blank') cuts.push({ line, range: wholeLine(region, line, last) });
  return cuts;
}

/** Whether a stretch is blank without its segments. */
function leavesNothing(text: string, { start, end }: TextRange, segments: readonly TextRange[]): boolean {
  let at = start;
  for (const segment of segments) {
    if (text.slice(at, segment.start).trim() !== '') return false;
    at = segment.end;
  }
  return text.slice(at, end).trim() === '';
}

/**
 * The segment and the blanks on one side of it: those before, or those after where there are none and what comes to stand
 * together does not become one word.
 */
function withBlanks(text: string, { content }: PhysicalLine, segment: TextRange): TextRange {
  let { start, end } = segment;
  while (start > content.start && isBlank(text.charAt(start - 1))) start -= 1;
  const parted = start === content.start || /["'`(;&|]/.test(text.charAt(start - 1));
  if (start === segment.start && parted) while (end < content.end && isBlank(text.charAt(end))) end += 1;
  const joins = !parted && end < content.end && !/[\s;&|)]/.test(text.charAt(end));
  return rangeOf(joins ? segment.start : start, end);
}

/** A line with its line ending; behind the last line that is left, with the line ending before it. */
function wholeLine({ lines }: Region, line: PhysicalLine, last: PhysicalLine | undefined): TextRange {
  const before = lines[line.index - 1];
  if (before !== undefined && last !== undefined && last.start < line.start) return rangeOf(before.end, line.end);
  return rangeOf(line.start, line.next);
}

/** Something must be left, and comment lines behind its end must not slide into a here-document. */
function keepsSense({ heredocs }: Instruction, { lines }: Region, last: PhysicalLine | undefined): boolean {
  if (last === undefined) return false;
  return heredocs.length === 0 || lines.slice(last.index + 1).every(({ kind }) => kind !== 'comment');
}

/** `RUN \` that was left without anything of its own takes up the words of the next line, unless comments stand between. */
function pulledUp(
  text: string,
  instruction: Instruction,
  { lines }: Region,
  cuts: readonly Cut[],
  emptied: ReadonlySet<PhysicalLine>,
): readonly Cut[] {
  const [head] = lines;
  const own = cuts.filter(({ line }) => line === head).map(({ range }) => range);
  if (head?.continuation === undefined || own.length === 0) return cuts;
  if (instruction.argumentsRange.start >= head.content.end) return cuts;
  const flagsEnd = instruction.flags.at(-1)?.range.end ?? instruction.keywordRange.end;
  if (!leavesNothing(text, rangeOf(flagsEnd, head.content.end), own)) return cuts;
  let next: PhysicalLine | undefined;
  for (let index = 1; next === undefined && index < lines.length; index++) {
    const line = lines[index];
    if (line?.kind === 'comment') return cuts;
    if (line?.kind === 'text' && !emptied.has(line)) next = line;
  }
  if (next === undefined) return cuts;
  const { content } = next;
  const cut = cuts.find(({ line, range }) => line === next && range.start === content.start);
  const others = cuts.filter(({ line }) => line !== head);
  return [...others, { line: head, range: rangeOf(instruction.argumentsRange.start, cut?.range.end ?? content.start) }];
}

/** Ranges in order, those that touch or overlap made one. */
export function merged(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = result.at(-1);
    if (last !== undefined && range.start <= last.end)
      result[result.length - 1] = rangeOf(last.start, Math.max(last.end, range.end));
    else result.push(range);
  }
  return result;
}
