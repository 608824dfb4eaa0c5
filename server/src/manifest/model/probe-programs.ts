import { type Argument, argumentsOf } from '../../shell/command-line';
import { commandPlaces } from '../../shell/commands';
import { unwrap } from '../../shell/wrappers';
import type { ProbeHandler } from './manifest';

/**
 * The commands that a probe or hook runs, in order: the one that is written, or those of the shell script that it is. Each is
 * its words, wrappers taken off.
 */
export function commandsOf(handler: ProbeHandler | undefined): readonly (readonly Argument[])[] {
  if (handler?.kind !== 'exec') return [];
  const { program, script } = unwrap(handler.command);
  if (script === undefined) return program.length === 0 ? [] : [program];
  return commandPlaces(script)
    .map(({ command }) => unwrap(argumentsOf(command)).program)
    .filter((words) => words.length > 0);
}
