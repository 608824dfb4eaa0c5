import { contains, spanning, type TextRange, textOf } from '../../engine/text';
import type { ArgvEdit } from '../../knowledge/argv-edits';
import { daemonizes, type Verdict } from '../../knowledge/foreground';
import { serverProgramsNamed } from '../../knowledge/servers';
import { serviceStart } from '../../knowledge/service-starters';
import { type Argument, argumentsOf } from '../../shell/command-line';
import { commandPlaces, isBackgrounded, lastForeground } from '../../shell/commands';
import { isIdle, keepsAlive } from '../../shell/keep-alive';
import type { CommandPlace, Place, Script } from '../../shell/syntax';
import { effectiveProgram, unwrap } from '../../shell/wrappers';
import type { Cmd, Dockerfile, Entrypoint, Process, Stage } from './dockerfile';
import { mayBeConfiguredElsewhere, mentionsForeground } from './outside-configuration';
import { surroundingsOf } from './surroundings';

/**
 * What becomes of the container: it ends at once; it does unless an entrypoint script changes the command; it may; or
 * another command keeps it alive, whatever becomes of the program.
 */
export type Outcome = 'ends' | 'script' | 'likely' | 'unwatched';

/** A process that sends its program to the background. */
export interface DaemonizedProcess {
  readonly outcome: Outcome;
  readonly instruction: Cmd | Entrypoint;
  /** The words of the command that leaves the foreground, wrappers taken off. */
  readonly argv: readonly Argument[];
  readonly range: TextRange;
  /** What turns it into a command that stays; absent when there is no such edit. */
  readonly foreground: readonly ArgvEdit[] | undefined;
  /** The shell script that it is in, when it is in one. */
  readonly script: Script | undefined;
  readonly place: CommandPlace | undefined;
  /** The script of the image that gets the command as its arguments. */
  readonly entrypoint: Argument | undefined;
  /** What keeps the container alive instead. */
  readonly keeper: TextRange | undefined;
}

const processes = new WeakMap<Stage, { readonly found: DaemonizedProcess | undefined }>();

/** The daemonised process of a stage's image, where its command is written in the document. */
export function daemonizedProcess(dockerfile: Dockerfile, stage: Stage): DaemonizedProcess | undefined {
  const known = processes.get(stage);
  if (known !== undefined) return known.found;
  const found = stage.process && daemonizedIn(dockerfile, stage, stage.process);
  processes.set(stage, { found });
  return found;
}

function daemonizedIn(dockerfile: Dockerfile, stage: Stage, process: Process): DaemonizedProcess | undefined {
  const about: About = {
    dockerfile,
    stage,
    process,
    outcome: process.complete ? 'ends' : 'likely',
    entrypoint: undefined,
  };
  return inCommand(about, process) ?? behindEntrypoint(about);
}

interface About {
  readonly dockerfile: Dockerfile;
  readonly stage: Stage;
  readonly process: Process;
  readonly outcome: Outcome;
  readonly entrypoint: Argument | undefined;
}

/** A command, or a script of several. */
function inCommand(
  about: About,
  { program, script }: Pick<Process, 'program' | 'script'>,
): DaemonizedProcess | undefined {
  const verdict = judged(about, program);
  if (verdict !== undefined) return described(about, program, verdict, { script });
  const several = program.length === 0 || isIdle(program.map(({ value }) => value));
  return several && script !== undefined ? inScript(about, script) : undefined;
}

/** @param proven another command behind it shows that it does not stay, whatever its configuration is */
function judged({ dockerfile, stage }: About, argv: readonly Argument[], proven = false): Verdict | undefined {
  const words = argv.map(({ value }) => value);
  const [name] = words;
  if (name === undefined || (serverProgramsNamed(name).length === 0 && serviceStart(words) === undefined))
    return undefined;
  const about = surroundingsOf(dockerfile, stage);
  const verdict = daemonizes(words, about);
  if (verdict?.cause !== 'default' && verdict?.cause !== 'service') return verdict;
  const program = verdict.cause === 'service' ? startedWords(verdict) : words;
  if (mentionsForeground(program, about)) return undefined;
  return proven || !mayBeConfiguredElsewhere(stage, program, about) ? verdict : undefined;
}

/** The server that a service stands for, as its foreground command has it. */
const startedWords = ({ foreground = [] }: Verdict): readonly string[] =>
  foreground.flatMap((edit) => (edit.kind === 'replace' ? edit.words : []));

/** The command that an entrypoint script of the image gets as its arguments, and most likely executes. */
function behindEntrypoint(about: About): DaemonizedProcess | undefined {
  const { entrypoint, program, argv } = about.process;
  const [script] = program;
  if (entrypoint?.command.form !== 'exec' || script?.value === undefined) return undefined;
  if (!/entrypoint|\.(?:sh|bash)$/.test(script.value)) return undefined;
  const words = argv.slice(entrypoint.command.words.length);
  return inCommand({ ...about, outcome: 'script', entrypoint: script }, effectiveProgram(words));
}

/** The last command of a script with several, or a start of a service that a command which only lasts stands behind. */
function inScript(about: About, script: Script): DaemonizedProcess | undefined {
  const [last, other] = lastForeground(script);
  if (script.problems.length > 0 || last === undefined || other !== undefined) return undefined;
  if (keepsAlive(last)) return unwatchedIn(about, script, last);
  if (last.command.kind !== 'simple' || last.pipeline.commands.length > 1 || last.pipeline.negated) return undefined;
  const argv = unwrap(argumentsOf(last.command)).program;
  const verdict = judged(about, argv);
  return verdict && described(about, argv, verdict, { script });
}

function unwatchedIn(about: About, script: Script, last: Place): DaemonizedProcess | undefined {
  for (const place of commandPlaces(script)) {
    if (place.substituted || isBackgrounded(place) || place.command === last.command) continue;
    const argv = unwrap(argumentsOf(place.command)).program;
    const verdict = judged(about, argv, true);
    if (verdict !== undefined) return described(about, argv, verdict, { script, place, keeper: last.command.range });
  }
  return undefined;
}

interface Circumstances {
  readonly script: Script | undefined;
  readonly place?: CommandPlace;
  readonly keeper?: TextRange;
}

function described(
  { dockerfile, process: { cmd, entrypoint: own }, outcome, entrypoint }: About,
  argv: readonly Argument[],
  { certainty, foreground }: Verdict,
  { script, place, keeper }: Circumstances,
): DaemonizedProcess | undefined {
  const first = argv[0]?.range;
  const instruction = [cmd, own].find(
    (each) => each !== undefined && first !== undefined && contains(each.range, first),
  );
  if (first === undefined || instruction === undefined) return undefined;
  const ranges = argv.flatMap((word) => word.range ?? []).filter((word) => contains(instruction.range, word));
  const range = ranges.reduce(spanning, first);
  return {
    outcome: keeper !== undefined ? 'unwatched' : outcome === 'ends' && certainty === 'likely' ? 'likely' : outcome,
    instruction,
    argv,
    range: textOf(dockerfile.text, range).includes('\n') ? first : range,
    foreground,
    script,
    place: place ?? (script && commandPlaces(script).find(({ command }) => contains(command.range, first))),
    entrypoint,
    keeper,
  };
}
