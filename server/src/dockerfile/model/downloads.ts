import { type Downloader, downloaderFor } from '../../knowledge/downloaders';
import { type Argument, argumentOf } from '../../shell/command-line';
import { readOptions } from '../../shell/options';
import type { Dockerfile, RunCommand } from './dockerfile';
import { pathFrom } from './paths';
import { directoryOf, writtenPath } from './working-directory';

/** A call of `curl` or `wget`. */
export interface Download {
  readonly downloader: Downloader;
  readonly command: RunCommand;
  /** What it writes to the image, as far as that can be told; see `pathFrom`. */
  readonly files: readonly string[];
}

export function downloadOf(dockerfile: Dockerfile, command: RunCommand): Download | undefined {
  const downloader = command.name === undefined ? undefined : downloaderFor(command.name);
  if (downloader === undefined) return undefined;
  const names = redirectedTo(command) ?? writtenFiles(downloader, command.words);
  if (names.length === 0) return { downloader, command, files: [] };
  const directory = directoryOf(dockerfile, command);
  const files = names.map((name) => pathFrom(directory, name)).filter((path) => !/^\/(?:dev|proc)\//.test(path));
  return { downloader, command, files };
}

/** The file that standard output goes to; none for a descriptor. */
function redirectedTo({ place }: RunCommand): readonly string[] | undefined {
  const { command } = place;
  const redirect = command.redirects.findLast(
    ({ operator, descriptor }) => /^>[>|]?$/.test(operator) && (descriptor === '' || descriptor === '1'),
  );
  if (redirect?.target === undefined) return undefined;
  const name = writtenPath(argumentOf(redirect.target, command.located));
  return name === undefined ? [] : [name];
}

function writtenFiles(downloader: Downloader, words: readonly Argument[]): readonly string[] {
  const { syntax, output, folder, remoteName, namesByAddress, unknown } = downloader;
  const { options, operands } = readOptions(words, { valued: syntax.valueOptions ?? [] });
  const has = (names: readonly string[]): boolean => options.some(({ name }) => names.includes(name));
  if (has(unknown)) return [];
  const valuesOf = (names: readonly string[]) => options.filter(({ name }) => names.includes(name));
  const given = valuesOf(output);
  const named = given.flatMap(({ value, valueArgument, argument, name }) => {
    if (value !== undefined) return value === '-' ? [] : [value];
    const path = valueArgument === undefined ? undefined : writtenPath(valueArgument);
    if (path === undefined) return [];
    // The value may be attached: `--output=$FILE`, `-o$FILE`.
    return valueArgument === argument ? [path.slice(name.length).replace(/^=/, '')] : [path];
  });
  const byAddress = given.length === 0 && (namesByAddress || has(remoteName));
  const files = byAddress ? operands.flatMap(nameInAddress) : named;
  const target = valuesOf(folder).at(-1);
  if (target === undefined) return files;
  const inFolder = target.value;
  return inFolder === undefined ? [] : files.map((file) => (file.startsWith('/') ? file : `${inFolder}/${file}`));
}

/** The last part of an address, as it is written. */
function nameInAddress({ value, text }: Argument): readonly string[] {
  const address = (value ?? text.replace(/["']/g, '')).replace(/^\w+:\/\//, '');
  const slash = address.lastIndexOf('/');
  const last = slash === -1 ? '' : address.slice(slash + 1);
  const name = /[?#&]/.test(last) ? undefined : writtenPath({ value: undefined, text: last });
  return name === undefined || name === '' ? [] : [name];
}
