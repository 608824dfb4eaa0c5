import { contains } from '../../engine/text';
import type { CommandPlace, Pipeline, Redirect, ShellCommand } from '../../shell/syntax';

/**
 * Whether something else than the terminal gives a command its input: `yes | command`, `command <file`, a here-document,
 * of its own or of a group that it stands in.
 */
export const isFed = ({ command, pipeline, path }: CommandPlace): boolean =>
  isFedIn(pipeline, command) ||
  path
    .slice(0, -1)
    .flatMap(({ pipelines }) => pipelines.find(({ range }) => contains(range, command.range)) ?? [])
    .some((around) => isFedIn(around, command));

function isFedIn({ commands }: Pipeline, { range }: ShellCommand): boolean {
  const index = commands.findIndex((each) => contains(each.range, range));
  return index > 0 || (commands[index]?.redirects.some(isInput) ?? false);
}

const isInput = ({ operator, descriptor }: Redirect): boolean =>
  operator.startsWith('<') && (descriptor === '' || descriptor === '0');
