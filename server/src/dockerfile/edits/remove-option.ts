import { deletion, type TextEdit } from '../../engine/text';
import type { Option } from '../../shell/options';
import type { Dockerfile } from '../model/dockerfile';
import { removeArguments } from './argument';

/**
 * Takes an option with its value out of a command: of several letters behind one dash, its own.
 * @returns `undefined` when it is not in the document
 */
export function removeOption(
  dockerfile: Dockerfile,
  { range, argument, alone, valueArgument }: Option,
): readonly TextEdit[] | undefined {
  const isCluster = !alone && !argument.prefix.startsWith('--') && valueArgument !== argument;
  if (!isCluster)
    return removeArguments(
      dockerfile,
      valueArgument === undefined || valueArgument === argument ? [argument] : [argument, valueArgument],
    );
  // What is behind the last letter of a cluster would become the value of the one before.
  return range === undefined || valueArgument !== undefined ? undefined : [deletion(range)];
}
