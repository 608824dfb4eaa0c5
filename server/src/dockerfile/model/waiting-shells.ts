import { type Argument, argumentsOf, type Wrapper } from '../../shell/command-line';
import { commandName, lastForeground } from '../../shell/commands';
import { endsInExec, isBuiltin, onlyCommand } from '../../shell/give-way';
import { keepsAlive } from '../../shell/keep-alive';
import type { Place, Script } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import { backgroundProcess, startOf } from './background-processes';
import type { Cmd, Entrypoint, Process } from './dockerfile';

/** A shell that an exec form starts, and that stays as PID 1 in front of the application. */
export interface WaitingShell {
  readonly instruction: Cmd | Entrypoint;
  readonly shell: Wrapper;
  readonly script: Script;
  /** The commands that the script ends with. */
  readonly last: readonly Place[];
}

/**
 * The shell of an exec form whose script is more than one command and does not end in `exec`, with no init in front of it.
 * A script of a single command is not told: bash and BusyBox give their place to it.
 */
export function waitingShell(process: Process): WaitingShell | undefined {
  const { form, script, wrappers } = process;
  const shell = wrappers.find(({ kind }) => kind === 'shell');
  if (form !== 'exec' || script === undefined || shell?.range === undefined || !script.located) return undefined;
  if (script.problems.length > 0 || wrappers.some(({ kind }) => kind === 'init')) return undefined;
  const instruction = startOf(process, script.range);
  const last = lastForeground(script);
  if (instruction === undefined || last.length === 0 || onlyCommand(script) !== undefined || endsInExec(script))
    return undefined;
  if (backgroundProcess(process) !== undefined || last.some((place) => keepsAlive(place) || isShort(place)))
    return undefined;
  return { instruction, shell, script, last };
}

/** A builtin, or nothing to wait for. */
function isShort({ command }: Place): boolean {
  if (command.kind !== 'simple') return false;
  const name = commandName(command);
  return name !== undefined && isBuiltin(name);
}

/** The program that a place starts, as it is written. */
export const programAt = ({ command }: Place): Argument | undefined =>
  command.kind === 'simple' ? unwrap(argumentsOf(command)).program[0] : undefined;
