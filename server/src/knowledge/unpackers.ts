/** Options that say what to do with an archive, of programs that do more than one thing. Source: their manuals. */
const unpacking: ReadonlyMap<string, RegExp> = new Map([
  ['tar', /^-?[A-Za-z]*x[A-Za-z]*$|^--(?:extract|get)$/],
  ['bsdtar', /^-?[A-Za-z]*x[A-Za-z]*$|^--extract$/],
  ['7z', /^[xe]$/],
  ['7za', /^[xe]$/],
  ['dpkg', /^(?:-i|--install|-x|--extract|--unpack)$/],
  ['dpkg-deb', /^(?:-x|-X|--extract|--vextract)$/],
  ['rpm', /^-(?!q)\w*[iUF]\w*$|^--(?:install|upgrade|freshen)$/],
  ['gzip', /^-\w*d\w*[ck]\w*$|^-\w*[ck]\w*d\w*$|^--(?:stdout|keep)$/],
  ['xz', /^-\w*d\w*[ck]\w*$|^-\w*[ck]\w*d\w*$|^--(?:stdout|keep)$/],
  ['zstd', /^-\w*d\w*$|^--decompress$/],
  ['gunzip', /^-\w*[ck]\w*$|^--(?:stdout|keep)$/],
  ['bunzip2', /^-\w*[ck]\w*$|^--(?:stdout|keep)$/],
  ['unxz', /^-\w*[ck]\w*$|^--(?:stdout|keep)$/],
]);

const always: ReadonlySet<string> = new Set(['unzip', 'zcat', 'bzcat', 'xzcat', 'unzstd', 'zstdcat', 'unrar', 'gdebi']);

/** Programs that put what they unpack in the place of the archive, but for `-c` and `-k`. */
const replacing: ReadonlySet<string> = new Set(['gunzip', 'bunzip2', 'unxz', 'gzip', 'xz', 'bzip2']);

/** What a command does to the archives among its words: `unpacks` leaves them where they are, `replaces` does not. */
export function unpackingOf(words: readonly (string | undefined)[]): 'unpacks' | 'replaces' | undefined {
  const name = words[0]?.replace(/^.*\//, '') ?? '';
  const rest = words.slice(1).filter((word) => word !== undefined);
  if (always.has(name)) return 'unpacks';
  const option = unpacking.get(name);
  // The letters of tar need no dash, but then they come first.
  if (option !== undefined && rest.some((word, index) => option.test(word) && (word.startsWith('-') || index === 0)))
    return 'unpacks';
  return replacing.has(name) ? 'replaces' : undefined;
}

/** Installers that hold all that they install, and weigh as much. Source: docs.conda.io, NVIDIA CUDA installation guide. */
export const isHeavyInstaller = (file: string): boolean =>
  /(?:mini|ana)conda[^/]*\.sh$|(?:miniforge|mambaforge|miniconda)[^/]*\.sh$|\.(?:run|bin)$/i.test(file);
