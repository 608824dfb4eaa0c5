import { lineEnd, lineStart, type TextRange, textOf } from '../../engine/text';
import type { CommandPlace, Script, Statement } from '../../shell/syntax';
import type { Dockerfile, Instruction, Run } from '../model/dockerfile';
import { runsOf } from '../model/lookups';
import { remembered } from '../model/remembered';
import { indentationAt, indentationOf, instructionRegion, isBlank, outerRange, type Region, regionAt } from './lines';

/** What stands between two commands of a list, around the operator. */
export interface Gap {
  readonly before: string;
  readonly after: string;
}

export type Joint = '&&' | ';';

const inlineGaps: Readonly<Record<Joint, Gap>> = {
  '&&': { before: ' ', after: ' ' },
  ';': { before: '', after: ' ' },
};

/** Whether the commands stand on different lines. */
export const isBroken = ({ before, after }: Gap): boolean => before.includes('\n') || after.includes('\n');

/** Whether the operator starts the second line, rather than to end the first. */
export const isLeading = ({ before }: Gap): boolean => before.includes('\n');

/**
 * How another command is joined to the one at `place`: as its neighbours are, else as the rest of the instruction is, else
 * as the file's other lists are. On one line when the instruction, or the list, is on one.
 * @param side where the other command goes: behind a command of several lines it starts a line, in front of one it need not
 */
export function gapAt(
  dockerfile: Dockerfile,
  run: Run,
  script: Script,
  place: CommandPlace,
  joint: Joint,
  side: 'before' | 'after',
): Gap {
  const { text } = dockerfile;
  const region = regionAt(dockerfile, run, place.command.range.start);
  const gaps = gapsOf(dockerfile);
  const own = joint === '&&' ? gaps.list(place.statement) : gaps.sequence(place.siblings);
  const broken = nearest(own, place.pipeline.range.end, isBroken);
  if (broken !== undefined) return broken;
  const nested = place.enclosing.at(-1);
  const onOneLine = !spansLines(text, place.pipeline.range);
  if ((onOneLine || side === 'before') && own.length > 0)
    return nearest(own, place.pipeline.range.end, () => true) ?? inlineGaps[joint];
  if (region.lines.filter((line) => line.kind === 'text').length < 2 && region.kind === 'instruction')
    return inlineGaps[joint];
  if (onOneLine && nested !== undefined && nested.kind !== 'script' && !spansLines(text, nested.range))
    return inlineGaps[joint];
  if (onOneLine && region.kind === 'heredoc' && joint === '&&') return inlineGaps[joint];
  return brokenGap(dockerfile, run, script, region, joint);
}

/** A gap with a line break for an instruction, in the style of its other lists, else of the file's, else Docker's own. */
export function brokenGap(
  dockerfile: Dockerfile,
  run: Run,
  script: Script | undefined,
  region: Region,
  joint: Joint,
): Gap {
  const ofScript = script === undefined ? undefined : firstBroken(dockerfile, script, joint);
  if (ofScript !== undefined) return ofScript;
  const ofFile = region.kind === 'instruction' ? gapOfFile(dockerfile, run, joint) : undefined;
  if (ofFile !== undefined) return ofFile;
  const continued = region.lines.slice(1).find((line) => line.kind === 'text');
  const indentation =
    (continued === undefined ? undefined : indentationOf(dockerfile.text, continued)) ||
    `${indentationAt(dockerfile.text, outerRange(run).start)}    `;
  const broken = ` ${region.escape}${dockerfile.lineEnding}${indentation}`;
  return joint === '&&' ? { before: broken, after: ' ' } : { before: '', after: broken };
}

const gapOfFile = (dockerfile: Dockerfile, run: Run, joint: Joint): Gap | undefined =>
  stylesOf(dockerfile)[joint].get(run);

/** For each `RUN`, the style of the nearest list above it that has line breaks, else of the nearest below. */
const stylesOf = remembered((dockerfile: Dockerfile): Readonly<Record<Joint, ReadonlyMap<Run, Gap>>> => {
  const runs = runsOf(dockerfile);
  const nearestOf = (joint: Joint): ReadonlyMap<Run, Gap> => {
    const nearest = new Map<Run, Gap>();
    for (const inOrder of [runs, [...runs].reverse()]) {
      let last: Gap | undefined;
      for (const run of inOrder) {
        if (last !== undefined && !nearest.has(run)) nearest.set(run, last);
        const [script] = run.scripts;
        if (script !== undefined && run.heredocs.length === 0) last = firstBroken(dockerfile, script, joint) ?? last;
      }
    }
    return nearest;
  };
  return { '&&': nearestOf('&&'), ';': nearestOf(';') };
});

function firstBroken(dockerfile: Dockerfile, script: Script, joint: Joint): Gap | undefined {
  const { list, sequence } = gapsOf(dockerfile);
  const inLists = (): Gap | undefined => {
    for (const statement of script.statements) {
      const found = list(statement).find(({ gap }) => isBroken(gap));
      if (found !== undefined) return found.gap;
    }
    return undefined;
  };
  const inSequence = (): Gap | undefined => sequence(script.statements).find(({ gap }) => isBroken(gap))?.gap;
  if (joint === '&&') return inLists() ?? asList(inSequence());
  return inSequence() ?? asSequence(inLists());
}

