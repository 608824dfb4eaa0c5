import { spanning, type TextRange } from '../../engine/text';
import { fullName } from '../../image/full-name';
import { imageBasename } from '../../knowledge/image-basename';
import { imageBase } from '../../knowledge/image-families';
import { knownImage } from '../../knowledge/images';
import { isForPeople } from '../../knowledge/names-for-people';
import { type Argument, argumentsOf, literalArgument } from '../../shell/command-line';
import { baseName, lastForeground } from '../../shell/commands';
import { isIdle, keepsAlive } from '../../shell/keep-alive';
import type { CompoundCommand } from '../../shell/syntax';
import { unwrap } from '../../shell/wrappers';
import { rangeOnLine } from './command-range';
import { lookup } from './lookup';
import type { Container } from './manifest';
import { startedProcess } from './started-process';

/** The command of a container that does nothing but last, although it is one that clients connect to. */
export interface IdleContainer {
  /** On one line: of a list in block style, the program. */
  readonly range: TextRange;
  /** The command as it would be typed. */
  readonly text: string;
  /** Whether its image surely, or by all that is known, starts something itself. */
  readonly hasOwnProgram: boolean;
}

/**
 * The idle command of a container that serves: it declares ports or is asked for its health, and a controller keeps it. One
 * without either is a toolbox; one that waits for somebody who types is for that person.
 */
export function idleContainer(container: Container): IdleContainer | undefined {
  const { placement, pod, ports, name } = container;
  const { lifetime, kind, object } = pod.workload;
  if (placement !== 'app' || lifetime !== 'service' || kind?.completeness !== 'full' || pod.windows) return undefined;
  if (ports.length === 0 && container.readinessProbe === undefined && container.livenessProbe === undefined)
    return undefined;
  if (isForPeople(name ?? '') || isForPeople(object.name ?? '')) return undefined;
  if (['stdin', 'tty'].some((key) => lookup(container.node, key).presence !== 'no')) return undefined;
  const words = idleWords(container);
  const [first, ...others] = words ?? [];
  if (first?.range === undefined) return undefined;
  const whole = others.flatMap(({ range }) => range ?? []).reduce(spanning, first.range);
  const range = rangeOnLine(object.document, whole, first);
  const text = (words ?? []).map((word) => word.value ?? word.text).join(' ');
  return range && { range, text, hasOwnProgram: hasOwnProgram(container) };
}

/** Those that read are what somebody who types uses. */
const forTyping = /^(?:cat|read|sh|bash|ash|dash|zsh)$/;

/** The words of a command that is idle and alone. */
function idleWords(container: Container): readonly Argument[] | undefined {
  const process = startedProcess(container);
  if (process === undefined) return undefined;
  const { program, script } = process;
  if (script === undefined) return isIdleProgram(program) ? program : undefined;
  const [keeper, another] = lastForeground(script);
  const alone = script.statements.length === 1 && script.statements[0]?.pipelines.length === 1;
  if (keeper === undefined || another !== undefined || !alone || script.problems.length > 0) return undefined;
  const { command, pipeline } = keeper;
  if (pipeline.negated || pipeline.commands.length > 1) return undefined;
  if (command.kind !== 'simple') return script.located && keepsAlive(keeper) ? loopWords(command) : undefined;
  const words = unwrap(argumentsOf(command)).program;
  return isIdleProgram(words) ? words : undefined;
}

const isIdleProgram = (words: readonly Argument[]): boolean =>
  isIdle(words.map(({ value }) => value)) && !forTyping.test(baseName(words[0]?.value ?? ''));

/** A loop as one word, by its keyword. */
const loopWords = ({ kind, range }: CompoundCommand): readonly Argument[] => [
  literalArgument(kind, { start: range.start, end: range.start + kind.length }),
];

/** A distribution or a language runs a shell or an interpreter, which ends at once; an image that nobody knows is an application's. */
function hasOwnProgram({ image }: Container): boolean {
  if (image === undefined || image.variable) return false;
  const name = fullName(image);
  const known = knownImage(name, image.tag);
  if (known === undefined)
    return [name, imageBasename(name)].every((each) => imageBase(each, image.tag).family === 'unknown');
  return known.expose !== undefined && known.expose.length > 0;
}
