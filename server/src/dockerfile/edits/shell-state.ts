import { commandName, commandPlaces } from '../../shell/commands';
import type { CompoundCommand, Script } from '../../shell/syntax';
import { setOptions } from '../model/errexit';

/** Builtins after which the shell is not what it was: directory, variables, options, functions, or its end. */
const lasting = new Set([
  'cd',
  'pushd',
  'popd',
  'exec',
  'exit',
  'return',
  'export',
  'readonly',
  'declare',
  'typeset',
  'local',
  'read',
  'umask',
  'ulimit',
  'trap',
  'alias',
  'unalias',
  'unset',
  'eval',
  'shift',
  'shopt',
  '.',
  'source',
]);

/** Options that make no difference to a script that works: they stop at failures, or show what is done. */
const harmless = ['errexit', 'xtrace', 'verbose'];

/**
 * Whether a script leaves the shell in a state in which another one does what it would do in a new shell.
 * @param next the other one: options that it sets itself may be set already
 */
export function leavesShellAsItWas(script: Script, next: Script): boolean {
  const indifferent = optionsWithoutEffect(next);
  return commandPlaces(script).every(({ command, enclosing }) => {
    if (enclosing.some(hasOwnShell)) return true;
    if (command.words.length === 0) return command.assignments.length === 0;
    const options = setOptions(command);
    if (options === undefined) return !lasting.has(commandName(command) ?? '');
    return options.off.size === 0 && [...options.on].every((option) => indifferent.has(option));
  });
}

/** Options that a script sets itself, or that change nothing for it. */
function optionsWithoutEffect(script: Script): ReadonlySet<string> {
  const options = new Set(harmless);
  let expands = false;
  let pipes = false;
  for (const { command, pipeline, enclosing } of commandPlaces(script)) {
    if (enclosing.length === 1) for (const option of setOptions(command)?.on ?? []) options.add(option);
    pipes ||= pipeline.commands.length > 1;
    expands ||= [...command.words, ...command.assignments.map(({ value }) => value)].some(({ text }) =>
      text.includes('$'),
    );
  }
  if (!expands) options.add('nounset');
  if (!pipes) options.add('pipefail');
  return options;
}

/** What is set in a subshell, a substitution or a function that is only defined does not last. */
export const hasOwnShell = ({ kind }: Script | CompoundCommand, index: number): boolean =>
  kind === 'subshell' || kind === 'function' || (kind === 'script' && index > 0);
