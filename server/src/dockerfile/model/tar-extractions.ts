import { type Argument, literalArgument } from '../../shell/command-line';
import { readOptions } from '../../shell/options';
import type { RunCommand } from './dockerfile';

/** A `tar` that unpacks an archive. */
export interface TarExtraction {
  readonly archive: Argument;
  /** `-C`. */
  readonly folder: Argument | undefined;
  /** It unpacks all of it, as it is. */
  readonly plain: boolean;
}

const valued = [
  ...['-f', '-C', '-X', '-T', '-b', '-H', '-I', '-K', '-L', '-N', '-V', '-g', '--file', '--directory', '--exclude'],
  ...['--exclude-from', '--files-from', '--strip-components', '--transform', '--xform', '--use-compress-program'],
  ...['--owner', '--group', '--mode', '--one-top-level', '--suffix', '--checkpoint'],
];

/** Options that do not change what comes out, nor whose it is when root unpacks it. Source: GNU tar manual. */
const plain =
  /^-(?:[xzjJvfCpk]|-(?:extract|get|file|directory|gzip|gunzip|bzip2|xz|zstd|auto-compress|verbose|same-owner|preserve-permissions))$/;

/** Reads `tar -xzf a.tgz -C /opt`, `tar xf a.tar`, `tar --extract --file=a.tar`; `undefined` for every other command. */
export function tarExtractionOf({ name, words }: RunCommand): TarExtraction | undefined {
  if (name !== 'tar' && name !== 'bsdtar' && name !== 'gtar') return undefined;
  const { options, operands } = readOptions(dashed(words), { valued });
  const extracts = options.some((option) => /^-(?:x|-extract|-get)$/.test(option.name));
  const file = options.findLast((option) => option.name === '-f' || option.name === '--file');
  const archive = file?.valueArgument;
  if (!extracts || archive === undefined) return undefined;
  const folder = options.findLast((option) => option.name === '-C' || option.name === '--directory');
  return {
    archive: attached(archive, file?.argument === archive ? file.value : undefined),
    folder:
      folder?.valueArgument &&
      attached(folder.valueArgument, folder.argument === folder.valueArgument ? folder.value : undefined),
    plain: operands.length === 0 && options.every((option) => plain.test(option.name)),
  };
}

/** A value that stands in the same word as its option, as a word of its own. */
const attached = (argument: Argument, value: string | undefined): Argument =>
  value === undefined ? argument : literalArgument(value, argument.range);

/** `tar xzf`: the letters of the first word need no dash. */
function dashed(words: readonly Argument[]): readonly Argument[] {
  const [tar, letters, ...rest] = words;
  if (tar === undefined || letters?.value === undefined || !/^[A-Za-z]+$/.test(letters.value)) return words;
  return [tar, literalArgument(`-${letters.value}`, letters.range), ...rest];
}
