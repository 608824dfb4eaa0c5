import type { TextRange } from '../../engine/text';
import { type Argument, argumentsOf } from '../../shell/command-line';
import { baseName } from '../../shell/commands';
import type { Script, SimpleCommand } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import type { Hook } from './hooks';
import { asMapping, fieldOf, lookup, numberOf } from './lookup';

/** How long a hook waits. */
export interface Wait {
  readonly seconds: number;
  readonly range: TextRange;
  /** By the handler of Kubernetes' own, which the API server checks. */
  readonly native: boolean;
  /** The hook does nothing else. */
  readonly alone: boolean;
}

/** The time that a hook surely sleeps; `undefined` where it does not. */
export function waitOf(hook: Hook): Wait | undefined {
  const sleep = lookup(hook.node, 'sleep');
  const written = fieldOf(asMapping(sleep.entry?.value), 'seconds');
  const seconds = numberOf(written);
  if (sleep.presence === 'yes' && written !== undefined && seconds !== undefined)
    return { seconds, range: written.range, native: true, alone: true };
  const commands = stepsOf(hook);
  const sleeps = commands.flatMap((argv) => sleepOf(argv) ?? []);
  const [first] = sleeps;
  if (first === undefined) return undefined;
  const total = sleeps.reduce((sum, each) => sum + each.seconds, 0);
  return { seconds: total, range: first.range, native: false, alone: commands.length === 1 };
}

/** The commands of a hook that surely run one after the other, each as its words. Empty for scripts with branches or loops. */
export function stepsOf({ handler }: Hook): readonly (readonly Argument[])[] {
  if (handler?.kind !== 'exec') return [];
  const { program, script } = unwrap(handler.command);
  if (script !== undefined) return sequenceOf(script) ?? [];
  return program.length === 0 ? [] : [program];
}

function sequenceOf({ statements, problems }: Script): readonly (readonly Argument[])[] | undefined {
  if (problems.length > 0 || statements.some(({ terminator }) => terminator?.text === '&')) return undefined;
  const pipelines = statements.flatMap((statement) => statement.pipelines);
  if (statements.some(({ operators }) => operators.some(({ text }) => text === '||'))) return undefined;
  const commands = pipelines.map((pipeline) => (pipeline.commands.length === 1 ? pipeline.commands[0] : undefined));
  const simple = commands.filter((command): command is SimpleCommand => command?.kind === 'simple');
  return simple.length === commands.length ? simple.map((command) => unwrap(argumentsOf(command)).program) : undefined;
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** sleep(1): the times of several operands add up; busybox has the same units. */
function sleepOf([word, ...operands]: readonly Argument[]):
  | { readonly seconds: number; readonly range: TextRange }
  | undefined {
  if (word?.value === undefined || baseName(word.value) !== 'sleep') return undefined;
  let seconds = 0;
  for (const { value = '' } of operands) {
    const [, count, unit = 's'] = /^(\d+(?:\.\d+)?)([smh]?)$/.exec(value) ?? [];
    if (count === undefined) return undefined;
    seconds += Number(count) * (units[unit === '' ? 's' : unit] ?? 1);
  }
  const range = operands[0]?.range ?? word.range;
  return seconds > 0 && range !== undefined ? { seconds, range } : undefined;
}

/** A command that stops the container's process 1. */
export interface StopCommand {
  readonly word: Argument;
  readonly text: string;
  /** It asks for an orderly end and does not wait for it. */
  readonly graceful: boolean;
}

/** What a hook ends with, when that stops process 1 without waiting for its end. */
export function stopCommandOf(hook: Hook): StopCommand | undefined {
  const argv = stepsOf(hook).at(-1) ?? [];
  const [word] = argv;
  const words = argv.map(({ value }) => value);
  if (word?.value === undefined || words.includes(undefined)) return undefined;
  const text = words.join(' ');
  const command = [baseName(word.value), ...words.slice(1)].join(' ');
  const signal = /^kill (?:-(?:s )?(?:SIG)?(\w+) )?(?:-- )?1$/i.exec(command);
  if (signal !== null) return { word, text, graceful: /^(?:QUIT|3|WINCH|28)$/i.test(signal[1] ?? '') };
  const nginx = /^(?:nginx|openresty) (?:.* )?-s (quit|stop)$/.exec(command);
  return nginx === null ? undefined : { word, text, graceful: nginx[1] === 'quit' };
}
