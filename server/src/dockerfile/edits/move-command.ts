import type { TextEdit } from '../../engine/text';
import type { Dockerfile, RunCommand } from '../model/dockerfile';
import { appendCommand } from './append-command';
import { oneLine } from './command-text';
import { prependCommand } from './prepend-command';
import { removeCommand } from './remove-command';

/**
 * Moves a command out of its `RUN` to right before a command of another one; a `RUN` that has nothing else to do goes, the
 * comments above it stay.
 * @returns `undefined` where it cannot leave, or cannot be put there, without changing what the rest means
 */
export const moveCommandInto = (
  dockerfile: Dockerfile,
  command: RunCommand,
  before: RunCommand,
): readonly TextEdit[] | undefined => moved(dockerfile, command, before, prependCommand);

/** The same to right behind a command. */
export const moveCommandBehind = (
  dockerfile: Dockerfile,
  command: RunCommand,
  after: RunCommand,
): readonly TextEdit[] | undefined => moved(dockerfile, command, after, appendCommand);

function moved(
  dockerfile: Dockerfile,
  command: RunCommand,
  neighbour: RunCommand,
  put: typeof prependCommand,
): readonly TextEdit[] | undefined {
  if (
    command.run === neighbour.run ||
    command.nested ||
    (command.run.onbuild === undefined) !== (neighbour.run.onbuild === undefined)
  )
    return undefined;
  const text = oneLine(dockerfile, command.run, command.place.pipeline.range);
  if (text === undefined) return undefined;
  const removal = removeCommand(dockerfile, command);
  const addition = removal && put(dockerfile, neighbour, text);
  return removal && addition && [...removal, ...addition];
}
