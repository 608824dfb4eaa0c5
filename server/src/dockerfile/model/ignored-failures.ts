import { commandName, commandPlaces } from '../../shell/commands';
import type { CommandPlace, Script } from '../../shell/syntax';
import { isOptionOn, isResultLookedAt, positionOf } from './errexit';

/**
 * The first command of a script that may fail without anything taking notice, so that what follows runs all the same.
 * Commands of a pipe count by its last one; those of a function do not count.
 * @param shell the words that start the shell
 */
export function firstIgnoredFailure(script: Script, shell: readonly string[]): CommandPlace | undefined {
  const places = commandPlaces(script);
  if (places.some(heedsFailures)) return undefined;
  return places.find(
    (place) =>
      mayFail(place) &&
      positionOf(place) !== 'end' &&
      !isLookedAt(place) &&
      !isOptionOn(script, place, shell, 'errexit'),
  );
}

/** Whether a script looks at its results in its own way: by `$?`, or by a trap. */
const heedsFailures = ({ command }: CommandPlace): boolean =>
  [...command.words, ...command.assignments.map(({ value }) => value)].some(({ text }) => text.includes('$?')) ||
  (commandName(command) === 'trap' && command.words.some(({ literal }) => literal === 'ERR'));

/** Builtins that fail only when they are written wrongly. */
const sure = new Set([
  ...[
    'set',
    'shopt',
    'echo',
    'printf',
    'true',
    'false',
    ':',
    'export',
    'readonly',
    'declare',
    'typeset',
    'local',
    'unset',
  ],
  ...['umask', 'ulimit', 'alias', 'unalias', 'trap', 'shift', 'exit', 'return', 'break', 'continue', 'sleep'],
]);

function mayFail({ command, enclosing, substituted, pipeline }: CommandPlace): boolean {
  if (substituted || enclosing.some(({ kind }) => kind === 'function')) return false;
  if (pipeline.commands.at(-1) !== command) return false;
  if (command.words.length === 0)
    return command.assignments.some(({ value }) => value.parts.some(({ kind }) => kind === 'substitution'));
  return !sure.has(commandName(command) ?? '');
}

/** Whether something depends on how a command, or a list around it, comes out. */
const isLookedAt = (place: CommandPlace): boolean =>
  place.body?.role === 'condition' ||
  isResultLookedAt(place) ||
  place.path.some(
    ({ operators, terminator, pipelines }) =>
      operators.some(({ text }) => text === '||') ||
      terminator?.text === '&' ||
      pipelines.some(({ negated }) => negated),
  );
