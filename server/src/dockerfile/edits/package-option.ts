import type { TextEdit } from '../../engine/text';
import type { Dockerfile } from '../model/dockerfile';
import type { PackageOperation } from '../model/packages';
import { insertAfter } from './argument';

/**
 * Adds an option to a call of a package manager: behind the options that follow its subcommand, as people write them.
 * @returns `undefined` when the call is not in the document
 */
export function addPackageOption(
  dockerfile: Dockerfile,
  { command, subcommand, options, words }: PackageOperation,
  option: string,
): readonly TextEdit[] | undefined {
  let place = subcommand;
  for (let index = words.subcommandEnd; index < command.words.length; index++) {
    const next = command.words[index];
    const here = options.find((candidate) => candidate.index === index);
    if (next === undefined || here === undefined || here.count > 1) break;
    place = next;
  }
  return insertAfter(dockerfile, place, [option]);
}
