import { lineEnd, type TextEdit } from '../../engine/text';
import type { Dockerfile, Run } from '../model/dockerfile';
import { widest } from './join-lists';
import { joinRuns } from './join-runs';
import { instructionRegion } from './lines';
import { widthAt } from './list-style';

/**
 * Makes one `RUN` of several that follow each other; see `joinRuns`. More than two must be plain lists, `a && b`.
 * @returns `undefined` where one `RUN` could not do the same, or there is nothing to join
 */
export function joinRunSequence(dockerfile: Dockerfile, runs: readonly Run[]): readonly TextEdit[] | undefined {
  if (runs.length < 2 || (runs.length > 2 && !runs.every(isPlainList))) return undefined;
  const layout = runs.length === 2 || fitsOneLine(dockerfile, runs) ? 'fitting' : 'broken';
  const edits: TextEdit[] = [];
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    if (before === undefined) continue;
    const joined = joinRuns(dockerfile, before, run, layout);
    if (joined === undefined) return undefined;
    edits.push(...joined);
  }
  return edits;
}

/** Whether a `RUN` is one list of commands of which each runs only when the one before succeeds. */
export function isPlainList({ command, scripts, heredocs }: Run): boolean {
  const [script, more] = scripts;
  const [statement, another] = script?.statements ?? [];
  return (
    command.form === 'shell' &&
    heredocs.length === 0 &&
    more === undefined &&
    statement !== undefined &&
    another === undefined &&
    statement.terminator?.text !== '&' &&
    statement.operators.every(({ text }) => text === '&&')
  );
}

function fitsOneLine(dockerfile: Dockerfile, runs: readonly Run[]): boolean {
  const [first, ...others] = runs;
  if (first === undefined) return false;
  const { text } = dockerfile;
  const lengths = others.map(({ argumentsRange: { start } }) => ' && '.length + lineEnd(text, start) - start);
  const width = lengths.reduce((sum, length) => sum + length, widthAt(text, lineEnd(text, first.range.start)));
  return width <= widest && runs.every((run) => instructionRegion(dockerfile, run).lines.length === 1);
}
