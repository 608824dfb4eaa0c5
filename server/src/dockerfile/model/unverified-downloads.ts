import { isPacked } from '../../knowledge/file-names';
import type { Argument } from '../../shell/command-line';
import type { Add, Dockerfile, DockerfileWord, RunCommand } from './dockerfile';
import { type Download, downloadOf } from './downloads';
import { stageOf } from './lookups';
import { originOf } from './source-origins';
import { verifiesBelow } from './verifications';

/** What an address brings is a program, or a package of programs, by its name. */
function bringsPrograms(address: string): boolean {
  const path = address.replace(/["']/g, '').replace(/[?#].*$/, '');
  if (/\.(?:asc|sig|sign|sha\d+(?:sums?)?|md5|pem|crt|key|gpg|txt|json|ya?ml|md|html?|conf|list|repo)$/i.test(path))
    return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isPacked(name) || /\.(?:sh|run|bin|exe|phar|appimage|img)$/i.test(name) || /\/releases\/download\//.test(path);
}

/** The source that `ADD` downloads without a checksum, where nothing below compares one. */
export function unverifiedSource(dockerfile: Dockerfile, add: Add): DockerfileWord | undefined {
  const [source, another] = add.sources;
  if (source === undefined || add.malformed !== undefined || add.flags.some(({ name }) => name === 'checksum'))
    return undefined;
  const stage = stageOf(dockerfile, add);
  if (stage === undefined || verifiesBelow(stage, add.range.start)) return undefined;
  const isDownload = originOf(dockerfile, add, source) === 'address' && bringsPrograms(source.value);
  return isDownload && another === undefined ? source : undefined;
}

export interface UnverifiedDownload {
  readonly download: Download;
  /** The word that holds the address. */
  readonly address: Argument;
}

/** The same for `curl` and `wget`. */
export function unverifiedDownload(dockerfile: Dockerfile, command: RunCommand): UnverifiedDownload | undefined {
  const download = downloadOf(dockerfile, command);
  if (download === undefined) return undefined;
  const address = command.words.find(
    ({ prefix, text }) => /^(?:https?|ftp):\/\//.test(prefix) && bringsPrograms(text.replace(/["']/g, '')),
  );
  const stage = stageOf(dockerfile, command.run);
  if (address === undefined || stage === undefined || verifiesBelow(stage, command.run.range.start)) return undefined;
  return { download, address };
}
