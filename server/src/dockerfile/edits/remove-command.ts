import { rangeOf, replacement, type TextEdit, type TextRange } from '../../engine/text';
import type { CommandPlace, ShellCommand, Statement } from '../../shell/syntax';
import type { Dockerfile, Run, RunCommand } from '../model/dockerfile';
import { isResultLookedAt } from '../model/errexit';
import { hasHeredoc, indexOfPipeline, isEditable } from './command-place';
import { cutOut, merged } from './cut';
import { type CommentsKept, deleteInstruction } from './delete-instruction';
import { spansLines } from './list-style';

/**
 * Takes a command out of its list, with the operator that joins it and whatever only feeds it or stands in for it when it
 * fails (`yes | a`, `a || true`). The rest goes on as if the command had succeeded.
 * @param kept the comments of a `RUN` that has nothing else to do and goes too
 * @returns `undefined` where nothing would be left of a construct that must run something, or the rest would change
 */
export function removeCommand(
  dockerfile: Dockerfile,
  command: RunCommand,
  kept: CommentsKept = 'all',
): readonly TextEdit[] | undefined {
  if (!isRemovable(command)) return undefined;
  const { run, place } = command;
  const { statement, siblings } = place;
  const index = indexOfPipeline(place);
  // What stands in for the first command of a list is needed no more; behind `a &&` it stands in for `a` too.
  let last = index;
  while (index === 0 && statement.operators[last]?.text === '||') last += 1;
  if (isAllThatRuns(command, index, last)) return deleteInstruction(dockerfile, run, kept);
  if (leavesLastChange(run, [command])) return undefined;
  const inList = fromList(dockerfile.text, statement, index, last);
  if (inList !== undefined) {
    const cut = cutOut(dockerfile, run, [inList.range]);
    return cut && [...inList.operator, ...cut];
  }
  // Without the last command it would be the one before whose result is looked at.
  if (siblings.length < 2 || (siblings.at(-1) === statement && isResultLookedAt(place))) return undefined;
  return cutOut(dockerfile, run, fromSequence(place));
}

/**
 * Takes several commands of one `RUN` out; see `removeCommand`.
 * @returns `undefined` also where they neither follow each other in a list nor are statements of one sequence
 */
export function removeCommands(
  dockerfile: Dockerfile,
  commands: readonly RunCommand[],
  kept: CommentsKept = 'all',
): readonly TextEdit[] | undefined {
  const [first, second] = commands;
  if (first === undefined || second === undefined) return first && removeCommand(dockerfile, first, kept);
  if (!commands.every((command) => command.run === first.run && isRemovable(command))) return undefined;
  if (areAllThatRuns(commands)) return deleteInstruction(dockerfile, first.run, kept);
  if (leavesLastChange(first.run, commands)) return undefined;
  const { statement, siblings } = first.place;
  if (commands.every(({ place }) => place.statement === statement)) {
    const indexes = commands.map(({ place }) => indexOfPipeline(place)).sort((one, other) => one - other);
    const start = indexes[0] ?? 0;
    const end = start + indexes.length - 1;
    if (indexes.at(-1) !== end || statement.operators[end]?.text === '||') return undefined;
    const inList = fromList(dockerfile.text, statement, start, end);
    const cut = inList && cutOut(dockerfile, first.run, [inList.range]);
    return inList && cut && [...inList.operator, ...cut];
  }
  const statements = new Set(commands.map(({ place }) => place.statement));
  const areStatements = commands.every(
    ({ place }) => place.siblings === siblings && place.statement.pipelines.length === 1,
  );
  const last = siblings.at(-1);
  if (!areStatements || statements.size === siblings.length) return undefined;
  if (last !== undefined && statements.has(last) && isResultLookedAt(first.place)) return undefined;
  return cutOut(dockerfile, first.run, merged(commands.flatMap(({ place }) => fromSequence(place))));
}

