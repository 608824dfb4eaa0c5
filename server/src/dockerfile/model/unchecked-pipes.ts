import { downloaderFor } from '../../knowledge/downloaders';
import { checkingReaders, harmlessWriters, mayStopReading, telling } from '../../knowledge/pipes';
import { argumentsOf } from '../../shell/command-line';
import { baseName } from '../../shell/commands';
import type { CommandPlace, Pipeline, ShellCommand } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import type { Dockerfile, Run, RunCommand } from './dockerfile';
import { isOptionOn, isResultLookedAt } from './errexit';
import { shellOfCommand } from './running-shell';

/** A pipe of which only the last command's result counts. */
export interface UncheckedPipe {
  /** A command whose failure nobody notices: a download when there is one. */
  readonly command: RunCommand;
  readonly last: ShellCommand;
  /** What is downloaded is taken as it is, however much of it has arrived. */
  readonly download: boolean;
}

/** The unchecked pipes of a `RUN`, in source order. */
export function uncheckedPipes(dockerfile: Dockerfile, run: Run): readonly UncheckedPipe[] {
  const writers = new Map<Pipeline, RunCommand[]>();
  for (const command of run.commands) {
    const { pipeline } = command.place;
    const last = pipeline.commands.at(-1);
    if (last === command.place.command || !pipeline.commands.includes(command.place.command)) continue;
    if (command.name === undefined || harmlessWriters.has(command.name)) continue;
    const others = writers.get(pipeline);
    if (others === undefined) writers.set(pipeline, [command]);
    else others.push(command);
  }
  return [...writers].flatMap(([pipeline, commands]) => {
    const [first] = commands;
    const last = pipeline.commands.at(-1);
    if (first === undefined || last === undefined || isLookedAt(first.place)) return [];
    if (isOptionOn(first.script, first.place, shellOfCommand(dockerfile, first), 'pipefail')) return [];
    const download = commands.find(({ name }) => downloaderFor(name ?? '') !== undefined);
    const reader = programOf(last)[0];
    const isChecked = checkingReaders.has(baseName(reader ?? ''));
    if (isChecked && download === undefined) return [];
    return [{ command: download ?? first, last, download: !isChecked && download !== undefined }];
  });
}

/** Whether something depends on how a pipe comes out, or nothing ever can: as a command's words. */
function isLookedAt(place: CommandPlace): boolean {
  const { pipeline, statement, body, path, substituted } = place;
  if (pipeline.negated || body?.role === 'condition' || isResultLookedAt(place)) return true;
  if (statement.operators.slice(statement.pipelines.indexOf(pipeline)).some(({ text }) => text === '||')) return true;
  return substituted && !isAssigned(path.at(-2)?.pipelines ?? [], place);
}

/** `NAME=$(a | b)` comes out as the pipe does; `echo $(a | b)` comes out as `echo` does. */
const isAssigned = (pipelines: readonly Pipeline[], { command: { range } }: CommandPlace): boolean =>
  pipelines.some(({ commands }) =>
    commands.some(
      (command) =>
        command.kind === 'simple' &&
        command.words.length === 0 &&
        command.range.start <= range.start &&
        range.end <= command.range.end,
    ),
  );

const programOf = (command: ShellCommand): readonly (string | undefined)[] =>
  command.kind === 'simple' ? unwrap(argumentsOf(command)).program.map(({ value }) => value) : [];

/**
 * Whether a pipe in one of a `RUN`'s scripts would fail with `pipefail` although nothing is wrong: because its reader stops
 * early, or because a program in its middle says by its result what it has found.
 */
export const needsLenientPipes = ({ commands }: Run): boolean =>
  commands.some(({ place: { pipeline, command }, name, words }) => {
    if (pipeline.commands.length < 2) return false;
    const isLast = pipeline.commands.at(-1) === command;
    if (name === undefined) return true;
    if (name === 'yes' || (!isLast && telling.has(name))) return true;
    return pipeline.commands[0] !== command && mayStopReading(words.map(({ value }) => value));
  });
