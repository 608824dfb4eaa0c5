import { spanning } from '../engine/text';
import { type Argument, argumentsOf, type Wrapper, type WrapperKind } from './command-line';
import { baseName, lastForeground } from './commands';
import { parseShell } from './parser';
import { unlocatedSource } from './source';
import type { Script, SimpleCommand } from './syntax';
import { SHELLS, VALUED_SHELL_OPTIONS, WRAPPERS, type WrapperForm } from './wrapper-forms';

export interface Unwrapped {
  /** The outermost first. `nohup` is among them, though it is no way to run a container's process. */
  readonly wrappers: readonly Wrapper[];
  /** What the innermost wrapper runs, its name first; empty when that is a shell's script. */
  readonly program: readonly Argument[];
  /** The script of a `sh -c` whose text is known. */
  readonly script: Script | undefined;
  readonly scriptArgument: Argument | undefined;
  /** The words behind the script, its `$0`, `$1` and so on. */
  readonly scriptOperands: readonly Argument[];
}

/** Takes off the wrappers of a command line, in whatever order they nest, down to a program or a shell script. */
export function unwrap(argv: readonly Argument[]): Unwrapped {
  const wrappers: Wrapper[] = [];
  let program = argv;
  for (;;) {
    const name = baseName(program[0]?.value ?? '');
    const form = WRAPPERS.get(name);
    const start = SHELLS.has(name) ? scriptIndex(program) : form && commandIndex(program, form);
    if (start === undefined || start >= program.length) {
      return { wrappers, program, script: undefined, scriptArgument: undefined, scriptOperands: [] };
    }
    wrappers.push(wrapperOf(name, form?.kind ?? 'shell', program.slice(0, start)));
    program = program.slice(start);
    if (form === undefined) return shellScript(wrappers, program);
  }
}

function shellScript(wrappers: readonly Wrapper[], [argument, ...scriptOperands]: readonly Argument[]): Unwrapped {
  const script = argument === undefined ? undefined : scriptOf(argument);
  return { wrappers, program: [], script, scriptArgument: argument, scriptOperands };
}

/** The script in an argument's value, with ranges in the document if the argument has its source. */
export const scriptOf = ({ value, source }: Argument): Script | undefined =>
  value === undefined ? undefined : parseShell(source ?? unlocatedSource(value));

function wrapperOf(name: string, kind: WrapperKind, words: readonly Argument[]): Wrapper {
  const first = words[0]?.range;
  const last = words.at(-1)?.range;
  return { name, kind, words, range: first && last && spanning(first, last) };
}

/** Index of the command that a wrapper runs; `undefined` when it runs none. */
function commandIndex(argv: readonly Argument[], form: WrapperForm): number | undefined {
  const { valued = [], operands = 0, assignments, inert = [] } = form;
  let index = 1;
  for (; argv[index]?.prefix.startsWith('-'); index++) {
    const { value, prefix } = argv[index] ?? { value: undefined, prefix: '' };
    if (value === '--') {
      index++;
      break;
    }
    if (inert.includes(prefix.startsWith('--') ? prefix.replace(/=.*/s, '') : prefix.slice(0, 2))) return undefined;
    if (value !== undefined && takesNext(value, valued)) index++;
  }
  while (assignments && /^[A-Za-z_][\w.-]*=/.test(argv[index]?.prefix ?? '')) index++;
  return index + operands;
}

/** Whether the value of an option, or of the last one in a cluster, is the next word. */
function takesNext(option: string, valued: readonly string[]): boolean {
  if (option.startsWith('--')) return valued.includes(option);
  const first = [...option].findIndex((letter, index) => index > 0 && valued.includes(`-${letter}`));
  return first !== -1 && first === option.length - 1;
}

/** Index of the script of a shell that is given one by `-c`; `undefined` for a shell that reads a file or its input. */
function scriptIndex(argv: readonly Argument[]): number | undefined {
  let given = false;
  for (let index = 1; index < argv.length; index++) {
    const value = argv[index]?.value;
    if (value === undefined || !/^[-+]./.test(value)) return given ? index : undefined;
    if (value === '--') return given ? index + 1 : undefined;
    if (VALUED_SHELL_OPTIONS.has(value)) index++;
    else if (!value.startsWith('--')) {
      if (value.startsWith('-') && value.includes('c')) given = true;
      // Each `o` takes a name from the words behind, as in `-euo pipefail`.
      index += value.match(/[oO]/g)?.length ?? 0;
    }
  }
  return undefined;
}

export interface EffectiveProgram {
  /** What runs in the end, its name first; empty when a shell goes on running a script of several commands. */
  readonly program: readonly Argument[];
  /** All that was taken off, the outermost first, also from inside the script. */
  readonly wrappers: readonly Wrapper[];
  /** A shell starts the program. */
  readonly viaShell: boolean;
  /** The shell gives up its place to the program by `exec`. */
  readonly viaExec: boolean;
  /** The script that the innermost shell runs. */
  readonly script: Script | undefined;
}

const MAXIMUM_SHELLS = 8;

/**
 * The program that a command line comes down to, looking through wrappers and through shells whose script is one
 * command or ends in `exec`. `sh -c 'exec "$@"' -- program` is followed as well.
 */
export function effectiveProgram(argv: readonly Argument[]): EffectiveProgram {
  let found: EffectiveProgram = { program: argv, wrappers: [], viaShell: false, viaExec: false, script: undefined };
  for (let shells = 0; shells <= MAXIMUM_SHELLS; shells++) {
    const { wrappers, program, script, scriptOperands, scriptArgument } = unwrap(found.program);
    const viaExec = found.viaExec || (found.viaShell && wrappers.some(({ name }) => name === 'exec'));
    found = { ...found, program, viaExec, wrappers: [...found.wrappers, ...wrappers] };
    if (scriptArgument === undefined) return found;
    found = { ...found, viaShell: true, viaExec: false, script };
    const inner = script === undefined ? undefined : commandOf(script);
    if (inner === undefined) return found;
    found = { ...found, program: withOperands(argumentsOf(inner), scriptOperands) };
  }
  return { ...found, program: [] };
}

/** The one simple command of a script, or the `exec` that it ends in. */
function commandOf(script: Script): SimpleCommand | undefined {
  const [last, other] = lastForeground(script);
  if (last === undefined || other !== undefined || last.command.kind !== 'simple') return undefined;
  if (last.pipeline.commands.length > 1 || last.pipeline.negated) return undefined;
  const alone = script.statements.length === 1 && last.statement.pipelines.length === 1;
  return alone || last.command.words[0]?.literal === 'exec' ? last.command : undefined;
}

/** Puts a script's operands, of which the first is `$0`, where its command says `"$@"`. */
function withOperands(argv: readonly Argument[], [, ...operands]: readonly Argument[]): readonly Argument[] {
  return argv.flatMap((argument) => (argument.text === '"$@"' ? operands : [argument]));
}