/** Whether a `cd` would be the last that is left of a `RUN`, and lead nowhere. */
const leavesLastChange = ({ commands }: Run, removed: readonly RunCommand[]): boolean =>
  commands.findLast((command) => !removed.includes(command))?.name === 'cd' && commands.at(-1)?.name !== 'cd';

/** Whether a command can be taken away without changing what stands around it. */
function isRemovable(command: RunCommand): boolean {
  const { place } = command;
  const { statement, pipeline } = place;
  return (
    isEditable(command) &&
    !pipeline.negated &&
    place.body?.role !== 'condition' &&
    !hasHeredoc(statement) &&
    isAllOfPipeline(place) &&
    statement.terminator?.text !== '&' &&
    statement.operators[indexOfPipeline(place) - 1]?.text !== '||'
  );
}

/** Whether nothing but `set` is left of a `RUN` without the commands and what stands in for them. */
function areAllThatRuns(commands: readonly RunCommand[]): boolean {
  const [first] = commands;
  if (first === undefined || first.nested || first.place.enclosing.length > 1 || first.run.scripts.length !== 1)
    return false;
  const gone = new Set(commands.map(({ place }) => place.pipeline));
  return first.place.siblings.every(({ pipelines }) =>
    pipelines.every((pipeline) => gone.has(pipeline) || pipeline.commands.every(isSet)),
  );
}

/** Whether nothing but `set` is left of a `RUN` without pipelines `first` to `last` of the command's list. */
function isAllThatRuns({ run, place, nested }: RunCommand, first: number, last: number): boolean {
  if (nested || place.enclosing.length > 1 || run.scripts.length !== 1) return false;
  const goes = (statement: Statement, index: number): boolean =>
    statement === place.statement && index >= first && index <= last;
  return place.siblings.every((statement) =>
    statement.pipelines.every((pipeline, index) => goes(statement, index) || pipeline.commands.every(isSet)),
  );
}

const isSet = (command: ShellCommand): boolean => command.kind === 'simple' && command.words[0]?.literal === 'set';

const feeders = new Set(['yes', 'echo', 'printf', 'true', ':']);

/** The other commands of the pipeline do nothing but feed this one. */
function isAllOfPipeline({ command, pipeline }: CommandPlace): boolean {
  if (pipeline.commands.at(-1) !== command) return false;
  return pipeline.commands
    .slice(0, -1)
    .every((feeder) => feeder.kind === 'simple' && feeders.has(feeder.words[0]?.literal ?? ''));
}

/**
 * Pipelines `first` to `last` of a list with the operator before them. The one behind goes at the start of the list, and
 * where the list breaks behind its operators, so that the whole line goes; the one that stays then says what that said.
 */
function fromList(
  text: string,
  { pipelines, operators }: Statement,
  first: number,
  last: number,
): { readonly range: TextRange; readonly operator: readonly TextEdit[] } | undefined {
  const start = pipelines[first]?.range.start;
  const end = pipelines[last]?.range.end;
  if (start === undefined || end === undefined) return undefined;
  const before = operators[first - 1];
  const after = operators[last];
  if (before === undefined) return after && { range: rangeOf(start, after.range.end), operator: [] };
  const startsLine = spansLines(text, rangeOf(before.range.end, start));
  if (after === undefined || !startsLine) return { range: rangeOf(before.range.start, end), operator: [] };
  const operator = before.text === after.text ? [] : [replacement(before.range, after.text)];
  return { range: rangeOf(start, after.range.end), operator };
}

/** A statement with its terminator, or with the one before it at the end of a sequence that has none. */
function fromSequence({ siblings, statement }: CommandPlace): readonly TextRange[] {
  const { range, terminator } = statement;
  if (terminator?.text === ';') return [rangeOf(range.start, terminator.range.end)];
  const before = siblings[siblings.indexOf(statement) - 1]?.terminator;
  return terminator === undefined && before?.text === ';' ? [rangeOf(before.range.start, range.end)] : [range];
}
