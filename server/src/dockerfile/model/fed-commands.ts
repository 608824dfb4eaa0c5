import { contains } from '../../engine/text';
import type { CommandPlace, Redirect, ShellCommand } from '../../shell/syntax';

/**
 * Whether something else than the terminal gives a command its input: `yes | command`, `command <file`, a here-document,
 * of its own or of a group that it stands in.
 */
export const isFed = ({ command, path }: CommandPlace): boolean =>
  path.some(({ pipelines }) =>
    pipelines.some(({ commands }) => {
      const index = commands.findIndex(({ range }) => contains(range, command.range));
      const holding = commands[index];
      return index > 0 || (holding !== undefined && takesInput(holding));
    }),
  );

const takesInput = ({ redirects }: ShellCommand): boolean => redirects.some(isInput);

const isInput = ({ operator, descriptor }: Redirect): boolean =>
  operator.startsWith('<') && (descriptor === '' || descriptor === '0');
