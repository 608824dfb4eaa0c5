import { argumentsOf } from './command-line';
import { baseName } from './commands';
import type { CompoundCommand, Place } from './syntax';
import { unwrap } from './wrappers';

/**
 * Whether a command does nothing but last, so that a container lives on whatever becomes of its service: `tail -f`,
 * `sleep infinity`, an idle loop, a shell without a script.
 */
export function keepsAlive({ command, pipeline }: Place): boolean {
  if (command.kind !== 'simple') return isIdleLoop(command);
  if (pipeline.negated) return false;
  return isIdle(unwrap(argumentsOf(command)).program.map(({ value }) => value));
}

/** The same of the words of a command, wrappers taken off. Words that are not literal are `undefined`. */
export function isIdle([program, ...operands]: readonly (string | undefined)[]): boolean {
  switch (baseName(program ?? '')) {
    case 'tail':
      return operands.some((word) => word === '--follow' || /^-[a-zA-Z0-9]*[fF]/.test(word ?? ''));
    case 'sleep':
      return operands.length === 1 && /^(?:infinity|inf|\d{5,}[smhd]?|\d{3,}d)$/.test(operands[0] ?? '');
    case 'pause':
    case 'cat':
    case 'read':
      return operands.length === 0;
    case 'sh':
    case 'bash':
    case 'ash':
    case 'dash':
    case 'zsh':
      return operands.every((word) => /^(?:-[il]+|--login)$/.test(word ?? ''));
    default:
      return false;
  }
}

/** `while true; do sleep 1; done`. */
function isIdleLoop({ kind, bodies }: CompoundCommand): boolean {
  if (kind !== 'while' && kind !== 'until' && kind !== 'for') return false;
  const names = bodies
    .flatMap(({ statements }) => statements)
    .flatMap(({ pipelines }) => pipelines)
    .flatMap(({ commands }) => commands)
    .map((command) => (command.kind === 'simple' ? (command.words[0]?.literal ?? '') : ''));
  const idle = ['true', 'false', ':', '[', 'sleep', 'echo', 'date', 'wait'];
  return names.includes('sleep') && names.every((name) => idle.includes(name));
}
