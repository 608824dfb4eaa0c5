import { buildsSoftware } from '../../knowledge/development-programs';
import { waitsForTyping } from '../../knowledge/interpreters';
import type { Argument } from '../../shell/command-line';
import { baseName } from '../../shell/commands';
import { effectiveProgram } from '../../shell/wrappers';
import type { Stage } from './dockerfile';
import { isPosixShell } from './shell-in-force';

/** Ways to keep a container alive for somebody to work in. */
const idle = /^(?:sleep|tail|cat)$/;

/** A script that prepares the image and then executes what it is given: `docker-entrypoint.sh`. */
export const isEntrypointScript = ({ value }: Argument): boolean =>
  value !== undefined && /entrypoint|\.sh$/.test(value);

/**
 * The words of what a stage's image runs in the end: what an entrypoint script is given, else the program itself; empty when
 * a script runs several.
 */
export function applicationOf({ process }: Stage): readonly Argument[] {
  const [program, ...given] = process?.program ?? [];
  if (program === undefined) return [];
  return isEntrypointScript(program) && given.length > 0 ? effectiveProgram(given).program : [program, ...given];
}

/**
 * Whether a stage's image starts an application, and is not one to work in or to build others from: as far as is known,
 * its PID 1 is neither a shell, nor an interpreter or a compiler by itself.
 */
export function startsApplication(stage: Stage): boolean {
  const { process } = stage;
  if (process === undefined) return false;
  const [program, ...operands] = applicationOf(stage);
  // A script of several commands.
  if (program === undefined) return process.script !== undefined || process.program.length > 0;
  const name = program.value === undefined ? undefined : baseName(program.value);
  if (name === undefined) return true;
  // The parent's script waits for a command that nobody gives.
  if (isEntrypointScript(program) && program.range === undefined && operands.length === 0) return false;
  if (isPosixShell(name) || waitsForTyping(name)) return operands.some(({ prefix }) => !prefix.startsWith('-'));
  return !buildsSoftware(name) && !idle.test(name);
}
