import { deletion, insertion, rangeOf, type TextEdit, type TextRange } from '../../engine/text';
import { type ArgvEdit, applyArgvEdits } from '../../knowledge/argv-edits';
import { argumentsOf } from '../../shell/command-line';
import { commandPlaces } from '../../shell/commands';
import { insertedExecs, needsShell } from '../../shell/give-way';
import { shellQuote } from '../../shell/quote';
import type { DaemonizedProcess } from '../model/daemonized';
import type { Dockerfile, ExecForm, Process, ShellForm } from '../model/dockerfile';
import { execArguments } from '../model/process';
import { editArgv } from './argv';
import { readsProfile, withShell } from './exec-version';
import { rewriteForm } from './rewrite-form';

export interface ForegroundCommand {
  /** What will run, as one would type it. */
  readonly command: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Turns a daemonised process into one that stays in the foreground, in one step: a shell form becomes an exec form, a
 * command that only kept the container alive goes, and a shell that still has to prepare something gives up its place.
 * @returns `undefined` when no edit of the command can do it
 */
export function runInForeground(
  dockerfile: Dockerfile,
  process: Process,
  daemonized: DaemonizedProcess,
): ForegroundCommand | undefined {
  const { argv, foreground, instruction } = daemonized;
  // Operators among the words of an exec form show that its writer took it for a shell's text.
  if (foreground === undefined || argv.some(({ value }) => operators.has(value ?? ''))) return undefined;
  const command = applyArgvEdits(
    argv.map(({ value, text }) => (value === undefined ? text : shellQuote(value))),
    foreground.map(quoted),
  ).join(' ');
  const { command: form } = instruction;
  const edits =
    form.form === 'exec'
      ? inExecForm(dockerfile, daemonized, form)
      : inShellForm(dockerfile, process, daemonized, form);
  return edits === undefined || edits.length === 0 ? undefined : { command, edits };
}

const operators: ReadonlySet<string> = new Set(['&&', '||', ';', '|', '&']);

const quoted = (edit: ArgvEdit): ArgvEdit => ('words' in edit ? { ...edit, words: edit.words.map(shellQuote) } : edit);

function inShellForm(
  dockerfile: Dockerfile,
  process: Process,
  daemonized: DaemonizedProcess,
  form: ShellForm,
): readonly TextEdit[] | undefined {
  const { instruction } = daemonized;
  // In exec form an ENTRYPOINT would get the words of a CMD that it never got before.
  if (instruction.keyword === 'ENTRYPOINT' && process.commandIgnored) return inScript(dockerfile, daemonized);
  const words = readsProfile(form.shell.words) ? undefined : wordsAlone(daemonized);
  if (words !== undefined) return rewriteForm(dockerfile, instruction, words);
  const made = inScript(dockerfile, daemonized);
  const version = made && withShell(form, made);
  return version === undefined ? made : rewriteForm(dockerfile, instruction, version);
}

function inExecForm(
  dockerfile: Dockerfile,
  daemonized: DaemonizedProcess,
  form: ExecForm,
): readonly TextEdit[] | undefined {
  const { argv, foreground = [], place, script } = daemonized;
  if (place === undefined || script === undefined) return editArgv(dockerfile, argv, foreground);
  const words = wordsAlone(daemonized);
  const all = execArguments(form, dockerfile.text);
  const holder = all.findIndex(({ range }) => range !== undefined && holds(range, place.command.range));
  const before = all.slice(0, Math.max(holder, 0)).map(({ prefix }) => prefix);
  const shell = shellAmong(before);
  if (words !== undefined && shell !== undefined && !readsProfile(before.slice(shell)))
    return editArgv(dockerfile, all, [{ kind: 'replace', index: shell, count: all.length - shell, words }]);
  return inScript(dockerfile, daemonized);
}

const holds = (outer: TextRange, inner: TextRange): boolean => outer.start < inner.start && inner.end < outer.end;

/** Index of the shell that the last of the words, its options, belong to. */
function shellAmong(words: readonly string[]): number | undefined {
  const index = words.findLastIndex((word) => !word.startsWith('-') && word !== 'pipefail');
  return index === -1 ? undefined : index;
}

/** The words of the foreground command, where the script consists of nothing else but what keeps the container alive. */
function wordsAlone({
  argv,
  foreground = [],
  place,
  script,
  keeper,
}: DaemonizedProcess): readonly string[] | undefined {
  if (place === undefined || script === undefined) return undefined;
  const { command, pipeline } = place;
  const others = commandPlaces(script).filter(
    (other) => other.command !== command && !isWithin(other.command.range, keeper),
  );
  if (others.length > 0 || pipeline.commands.length > 1 || pipeline.negated) return undefined;
  if (place.enclosing.length > 1 || command.assignments.length > 0 || command.redirects.length > 0) return undefined;
  const all = argumentsOf(command);
  const start = all.length - argv.length;
  const words = applyArgvEdits(
    all.map(({ value }) => value),
    foreground.map((edit) => (edit.kind === 'append' ? edit : { ...edit, index: edit.index + start })),
  );
  const literal = words.flatMap((word) => word ?? []);
  if (literal.length < words.length) return undefined;
  return literal[0] === 'exec' ? literal.slice(1) : literal;
}

const isWithin = (inner: TextRange, outer: TextRange | undefined): boolean =>
  outer !== undefined && outer.start <= inner.start && inner.end <= outer.end;

/** The edits inside of a script that does other things first; the shell gives up its place where it can. */
function inScript(dockerfile: Dockerfile, daemonized: DaemonizedProcess): readonly TextEdit[] | undefined {
  const { argv, foreground = [], place, script, keeper } = daemonized;
  const made = editArgv(dockerfile, argv, foreground);
  if (place === undefined || script === undefined || made === undefined) return made;
  if (keeper === undefined) return [...(insertedExecs(script) ?? []), ...made];
  const places = commandPlaces(script);
  const { end } = place.command.range;
  const between = places.some(({ command }) => command.range.start > end && command.range.end < keeper.start);
  const alternative = place.statement.operators.some(({ text }) => text === '||');
  if (between || alternative || place.enclosing.length > 1 || places.some(needsShell)) return undefined;
  const execs = place.command.words[0]?.literal === 'exec' ? [] : [insertion(place.command.range.start, 'exec ')];
  return [...execs, ...made, deletion(rangeOf(end, keeper.end))];
}
