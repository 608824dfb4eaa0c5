import type { Argument } from '../../shell/command-line';
import type { Dockerfile, RunCommand } from './dockerfile';
import { variableFor } from './variables';

/**
 * Whether words of a command that are not written out may turn out to be options: an expansion that starts its word, and
 * no variable whose value is known to hold none.
 */
export const unknownOptions = (dockerfile: Dockerfile, command: RunCommand): boolean =>
  command.words.slice(1).some((word) => word.value === undefined && mayBeOption(dockerfile, command, word));

/** The same where what is quoted is one word for sure, such as a name or an address, and no option. */
export const unknownUnquotedOptions = (dockerfile: Dockerfile, command: RunCommand): boolean =>
  unknownOptions(dockerfile, {
    ...command,
    words: command.words.filter(({ text }, index) => index === 0 || !text.startsWith('"')),
  });

function mayBeOption(dockerfile: Dockerfile, command: RunCommand, { prefix, text }: Argument): boolean {
  if (prefix !== '') return prefix.startsWith('-') && !prefix.includes('=');
  if (!/^"?[$`]/.test(text)) return false;
  const name = /^"?\$(?:\{(\w+)\}|(\w+))"?$/.exec(text);
  const value = name === null ? undefined : variableFor(dockerfile, command, name[1] ?? name[2] ?? '')?.value;
  return value === undefined || /(?:^|\s)-/.test(value);
}
