import type { TextRange } from '../../engine/text';
import { isBrief } from '../../knowledge/brief-programs';
import { daemonizes } from '../../knowledge/foreground';
import { machineImages } from '../../knowledge/init-systems';
import { processManagerOf } from '../../knowledge/process-managers';
import { type Service, serviceNamed, serviceOfProgram } from '../../knowledge/service-families';
import { serviceStart } from '../../knowledge/service-starters';
import { backgroundStatements } from '../../shell/background-statements';
import { type Argument, argumentsOf } from '../../shell/command-line';
import { commandName, commandPlaces, isBackgrounded, lastForeground } from '../../shell/commands';
import { isBuiltin } from '../../shell/give-way';
import { isIdle } from '../../shell/keep-alive';
import type { CommandPlace, Script, SimpleCommand, Statement } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import { daemonizedProcess } from './daemonized';
import { surroundingsOf } from './image-surroundings';
import type { Container } from './manifest';
import { startedProcess } from './started-process';

/** Several processes of a container's own that run side by side. */
export type SeveralProcesses =
  /** A shell starts one and goes on to another. */
  | { readonly kind: 'beside'; readonly command: TextRange; readonly first: Argument; readonly other: TextRange }
  /** A scheduler beside the application. */
  | { readonly kind: 'cron'; readonly command: TextRange; readonly first: Argument; readonly other: TextRange }
  /** A program whose purpose is to run several. */
  | { readonly kind: 'manager'; readonly first: Argument };

/**
 * The processes that a container starts side by side. Not an init system's, which is a thing of its own, nor what is left in
 * the background by mistake; what only prepares something and ends is no process of the container.
 */
export function severalProcesses(container: Container): SeveralProcesses | undefined {
  const { placement, pod, image } = container;
  const { lifetime } = pod.workload;
  if (placement === 'init' || placement === 'ephemeral' || pod.windows || lifetime === 'job' || lifetime === 'overlay')
    return undefined;
  if (image !== undefined && machineImages.test(image.text)) return undefined;
  const process = startedProcess(container);
  if (process === undefined || daemonizedProcess(container) !== undefined) return undefined;
  const { script, program } = process;
  if (script === undefined) return managerIn(program);
  if (script.problems.length > 0) return undefined;
  return cronIn(script) ?? besideIn(script) ?? servicesIn(container, script) ?? managerAtEnd(script);
}

function managerIn(argv: readonly Argument[]): SeveralProcesses | undefined {
  const found = processManagerOf(argv.map(({ value }) => value));
  const first = found && argv[found.index];
  return first && { kind: 'manager', first };
}

const managerAtEnd = (script: Script): SeveralProcesses | undefined =>
  lastForeground(script)
    .flatMap(({ command }) => (command.kind === 'simple' ? (managerIn(programOf(command)) ?? []) : []))
    .at(0);

const programOf = (command: SimpleCommand): readonly Argument[] => unwrap(argumentsOf(command)).program;

function besideIn(script: Script): SeveralProcesses | undefined {
  if (looksAfter(script)) return undefined;
  const [statement, another] = backgroundStatements(script).filter(lasts);
  const [last] = lastForeground(script);
  if (statement === undefined || last === undefined) return undefined;
  const waits = last.command.kind === 'simple' && /^(?:wait|fg)$/.test(commandName(last.command) ?? '');
  // A shell that waits for the one program that it has started lets it be, and may pass signals on by a trap.
  if (waits && another === undefined) return undefined;
  const first = firstWordOf(script, statement);
  const other = waits && another !== undefined ? another.range : last.command.range;
  return first && { kind: 'beside', command: statement.range, first, other };
}

/** Passes signals on by a trap, or ends with the first of its processes: `wait -n`, as Docker's documentation has it. */
const looksAfter = (script: Script): boolean =>
  commandPlaces(script).some(({ command }) => {
    const name = commandName(command);
    return name === 'trap' || (name === 'wait' && command.words[1]?.literal === '-n');
  });

const firstWordOf = (script: Script, statement: Statement): Argument | undefined =>
  commandPlaces(script)
    .filter(({ path, substituted, command }) => !substituted && command.words.length > 0 && path.includes(statement))
    .flatMap(({ command }) => argumentsOf(command)[0] ?? [])
    .at(0);

/** Whether what runs in the background runs on: a program, or an endless loop; not what waits and then does something. */
function lasts({ pipelines }: Statement): boolean {
  const command = pipelines.at(-1)?.commands[0];
  if (command === undefined) return false;
  if (command.kind !== 'simple') return command.kind === 'while' && isEndless(command.bodies[0]?.statements ?? []);
  // `tail -f log &` is there to show a log.
  return isApplication(command);
}

function isEndless(condition: readonly Statement[]): boolean {
  const [only, other] = condition.flatMap(({ pipelines }) => pipelines.flatMap(({ commands }) => commands));
  return other === undefined && only?.kind === 'simple' && /^(?:true|:|1)$/.test(only.words[0]?.literal ?? '');
}

/** A server that a command starts, wherever it goes. */
interface Started {
  readonly place: CommandPlace;
  readonly service: Service;
  readonly first: Argument;
}

const startedIn = (script: Script): readonly Started[] =>
  commandPlaces(script).flatMap((place) => {
    const argv = place.substituted ? [] : programOf(place.command);
    const [first] = argv;
    if (first?.value === undefined) return [];
    const [named] = serviceStart(argv.map(({ value }) => value))?.services ?? [];
    const service = named === undefined ? serviceOfProgram(first.value) : serviceNamed(named);
    return service === undefined ? [] : [{ place, service, first }];
  });

/** A scheduler, and an application that runs beside it. */
function cronIn(script: Script): SeveralProcesses | undefined {
  const cron = startedIn(script).find(({ service }) => service.family === 'cron');
  if (cron === undefined) return undefined;
  const background = backgroundStatements(script)
    .filter(lasts)
    .map(({ range }) => range);
  const foreground = lastForeground(script)
    .filter(({ command }) => command.kind === 'simple' && isApplication(command))
    .map(({ command }) => command.range);
  const { range } = cron.place.command;
  const other = [...foreground, ...background].find(({ start, end }) => end <= range.start || start >= range.end);
  return other && { kind: 'cron', command: range, first: cron.first, other };
}

/** A program that runs on, as far as its name tells. */
function isApplication(command: SimpleCommand): boolean {
  const words = programOf(command).map(({ value }) => value);
  const [name] = words;
  return name !== undefined && !isBuiltin(name) && !isIdle(words) && !isBrief(name);
}

/** Servers of two kinds, of which one goes to the background by itself: `php-fpm -D && nginx -g 'daemon off;'`. */
function servicesIn(container: Container, script: Script): SeveralProcesses | undefined {
  const started = startedIn(script);
  const last = lastForeground(script).at(0)?.command;
  const main = started.find(({ place }) => place.command === last);
  if (main === undefined) return undefined;
  const surroundings = surroundingsOf(container);
  const other = started.find(
    ({ place, service }) =>
      service.family !== main.service.family &&
      !isBackgrounded(place) &&
      daemonizes(
        programOf(place.command).map(({ value }) => value),
        surroundings,
      ) !== undefined,
  );
  if (other === undefined) return undefined;
  return { kind: 'beside', command: other.place.command.range, first: other.first, other: main.place.command.range };
}
