import { contains, type TextRange } from '../../engine/text';
import { processManagerOf } from '../../knowledge/process-managers';
import { backgroundStatements } from '../../shell/background-statements';
import { commandName, lastForeground } from '../../shell/commands';
import type { Script, Statement } from '../../shell/syntax';
import type { Cmd, Entrypoint, Process } from './dockerfile';

/** Several processes that a container runs side by side, or one that it leaves behind at once. */
export type BackgroundProcess =
  /** A shell starts it and goes on to something else. */
  | { readonly kind: 'behind'; readonly statement: Statement; readonly foreground: TextRange }
  /** A shell starts it and ends. */
  | { readonly kind: 'ends'; readonly statement: Statement }
  /** A program whose purpose is to run several. */
  | { readonly kind: 'manager'; readonly name: string; readonly range: TextRange };

/** The instruction of a process that a range stands in. */
export const startOf = ({ cmd, entrypoint }: Process, range: TextRange): Cmd | Entrypoint | undefined =>
  [cmd, entrypoint].find((each) => each !== undefined && contains(each.range, range));

/** What a process runs in the background, the first of its kind. */
export function backgroundProcess(process: Process): BackgroundProcess | undefined {
  const { program, script } = process;
  const manager = processManagerOf(program.map(({ value }) => value));
  const name = manager && program[manager.index];
  if (name?.range !== undefined && startOf(process, name.range) !== undefined)
    return { kind: 'manager', name: name.value ?? '', range: name.range };
  return script === undefined || !script.located || script.problems.length > 0
    ? undefined
    : inScript(script, process.complete);
}

/** @param isSure whether nothing else may start the script in a way of its own */
function inScript(script: Script, isSure: boolean): BackgroundProcess | undefined {
  const [statement, another] = backgroundStatements(script);
  if (statement === undefined) return undefined;
  const [last] = lastForeground(script);
  if (last === undefined) return isSure ? { kind: 'ends', statement } : undefined;
  const waits = last.command.kind === 'simple' && /^(?:wait|fg)$/.test(commandName(last.command) ?? '');
  // A shell that waits for the one program that it has started lets it be, and may pass signals on by a trap.
  if (waits && another === undefined) return undefined;
  return { kind: 'behind', statement, foreground: last.command.range };
}
