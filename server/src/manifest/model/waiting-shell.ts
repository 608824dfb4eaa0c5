import { isBrief } from '../../knowledge/brief-programs';
import { givesWay, type ScriptEnd, type ShellKind } from '../../knowledge/shells';
import { argumentsOf, type Wrapper } from '../../shell/command-line';
import { commandName, commandPlaces, isBackgrounded, lastForeground } from '../../shell/commands';
import { insertedExec, isBuiltin, isExec } from '../../shell/give-way';
import { isIdle } from '../../shell/keep-alive';
import type { CompoundCommand, Place, Script, SimpleCommand } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import { daemonizedProcess } from './daemonized';
import { baseOf } from './image-surroundings';
import { booleanOf, lookup } from './lookup';
import type { Container, ContainerProcess, PodSpec } from './manifest';
import { startedProcess } from './started-process';

/** A shell that is process 1 of a container and runs the application as its child. */
export interface WaitingShell {
  readonly process: ContainerProcess & { readonly script: Script };
  readonly shell: Wrapper;
  /** What it ends with; several where `if` or `case` decides. */
  readonly waitsFor: readonly WaitedFor[];
  /** The endless loop that it ends with instead. */
  readonly loop: Place<CompoundCommand> | undefined;
}

export interface WaitedFor {
  readonly place: Place<SimpleCommand>;
  /** Whether the shell really stays: some give up their place to the last command of a script. */
  readonly stays: 'yes' | 'no' | 'unknown';
}

/**
 * The shell that a container's process is, when it does not pass SIGTERM on. Not one that has a trap, nor one in a pod
 * whose process 1 is another (`shareProcessNamespace`), behind an init such as tini, or under a workflow engine's own.
 */
export function waitingShell(container: Container): WaitingShell | undefined {
  const { pod, placement } = container;
  if (placement === 'ephemeral' || pod.windows || sharesProcesses(pod) || isSupervised(pod)) return undefined;
  const process = startedProcess(container);
  const shell = process?.wrappers.at(-1);
  if (process?.script === undefined || shell?.kind !== 'shell') return undefined;
  const { script } = process;
  if (script.problems.length > 0 || process.wrappers.some(({ kind }) => outside.has(kind))) return undefined;
  const places = commandPlaces(script);
  if (places.some(({ command }) => commandName(command) === 'trap')) return undefined;
  const last = lastForeground(script);
  const functions = new Set(places.flatMap(functionsAround));
  const waitsFor = last
    .filter(isSimple)
    .filter((place) => isApplication(place, functions) && !isDaemonized(container, place))
    .map((place) => ({ place, stays: staysFor(container, shell, process, script, place) }));
  return { process: { ...process, script }, shell, waitsFor, loop: last.filter(isCompound).find(isEndless) };
}

/** What passes signals on, or is process 1 itself. */
const outside: ReadonlySet<string> = new Set(['init', 'timeout', 'sudo']);

function sharesProcesses({ node }: PodSpec): boolean {
  const { presence, entry } = lookup(node, 'shareProcessNamespace');
  return presence !== 'no' && booleanOf(entry?.value) !== false;
}

/**
 * Workflow engines put a process of their own in front, which passes signals on.
 * Source: argo-workflows docs/workflow-executors.md (emissary), tektoncd/pipeline cmd/entrypoint/README.md
 */
const isSupervised = ({ workload }: PodSpec): boolean =>
  workload.kind?.completeness === 'subset' &&
  workload.kind.groups.some((group) => group === 'argoproj.io' || group === 'tekton.dev');

const isSimple = (place: Place): place is Place<SimpleCommand> => place.command.kind === 'simple';

const isCompound = (place: Place): place is Place<CompoundCommand> => place.command.kind !== 'simple';

/** Whether a command is one that the shell could give up its place to, and that lasts. */
function isApplication(place: Place<SimpleCommand>, functions: ReadonlySet<string>): boolean {
  const { command, statement } = place;
  const name = command.words[0]?.literal;
  if (name === undefined || isExec(command) || isBuiltin(name) || functions.has(name)) return false;
  if (insertedExec(place) === undefined || statement.operators.some(({ text }) => text === '||')) return false;
  const program = unwrap(argumentsOf(command)).program.map(({ value }) => value);
  return !isIdle(program) && !isBrief(program[0] ?? '');
}

const functionsAround = ({ enclosing }: Place): readonly string[] =>
  enclosing.flatMap((around) => (around.kind === 'function' ? (around.name?.text ?? []) : []));

/** One that goes to the background has to be put right first. */
const isDaemonized = (container: Container, { command }: Place<SimpleCommand>): boolean =>
  daemonizedProcess(container)?.place?.command === command;

const sureNames: Readonly<Record<string, ShellKind | undefined>> = { bash: 'bash', dash: 'dash', ash: 'busybox' };
const allKinds: readonly ShellKind[] = ['bash', 'busybox', 'dash'];

function staysFor(
  container: Container,
  shell: Wrapper,
  { scriptArgument }: ContainerProcess,
  script: Script,
  place: Place<SimpleCommand>,
): WaitedFor['stays'] {
  const end = endOf(scriptArgument?.value ?? '', script, place);
  const kind = sureNames[shell.name] ?? (shell.name === 'sh' ? baseOf(container)?.sh : undefined);
  const waits = (kind === undefined ? allKinds : [kind]).map((each) => !givesWay(each, end));
  if (waits.every((stays) => stays)) return 'yes';
  return waits.some((stays) => stays) ? 'unknown' : 'no';
}

function endOf(text: string, script: Script, { command, enclosing, statement }: Place<SimpleCommand>): ScriptEnd {
  const more = script.comments.some(({ start }) => start >= command.range.end) || statement.terminator?.text === ';';
  return {
    nested: enclosing.length > 1,
    redirected: command.redirects.length > 0,
    behind: more ? 'more' : /\s$/.test(text) ? 'blanks' : 'nothing',
  };
}

/** `while true`, of which nothing but a signal makes an end. */
function isEndless(place: Place<CompoundCommand>): boolean {
  const { command } = place;
  if ((command.kind !== 'while' && command.kind !== 'until') || isBackgrounded(place)) return false;
  const condition = command.bodies.find(({ role }) => role === 'condition')?.statements ?? [];
  const [only, other] = condition.flatMap(({ pipelines }) => pipelines.flatMap(({ commands }) => commands));
  if (only?.kind !== 'simple' || other !== undefined || only.words.length > 1) return false;
  const word = only.words[0]?.literal ?? '';
  return command.kind === 'while' ? word === 'true' || word === ':' || word === '1' : word === 'false';
}
