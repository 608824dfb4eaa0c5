import { isHeavyInstaller, unpackingOf } from '../../knowledge/unpackers';
import type { Argument } from '../../shell/command-line';
import type { Dockerfile, Run, RunCommand } from './dockerfile';
import { downloadOf } from './downloads';
import { isMounted, packageOperations } from './packages';
import { pathFrom } from './paths';
import { isRemovedBy, movedBy, removalOf } from './removals';
import { isPosixShell } from './shell-in-force';
import { directoryOf, writtenPath } from './working-directory';

/** A file that a `RUN` downloads, unpacks or installs, and leaves. */
export interface LeftDownload {
  readonly download: RunCommand;
  readonly unpacking: RunCommand;
  /** The last command that names the file, and the word by which it does. */
  readonly last: { readonly command: RunCommand; readonly word: Argument };
}

/** Of more, the rest is left alone: nobody downloads as many in one `RUN`. */
const mostFiles = 200;

interface Pending {
  readonly download: RunCommand;
  unpacking?: RunCommand;
  last?: LeftDownload['last'];
}

/** The downloads that a `RUN` leaves beside what it has made of them, in source order. */
export function leftDownloads(dockerfile: Dockerfile, run: Run): readonly LeftDownload[] {
  const pending = new Map<string, Pending>();
  for (const command of run.commands) {
    if (pending.size > 0) follow(dockerfile, command, pending);
    for (const path of downloadOf(dockerfile, command)?.files ?? [])
      if (pending.size < mostFiles && !isMounted(run, path)) pending.set(path, { download: command });
  }
  return [...pending.values()].flatMap(({ download, unpacking, last }) =>
    unpacking === undefined || last === undefined ? [] : [{ download, unpacking, last }],
  );
}

/** What a command does to the files that were downloaded before it. */
function follow(dockerfile: Dockerfile, command: RunCommand, pending: Map<string, Pending>): void {
  const removal = command.name === 'mv' ? movedBy(dockerfile, command) : removalOf(dockerfile, command);
  if (removal !== undefined) {
    const removed = [...pending.keys()].filter((path) => isRemovedBy(removal, path));
    // A variable may stand for any of them.
    const mayBeAny =
      removal.unknown || (removed.length === 0 && removal.paths.some((path) => /^\$|\$[^/]*$/.test(path)));
    for (const path of mayBeAny ? [...pending.keys()] : removed) pending.delete(path);
    return;
  }
  const directory = directoryOf(dockerfile, command);
  for (const word of command.words) {
    const written = writtenPath(word);
    const path = written === undefined || written === '' ? undefined : pathFrom(directory, written);
    const file = path === undefined ? undefined : pending.get(path);
    if (path === undefined || file === undefined) continue;
    const use = useOf(command, path);
    if (use === 'replaces') pending.delete(path);
    else {
      file.last = { command, word };
      if (use === 'unpacks') file.unpacking ??= command;
    }
  }
}

function useOf(command: RunCommand, path: string): ReturnType<typeof unpackingOf> {
  const words = command.words.map(({ value }) => value);
  const own = unpackingOf(words);
  if (own !== undefined) return own;
  const installs = packageOperations(command.run).some(
    (operation) => operation.command === command && operation.action === 'install',
  );
  const runs = isPosixShell(command.name ?? '') || command.words[0]?.prefix.startsWith('./') === true;
  return installs || (runs && isHeavyInstaller(path)) ? 'unpacks' : undefined;
}
