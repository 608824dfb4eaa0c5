import { insertion, type TextEdit } from '../engine/text';
import { commandPlaces, isBackgrounded, lastForeground } from './commands';
import type { Place, Script, SimpleCommand } from './syntax';

/** Builtins that are no programs: only a shell can run them, and it must not give up its place to them. */
const builtins: ReadonlySet<string> = new Set([
  '.',
  ':',
  'alias',
  'bg',
  'break',
  'builtin',
  'cd',
  'command',
  'continue',
  'declare',
  'eval',
  'exec',
  'exit',
  'export',
  'fg',
  'getopts',
  'hash',
  'jobs',
  'let',
  'local',
  'popd',
  'pushd',
  'read',
  'readonly',
  'return',
  'set',
  'shift',
  'shopt',
  'source',
  'time',
  'times',
  'trap',
  'type',
  'typeset',
  'ulimit',
  'umask',
  'unalias',
  'unset',
  'wait',
]);

/** Programs and builtins that end at once: nobody sends a signal to them. */
const brief: ReadonlySet<string> = new Set(['true', 'false', 'echo', 'printf', 'test', '[', 'kill', 'pwd']);

/** Whether a word names a builtin that is no program. */
export const isBuiltin = (name: string): boolean => builtins.has(name);

/** The one simple command that a script consists of; `undefined` for any other script. */
export function onlyCommand({ statements, problems }: Script): SimpleCommand | undefined {
  const [statement, other] = statements;
  const [pipeline, ...pipelines] = statement?.pipelines ?? [];
  const [command, ...commands] = pipeline?.commands ?? [];
  if (other !== undefined || pipelines.length > 0 || commands.length > 0 || problems.length > 0) return undefined;
  if (pipeline?.negated || statement?.terminator?.text === '&') return undefined;
  return command?.kind === 'simple' ? command : undefined;
}

/** Whether a command hands the shell's place to another program. */
export const isExec = ({ words }: SimpleCommand): boolean => words[0]?.literal === 'exec' && words.length > 1;

/** Whether the shell already gives up its place, in every way that the script can end. */
export function endsInExec(script: Script): boolean {
  const last = lastForeground(script);
  return last.length > 0 && last.every(({ command }) => command.kind === 'simple' && isExec(command));
}

/**
 * `exec` in front of whatever the script ends with, so that the shell gives up its place and signals reach the program;
 * `undefined` where something else would be lost with the shell.
 */
export function insertedExecs(script: Script): readonly TextEdit[] | undefined {
  const last = lastForeground(script);
  if (last.length === 0 || commandPlaces(script).some(needsShell)) return undefined;
  const edits = last.map((place) => insertedExec(place));
  const made = edits.flatMap((edit) => edit ?? []);
  return edits.includes(undefined) ? undefined : made;
}

/** The same in front of one command, which must be the last of its list; none where it is there already. */
export function insertedExec({ command, pipeline, statement }: Place): readonly TextEdit[] | undefined {
  const [word] = command.kind === 'simple' ? command.words : [];
  if (command.kind !== 'simple' || word === undefined) return undefined;
  if (pipeline.commands.length > 1 || pipeline.negated || statement.pipelines.at(-1) !== pipeline) return undefined;
  if (isExec(command)) return [];
  const name = word.literal ?? '';
  const isProgram = !builtins.has(name) && !brief.has(name) && !name.startsWith('-');
  return isProgram ? [insertion(word.range.start, 'exec ')] : undefined;
}

/** The shell must stay for what it runs in the background, traps and functions. */
export const needsShell = (place: Place): boolean =>
  isBackgrounded(place) ||
  (place.command.kind === 'simple' && place.command.words[0]?.literal === 'trap') ||
  place.enclosing.some(({ kind }) => kind === 'function');