/** A gap around `;` as it would be around `&&`. */
const asList = (gap: Gap | undefined): Gap | undefined => gap && { before: ' ', after: gap.after };

/** A gap around `&&` as it would be around `;`, which never starts a line. */
const asSequence = (gap: Gap | undefined): Gap | undefined =>
  gap === undefined ? undefined : { before: '', after: isLeading(gap) ? gap.before : gap.after };

interface PlacedGap {
  readonly gap: Gap;
  readonly at: number;
}

function nearest(gaps: readonly PlacedGap[], at: number, suits: (gap: Gap) => boolean): Gap | undefined {
  let found: PlacedGap | undefined;
  for (const placed of gaps) {
    if (!suits(placed.gap)) continue;
    if (found === undefined || Math.abs(placed.at - at) < Math.abs(found.at - at)) found = placed;
  }
  return found?.gap;
}

const gapsOf = remembered(({ text }: Dockerfile) => ({
  list: remembered((statement: Statement) => listGaps(text, statement)),
  sequence: remembered((statements: readonly Statement[]) => sequenceGaps(text, statements)),
}));

/** The gaps around the operators of an and-or list. */
function listGaps(text: string, { pipelines, operators }: Statement): readonly PlacedGap[] {
  return operators.flatMap((operator, index) => {
    const before = pipelines[index];
    const after = pipelines[index + 1];
    if (before === undefined || after === undefined) return [];
    return [gapAround(text, before.range.end, operator.range, after.range.start)];
  });
}

/** The gaps around the `;` between statements. */
function sequenceGaps(text: string, statements: readonly Statement[]): readonly PlacedGap[] {
  return statements.flatMap((statement, index) => {
    const next = statements[index + 1];
    if (next === undefined || statement.terminator?.text !== ';') return [];
    const { gap, at } = gapAround(text, statement.range.end, statement.terminator.range, next.range.start);
    // A `;` on a line of its own closes a long command; behind a short one it follows at once.
    return [{ gap: { before: '', after: gap.after }, at }];
  });
}

const gapAround = (text: string, start: number, operator: TextRange, end: number): PlacedGap => ({
  gap: { before: cleaned(text.slice(start, operator.start)), after: cleaned(text.slice(operator.end, end)) },
  at: operator.start,
});

/** Without comments, and without the comment lines and blank lines between. */
function cleaned(blanks: string): string {
  const lines = blanks.replace(/^([^#\n]*?)[ \t]*#[^\r\n]*/, '$1').split('\n');
  return lines
    .filter((line, index) => index === 0 || index === lines.length - 1 || !/^[ \t]*(?:#.*)?\r?$/.test(line))
    .join('\n');
}

export const spansLines = (text: string, range: TextRange): boolean => textOf(text, range).includes('\n');

/**
 * The column in which all continuations of an instruction stand, when they are lined up; `undefined` when they follow
 * their words at the usual distance.
 */
export const alignedColumn = (dockerfile: Dockerfile, instruction: Instruction): number | undefined =>
  columnsOf(dockerfile)(instruction);

const columnsOf = remembered((dockerfile: Dockerfile) =>
  remembered((instruction: Instruction): number | undefined => {
    const columns = new Set<number>();
    const widths = new Set<number>();
    let count = 0;
    for (const line of instructionRegion(dockerfile, instruction).lines) {
      if (line.continuation === undefined) continue;
      let end = line.end;
      while (isBlank(dockerfile.text.charAt(end - 1))) end -= 1;
      columns.add(end - 1 - line.start);
      widths.add(line.content.end - line.start);
      count += 1;
    }
    const [column] = columns;
    return count > 1 && columns.size === 1 && widths.size > 1 ? column : undefined;
  }),
);

/** Puts the first continuation of `text` into a column, `width` being what stands before it on its line. */
export function aligned(text: string, escapeCharacter: string, column: number | undefined, width: number): string {
  if (column === undefined) return text;
  const at =
    text.indexOf(`${escapeCharacter}\r\n`) === -1
      ? text.indexOf(`${escapeCharacter}\n`)
      : text.indexOf(`${escapeCharacter}\r\n`);
  if (at === -1) return text;
  const words = text.slice(0, at).trimEnd();
  return words + ' '.repeat(Math.max(1, column - width - words.length)) + text.slice(at);
}

/** How many characters of its line stand before an offset. */
export const widthAt = (text: string, offset: number): number => offset - lineStart(text, offset);

/** Whether nothing but a continuation follows on the line. */
export const endsInContinuation = (text: string, offset: number, escapeCharacter: string): boolean => {
  const rest = text.slice(offset, lineEnd(text, offset)).trim();
  return rest === escapeCharacter;
};
