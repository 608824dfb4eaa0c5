import type { TextRange } from '../../engine/text';
import { baseName, lastForeground } from '../../shell/commands';
import { isIdle, keepsAlive } from '../../shell/keep-alive';
import { backgroundProcess, startOf } from './background-processes';
import { daemonizedProcess } from './daemonized';
import type { Cmd, Dockerfile, Entrypoint, Stage } from './dockerfile';

/** A command that only keeps a container alive. */
export interface IdleProcess {
  readonly instruction: Cmd | Entrypoint;
  readonly range: TextRange;
  /** Nothing else is started. */
  readonly alone: boolean;
}

/** Those that wait for somebody who types are what base images start. */
const forPeople = /^(?:cat|read|sh|bash|ash|dash|zsh)$/;

/**
 * What keeps a stage's container alive without doing anything; `undefined` where it stands behind a service that another
 * practice is about.
 */
export function idleProcess(dockerfile: Dockerfile, stage: Stage): IdleProcess | undefined {
  const { process } = stage;
  if (process === undefined) return undefined;
  const { program, script } = process;
  const [first] = program;
  const last = program.at(-1);
  if (first?.range !== undefined && last?.range !== undefined && isIdle(program.map(({ value }) => value))) {
    const range = { start: first.range.start, end: last.range.end };
    const instruction = startOf(process, range);
    const isAlone = script === undefined || script.statements.every(({ pipelines }) => pipelines.length === 1);
    if (instruction !== undefined && !forPeople.test(baseName(first.value ?? '')) && isAlone)
      return { instruction, range, alone: script === undefined || script.statements.length === 1 };
  }
  if (script === undefined || !script.located || script.problems.length > 0) return undefined;
  const [keeper, another] = lastForeground(script);
  if (keeper === undefined || another !== undefined || !keepsAlive(keeper)) return undefined;
  if (backgroundProcess(process) !== undefined || daemonizedProcess(dockerfile, stage) !== undefined) return undefined;
  const { range, kind } = keeper.command;
  const instruction = startOf(process, range);
  const name = kind === 'simple' ? (keeper.command.words[0]?.literal ?? '') : kind;
  if (instruction === undefined || forPeople.test(baseName(name))) return undefined;
  const alone = script.statements.length === 1 && script.statements[0]?.pipelines.length === 1;
  return { instruction, range, alone };
}
