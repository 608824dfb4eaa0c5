import { type Argument, literalArgument } from '../../shell/command-line';
import { optionValue, readOptions } from '../../shell/options';
import type { Add, Copy, RunCommand } from './dockerfile';

/** A file mode that is given to files, and what it is given to. */
export interface GivenMode {
  readonly mode: Argument;
  readonly targets: readonly string[];
}

/** The mode of `chmod`, `install -m` and `mkdir -m`, when it is written out. */
export function modeGivenBy({ name, words }: RunCommand): GivenMode | undefined {
  if (name === 'chmod') {
    const { operands, options } = readOptions(words, { valued: ['--reference'], clusters: false });
    // `-w` and the like are modes and no options.
    if (options.some((option) => option.name === '--reference' || /^-[rwxXst]+$/.test(option.name))) return undefined;
    const [mode, ...targets] = operands;
    return mode?.value === undefined ? undefined : { mode, targets: targets.map(({ text }) => text) };
  }
  if (name !== 'install' && name !== 'mkdir') return undefined;
  const valued = ['-m', '--mode', '-o', '--owner', '-g', '--group', '-t', '--target-directory', '-S', '--suffix'];
  const option = optionValue(words, ['-m', '--mode'], { valued });
  if (option?.value === undefined || option.valueRange === undefined) return undefined;
  const { operands } = readOptions(words, { valued });
  return { mode: literalArgument(option.value, option.valueRange), targets: operands.map(({ text }) => text) };
}

/** The mode of `COPY --chmod=`. */
export function modeOfTransfer({ flags, destination }: Copy | Add): GivenMode | undefined {
  const flag = flags.find(({ name }) => name === 'chmod');
  if (flag?.value === undefined || flag.valueRange === undefined || flag.variables.length > 0) return undefined;
  return {
    mode: literalArgument(flag.value, flag.valueRange),
    targets: destination === undefined ? [] : [destination.value],
  };
}
