import { sameRange, textOf } from '../../engine/text';
import { type Argument, literalArgument, type Wrapper } from '../../shell/command-line';
import { baseName } from '../../shell/commands';
import { type EffectiveProgram, effectiveProgram } from '../../shell/wrappers';
import type { Cmd, Entrypoint, ExecForm, Process, ShellForm, ShellInForce } from './dockerfile';
import { sourceOfWord } from './exec-form';
import type { StageEnd, Start } from './stage-state';

/**
 * What an image runs as PID 1: the words of `ENTRYPOINT`, then those of `CMD`, which a shell-form `ENTRYPOINT` never gets
 * to see. `undefined` when neither is known.
 * @param text the document
 */
export function processOf(end: StageEnd, text: string): Process | undefined {
  const entrypoint = end.entrypoint === undefined ? undefined : startWords(end.entrypoint, text);
  const cmd = end.cmd === undefined ? undefined : startWords(end.cmd, text);
  const swallows = entrypoint?.shellForm !== undefined;
  const argv = [...(entrypoint?.argv ?? []), ...(swallows ? [] : (cmd?.argv ?? []))];
  if (argv.length === 0) return undefined;
  const shellForm = entrypoint?.shellForm ?? cmd?.shellForm;
  const { program, wrappers, script } = effective(argv, shellForm);
  return {
    entrypoint: end.entrypoint?.instruction,
    cmd: end.cmd?.instruction,
    argv,
    form: shellForm === undefined ? 'exec' : 'shell',
    wrappers,
    program,
    script,
    commandIgnored: swallows && cmd !== undefined && cmd.argv.length > 0,
    complete: end.knowsEntrypoint,
  };
}

interface StartWords {
  readonly argv: readonly Argument[];
  readonly shellForm: ShellForm | undefined;
}

function startWords(start: Start<Cmd> | Start<Entrypoint>, text: string): StartWords {
  if (start.instruction === undefined)
    return { argv: start.words.map((word) => literalArgument(word)), shellForm: undefined };
  const { command } = start.instruction;
  if (command.form === 'exec') return { argv: execArguments(command, text), shellForm: undefined };
  if (command.range.end === command.range.start) return { argv: [], shellForm: undefined };
  return { argv: shellArguments(command, start.shell), shellForm: command };
}

/** The words of an exec form as arguments of a command line. */
export const execArguments = (form: ExecForm, text: string): readonly Argument[] =>
  form.words.map((word) => literalArgument(word.value, word.range, sourceOfWord(word), textOf(text, word.range)));

function shellArguments(form: ShellForm, shell: ShellInForce): readonly Argument[] {
  const { source } = form;
  const written = literalArgument(source.text, form.range, source);
  return [...shell.words.map((word) => literalArgument(word)), written];
}

/** Wrappers taken off; nothing can be told of what another shell than a POSIX one runs. */
function effective(
  argv: readonly Argument[],
  shellForm: ShellForm | undefined,
): Pick<Process, 'program' | 'wrappers' | 'script'> {
  if (shellForm !== undefined && shellForm.script === undefined)
    return { program: [], wrappers: [], script: undefined };
  const found = pastEntrypointScript(effectiveProgram(argv));
  const own = shellForm?.script;
  const isOwn = own !== undefined && found.script !== undefined && sameRange(own.range, found.script.range);
  return { program: found.program, wrappers: found.wrappers, script: isOwn ? own : found.script };
}

/**
 * The entrypoint scripts of official images end in `exec "$@"`: what they are given is what runs, unless it is an option,
 * which they put behind a program of their own. Source: docker-library's `docker-entrypoint.sh` and its likes.
 */
function pastEntrypointScript(found: EffectiveProgram): EffectiveProgram {
  const [script, next] = found.program;
  if (script === undefined || script.range !== undefined || !/entrypoint(?:\.sh)?$/.test(script.value ?? ''))
    return found;
  if (next === undefined || next.prefix.startsWith('-')) return found;
  const wrapper: Wrapper = { name: baseName(script.prefix), kind: 'exec', words: [script], range: undefined };
  const inner = effectiveProgram(found.program.slice(1));
  return { ...inner, wrappers: [...found.wrappers, wrapper, ...inner.wrappers] };
}
