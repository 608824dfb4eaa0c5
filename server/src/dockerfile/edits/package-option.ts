import type { TextEdit } from '../../engine/text';
import type { Argument } from '../../shell/command-line';
import type { Dockerfile } from '../model/dockerfile';
import { textIn } from '../model/lookups';
import type { PackageOperation } from '../model/packages';
import { insertAfter } from './argument';

/**
 * Adds an option to a call of a package manager: behind the options that follow its subcommand, as people write them.
 * @param first in front of those options instead, where people write `-y`
 * @returns `undefined` when the call is not in the document, or stands in a script that the shell would refuse
 */
export function addPackageOption(
  dockerfile: Dockerfile,
  { command, subcommand, options, words }: PackageOperation,
  option: string,
  { first = false }: { readonly first?: boolean } = {},
): readonly TextEdit[] | undefined {
  if ([command.script, ...command.run.scripts].some(({ problems }) => problems.length > 0)) return undefined;
  let place = subcommand;
  for (let index = words.subcommandEnd; !first && index < command.words.length; index++) {
    const next = command.words[index];
    const here = options.find((candidate) => candidate.index === index);
    if (next === undefined || here === undefined || here.count > 1) break;
    place = next;
  }
  if (command.nested && !isInOnePiece(dockerfile, place)) return undefined;
  return insertAfter(dockerfile, place, [option]);
}

/** Whether a word of a nested script is written as that script has it, and not put together from several quotes. */
const isInOnePiece = (dockerfile: Dockerfile, { range, text }: Argument): boolean =>
  range !== undefined && textIn(dockerfile, range) === text;
