import { spanning, type TextRange } from '../../engine/text';
import type { ArgvEdit } from '../../knowledge/argv-edits';
import { daemonizes, type Verdict } from '../../knowledge/foreground';
import { machineImages } from '../../knowledge/init-systems';
import { serverProgramsNamed } from '../../knowledge/servers';
import { serviceStart } from '../../knowledge/service-starters';
import { type Argument, argumentsOf } from '../../shell/command-line';
import { commandPlaces, isBackgrounded, lastForeground } from '../../shell/commands';
import { isIdle, keepsAlive } from '../../shell/keep-alive';
import type { Place, Script, SimpleCommand } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import { surroundingsOf } from './image-surroundings';
import type { Container, ContainerProcess } from './manifest';
import { startedProcess } from './started-process';

/**
 * What becomes of the container: it ends at once; it may; another command keeps it alive, whatever becomes of the program;
 * or it ends because the shell puts its last command into the background.
 */
export type Outcome = 'ends' | 'likely' | 'unwatched' | 'backgrounded';

/** A process that leaves nothing in the foreground. */
export interface DaemonizedProcess {
  readonly outcome: Outcome;
  readonly process: ContainerProcess;
  /** The words of the command, wrappers taken off. */
  readonly argv: readonly Argument[];
  readonly range: TextRange | undefined;
  /** What turns it into a command that stays; absent when there is no such edit. */
  readonly foreground: readonly ArgvEdit[] | undefined;
  /** Where it stands in the shell script that it is in. */
  readonly place: Place<SimpleCommand> | undefined;
  /** What keeps the container alive instead. */
  readonly keeper: Place | undefined;
}

const processes = new WeakMap<Container, { readonly found: DaemonizedProcess | undefined }>();

/**
 * The daemonised process of a container that is meant to run on. Init containers may start a server for a while, and
 * images of machines have an init system for it.
 */
export function daemonizedProcess(container: Container): DaemonizedProcess | undefined {
  const known = processes.get(container);
  if (known !== undefined) return known.found;
  const found = daemonizedIn(container);
  processes.set(container, { found });
  return found;
}

function daemonizedIn(container: Container): DaemonizedProcess | undefined {
  const { placement, pod, image } = container;
  if (placement === 'init' || placement === 'ephemeral' || pod.windows) return undefined;
  if (image !== undefined && machineImages.test(image.text)) return undefined;
  const process = startedProcess(container);
  if (process === undefined) return undefined;
  const verdict = judged(container, process.program);
  if (verdict !== undefined) return described(process, process.program, verdict);
  return process.script === undefined ? undefined : inScript(container, process, process.script);
}

/** @param proven another command behind it shows that it does not stay, whatever its configuration is */
function judged(container: Container, argv: readonly Argument[], proven = false): Verdict | undefined {
  const words = argv.map(({ value }) => value);
  const [name] = words;
  if (name === undefined || (serverProgramsNamed(name).length === 0 && serviceStart(words) === undefined))
    return undefined;
  const verdict = daemonizes(words, surroundingsOf(container));
  return verdict?.cause === 'default' && !proven && mayBeConfigured(container, name) ? undefined : verdict;
}

const configurationFolder = /\/(?:etc|conf|config|conf\.d)(?:\/|$)/;

/**
 * Whether a program may be told to stay in the foreground by a file: of an image that nobody knows, or one that is mounted
 * where its configuration is.
 */
function mayBeConfigured(container: Container, program: string): boolean {
  const files = serverProgramsNamed(program).flatMap(({ configuration }) =>
    configuration?.foreground === undefined ? [] : [configuration.files],
  );
  if (files.length === 0) return false;
  const { family = 'unknown' } = surroundingsOf(container);
  return (
    family === 'unknown' ||
    container.mounts.some(
      ({ path = '' }) => configurationFolder.test(path) || files.some((pattern) => pattern.test(path)),
    )
  );
}

/** The last command of a script, or a start of a service that a command which only lasts stands behind. */
function inScript(container: Container, process: ContainerProcess, script: Script): DaemonizedProcess | undefined {
  if (script.problems.length > 0) return undefined;
  const [last, other] = lastForeground(script);
  if (other !== undefined) return undefined;
  if (last === undefined) return inBackground(process, script);
  if (keepsAlive(last)) return unwatched(container, process, script, last);
  if (!isSimple(last) || last.pipeline.commands.length > 1 || last.pipeline.negated) return undefined;
  const argv = unwrap(argumentsOf(last.command)).program;
  const verdict = judged(container, argv);
  return verdict && described(process, argv, verdict, last);
}

function unwatched(
  container: Container,
  process: ContainerProcess,
  script: Script,
  keeper: Place,
): DaemonizedProcess | undefined {
  for (const place of commandPlaces(script)) {
    if (place.substituted || isBackgrounded(place) || place.command === keeper.command) continue;
    const argv = unwrap(argumentsOf(place.command)).program;
    const verdict = isIdle(argv.map(({ value }) => value)) ? undefined : judged(container, argv, true);
    if (verdict !== undefined) return described(process, argv, verdict, place, keeper);
  }
  return undefined;
}

/** `server &` at the very end: the shell has nothing left to do. */
function inBackground(process: ContainerProcess, script: Script): DaemonizedProcess | undefined {
  const statement = script.statements.at(-1);
  const pipeline = statement?.pipelines.at(-1);
  const place = commandPlaces(script).find((each) => each.pipeline === pipeline && each.enclosing.length === 1);
  if (place === undefined || statement?.terminator?.text !== '&' || place.pipeline.commands.length > 1)
    return undefined;
  const argv = argumentsOf(place.command);
  if (argv[0]?.value === undefined) return undefined;
  return {
    outcome: 'backgrounded',
    process,
    argv,
    range: rangeOf(argv),
    foreground: [],
    place,
    keeper: undefined,
  };
}

const isSimple = (place: Place): place is Place<SimpleCommand> => place.command.kind === 'simple';

function described(
  process: ContainerProcess,
  argv: readonly Argument[],
  { certainty, foreground }: Verdict,
  place?: Place<SimpleCommand>,
  keeper?: Place,
): DaemonizedProcess {
  const outcome = keeper !== undefined ? 'unwatched' : certainty === 'likely' ? 'likely' : 'ends';
  return { outcome, process, argv, range: rangeOf(argv), foreground, place, keeper };
}

function rangeOf(argv: readonly Argument[]): TextRange | undefined {
  const [first, ...rest] = argv.flatMap(({ range }) => range ?? []);
  return first && rest.reduce(spanning, first);
}
