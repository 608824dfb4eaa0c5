import { type Argument, argumentsOf, type Wrapper } from './command-line';
import { endsInExec, onlyCommand } from './give-way';
import type { Script } from './syntax';
import { unwrap } from './wrappers';

/** What a container starts, with what is wrapped around it taken off. */
export interface StartedProcess {
  readonly argv: readonly Argument[];
  readonly wrappers: readonly Wrapper[];
  readonly program: readonly Argument[];
  readonly script: Script | undefined;
}

/** Who gets the signal by which a container is asked to stop. Names are those of programs, without their folders. */
export type SignalReceiver =
  /** The application itself: it is PID 1. */
  | { readonly kind: 'program'; readonly program: string }
  /** An init, or another program in front of it, which passes it on. */
  | { readonly kind: 'passed'; readonly by: string; readonly program: string }
  /** The application, to which a shell or another program has given its place by `exec`. */
  | { readonly kind: 'replaced'; readonly first: string; readonly program: string }
  /** A shell with a single command: bash and BusyBox give up their place to it, dash does in newer versions. */
  | { readonly kind: 'unsure'; readonly shell: string; readonly program: string }
  /** A shell that stays, and passes nothing on. */
  | { readonly kind: 'shell'; readonly shell: string };

/** Who gets the signal; `undefined` where nothing tells. */
export function signalReceiver({ wrappers, program, script }: StartedProcess): SignalReceiver | undefined {
  const shell = wrappers.find(({ kind }) => kind === 'shell')?.name;
  const name = nameOf(program[0]);
  if (shell === undefined) {
    if (name === undefined) return undefined;
    const passing = wrappers.find(({ kind }) => kind === 'init' || kind === 'timeout' || kind === 'sudo');
    if (passing !== undefined) return { kind: 'passed', by: passing.name, program: name };
    const [first] = wrappers;
    return first === undefined
      ? { kind: 'program', program: name }
      : { kind: 'replaced', first: first.name, program: name };
  }
  if (script === undefined) return undefined;
  if (endsInExec(script) && name !== undefined) return { kind: 'replaced', first: shell, program: name };
  const only = onlyCommand(script);
  const run = name ?? (only && nameOf(unwrap(argumentsOf(only)).program[0]));
  return only !== undefined && run !== undefined ? { kind: 'unsure', shell, program: run } : { kind: 'shell', shell };
}

const nameOf = (word: Argument | undefined): string | undefined =>
  word === undefined ? undefined : (word.value ?? word.text).replace(/^.*\//s, '');
