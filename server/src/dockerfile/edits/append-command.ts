import { insertion, lineEnd, lineStart, type TextEdit } from '../../engine/text';
import type { Dockerfile, RunCommand } from '../model/dockerfile';
import { positionOf } from '../model/errexit';
import { fitsNested, hasHeredoc, indexOfPipeline, isEditable, stopsAt } from './command-place';
import { regionAt } from './lines';
import {
  aligned,
  alignedColumn,
  brokenGap,
  endsInContinuation,
  type Gap,
  gapAt,
  isBroken,
  isLeading,
  type Joint,
  widthAt,
} from './list-style';

/**
 * Runs another command after the one given, in the same list, and as far as can be only when that one succeeds. The
 * status of the whole stays what it was: where the shell stops at failures (`set -e`) the new command becomes a
 * statement, since the shell does not stop inside of a list.
 * @param text a command of one line
 * @returns `undefined` where it cannot be put without changing what the rest means
 */
export function appendCommand(
  dockerfile: Dockerfile,
  after: RunCommand,
  text: string,
): readonly TextEdit[] | undefined {
  if (!isEditable(after) || !fitsNested(dockerfile, after, text)) return undefined;
  const joint = jointAfter(dockerfile, after);
  if (joint === undefined) return undefined;
  return joint === '&&' ? appendToList(dockerfile, after, text) : appendStatement(dockerfile, after, text);
}

const jointByPosition = { end: '&&', inside: ';', repeated: undefined } as const;

function jointAfter(dockerfile: Dockerfile, after: RunCommand): Joint | undefined {
  const { statement, siblings, pipeline, enclosing } = after.place;
  if (statement.terminator?.text === '&' || pipeline.negated) return '&&';
  const list = statement.pipelines.length > 1;
  if (!stopsAt(dockerfile, after)) return list || siblings.at(-1) === statement ? '&&' : ';';
  // Inside of a list nothing stops, so what the list returns must stay what counts.
  if (list) return jointByPosition[positionOf(after.place)];
  return enclosing.length === 1 && siblings.length === 1 ? '&&' : ';';
}

function appendToList(dockerfile: Dockerfile, after: RunCommand, written: string): readonly TextEdit[] | undefined {
  const { run, script, place } = after;
  const { pipelines, operators } = place.statement;
  let index = indexOfPipeline(place);
  while (operators[index]?.text === '||') index += 1;
  const pipeline = pipelines[index];
  if (pipeline === undefined) return undefined;
  // In front of `&&` a group no longer stops at failures inside of it.
  const stopsInside = pipeline.commands.some(({ kind }) => kind !== 'simple') && stopsAt(dockerfile, after);
  if (stopsInside && index === pipelines.length - 1) return undefined;
  const gap = after.nested
    ? { before: ' ', after: ' ' }
    : gapAt(dockerfile, run, script, { ...place, pipeline }, '&&', 'after');
  const operator = operators[index];
  const at = pipeline.range.end;
  if (isBroken(gap) && isLeading(gap) && endsInContinuation(dockerfile.text, at, escapeAt(dockerfile, after)))
    return newLine(
      dockerfile,
      after,
      at,
      (continuation) => `${lastLine(gap.before)}&&${gap.after}${written}${continuation}`,
    );
  if (isBroken(gap) && !isLeading(gap) && operator !== undefined)
    return newLine(
      dockerfile,
      after,
      operator.range.end,
      (continuation) => `${lastLine(gap.after)}${written} &&${continuation}`,
    );
  return [insertion(at, joined(dockerfile, after, at, gap, '&&') + written)];
}

function appendStatement(dockerfile: Dockerfile, after: RunCommand, written: string): readonly TextEdit[] | undefined {
  const { run, script, place } = after;
  const { statement, siblings } = place;
  if (hasHeredoc(statement)) return undefined;
  const { text, lineEnding } = dockerfile;
  const next = siblings[siblings.indexOf(statement) + 1];
  const { terminator } = statement;
  if (terminator?.text === '\n') {
    const start = lineStart(text, statement.range.start);
    const indentation = /^[ \t]*/.exec(text.slice(start, statement.range.start))?.[0] ?? '';
    return [insertion(lineEnd(text, statement.range.end), lineEnding + indentation + written)];
  }
  const gap = gapAt(dockerfile, run, script, place, ';', 'after');
  if (next === undefined || terminator === undefined) {
    const at = statement.range.end;
    return [insertion(at, joined(dockerfile, after, at, gap, ';') + written)];
  }
  const between = text.slice(terminator.range.end, next.range.start);
  if (!between.includes('\n')) return [insertion(next.range.start, `${written};${between === '' ? ' ' : between}`)];
  return newLine(dockerfile, after, terminator.range.end, (continuation) => {
    const broken = isBroken(gap)
      ? gap
      : brokenGap(dockerfile, run, script, regionAt(dockerfile, run, terminator.range.start), ';');
    return `${lastLine(broken.after)}${written};${continuation}`;
  });
}

/** Adds a line below the one that holds `at`, which ends in a continuation: `line` gets the new line's own. */
function newLine(
  dockerfile: Dockerfile,
  after: RunCommand,
  at: number,
  line: (continuation: string) => string,
): readonly TextEdit[] | undefined {
  const { text, lineEnding } = dockerfile;
  const end = lineEnd(text, at);
  const rest = text.slice(at, end);
  const escapeCharacter = escapeAt(dockerfile, after);
  // In a here-document `&&` at the end of a line needs no continuation.
  const continuation = rest.trim() === '' ? '' : rest;
  if (continuation.trim() !== '' && continuation.trim() !== escapeCharacter) return undefined;
  const column = alignedColumn(dockerfile, after.run);
  const width = line('').length;
  const padded =
    column === undefined || continuation === ''
      ? continuation
      : ' '.repeat(Math.max(1, column - width)) + escapeCharacter;
  return [insertion(end, lineEnding + line(padded))];
}

/** The gap with its operator, its continuation in line with those of the instruction. */
function joined(dockerfile: Dockerfile, after: RunCommand, at: number, gap: Gap, joint: Joint): string {
  const column = isBroken(gap) ? alignedColumn(dockerfile, after.run) : undefined;
  return aligned(
    `${gap.before}${joint}${gap.after}`,
    escapeAt(dockerfile, after),
    column,
    widthAt(dockerfile.text, at),
  );
}

const escapeAt = (dockerfile: Dockerfile, { run, place }: RunCommand): string =>
  regionAt(dockerfile, run, place.command.range.start).escape;

/** What follows the last line break. */
const lastLine = (gap: string): string => gap.slice(gap.lastIndexOf('\n') + 1);
