import { deletion, lineEnd, rangeOf, replacement, type TextEdit } from '../../engine/text';
import type { Cmd, CommandForm, Dockerfile, Entrypoint, Healthcheck } from '../model/dockerfile';
import { execFormText } from './exec-form';
import { insertComments } from './insert-instruction';
import { instructionRegion } from './lines';

/**
 * Writes the command of `CMD`, `ENTRYPOINT` or `HEALTHCHECK` as a JSON array. A comment behind it, which only a shell
 * takes for one, moves to a line of its own above; comment lines between continued lines come to stand below.
 * @param argv the words of the array
 */
export function rewriteForm(
  dockerfile: Dockerfile,
  instruction: Cmd | Entrypoint | Healthcheck,
  argv: readonly string[],
): readonly TextEdit[] | undefined {
  const { command } = instruction;
  if (command === undefined || command.range.end === command.range.start || instruction.heredocs.length > 0)
    return undefined;
  const { text } = dockerfile;
  const { lines } = instructionRegion(dockerfile, instruction);
  const { start, end } = command.range;
  const first = lines.find((line) => line.start <= start && start <= line.end);
  if (first === undefined) return undefined;
  const edits: TextEdit[] = [];
  const tail = commentBehind(dockerfile, command);
  if (tail !== undefined) edits.push(...insertComments(dockerfile, instruction, [tail]));
  edits.push(replacement(rangeOf(start, Math.min(end, lineEnd(text, start))), execFormText(dockerfile, argv)));
  for (const line of lines) {
    if (line.index <= first.index || line.start > end || line.kind === 'comment') continue;
    const before = lines[line.index - 1];
    if (before !== undefined) edits.push(deletion(rangeOf(before.end, line.end)));
  }
  return edits;
}

/** The comment at the end of a shell form, `#` included. */
function commentBehind({ text }: Dockerfile, command: CommandForm): string | undefined {
  if (command.form === 'exec') return undefined;
  const { script, malformed, range } = command;
  const tail = malformed?.trailing ?? script?.comments.find(({ end }) => end >= range.end);
  const written = tail === undefined ? '' : text.slice(tail.start, range.end);
  return written.startsWith('#') && !written.includes('\n') ? written.trimEnd() : undefined;
}
