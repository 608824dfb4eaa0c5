import { isTarArchive } from '../../knowledge/file-names';
import type { Add, Copy, DockerfileWord, Stage } from './dockerfile';
import { instructionsOf } from './lookups';

/** A place in the image that `COPY` or `ADD` fills with something that is not in the Dockerfile. */
export interface CopiedPath {
  readonly path: string;
  /** More than one file may come to stand below it. */
  readonly folder: boolean;
  readonly source: DockerfileWord;
}

const paths = new WeakMap<Stage, readonly CopiedPath[]>();

/**
 * Where the files that a stage copies come to stand, as far as that can be told without looking at them: a file that is
 * copied to `/etc/nginx` may become a file of that name or one in that folder, so both are given.
 */
export function copiedPaths(stage: Stage): readonly CopiedPath[] {
  const known = paths.get(stage);
  if (known !== undefined) return known;
  const transfers = [...instructionsOf(stage, 'COPY'), ...instructionsOf(stage, 'ADD')];
  const found = transfers.flatMap((transfer) => {
    const { destination } = transfer;
    if (destination === undefined || destination.variables.length > 0) return [];
    return pathsOf(transfer, absolute(destination.value, stage));
  });
  paths.set(stage, found);
  return found;
}

/**
 * The same for one instruction.
 * @param target the place that its destination leads to
 */
export function pathsOf(transfer: Copy | Add, target: string): readonly CopiedPath[] {
  const { destination, sources, heredocs } = transfer;
  if (destination === undefined) return [];
  const files = sources.filter(({ range }) => !heredocs.some((heredoc) => heredoc.range.start === range.start));
  return files.flatMap((source): readonly CopiedPath[] => {
    const plain = source.value.replace(/\/+$/, '');
    const name = plain.slice(plain.lastIndexOf('/') + 1);
    if (isFolder(name, transfer.keyword)) return [{ path: target, folder: true, source }];
    const inside: CopiedPath = { path: `${target === '/' ? '' : target}/${name}`, folder: false, source };
    if (sources.length > 1 || /(?:^|\/)\.?$/.test(destination.value)) return [inside];
    return [{ path: target, folder: false, source }, inside];
  });
}

/** Whether several files may be behind a name: a folder, a pattern, a variable, an archive that `ADD` unpacks. */
const isFolder = (name: string, keyword: 'COPY' | 'ADD'): boolean =>
  !/.\./.test(name) || /[*?[$]/.test(name) || (keyword === 'ADD' && isTarArchive(name));

/** A path in the image without `.` and a slash at its end, from the root. */
export function absolute(path: string, { workingDirectory }: Stage): string {
  const from = path.startsWith('/') ? path : `${workingDirectory?.value ?? ''}/${path}`;
  const parts = from.split('/').filter((part) => part !== '' && part !== '.');
  return `/${parts.join('/')}`;
}

/** Whether a file may be one of those copied. */
export const mayBeCopied = (path: string, copied: readonly CopiedPath[]): boolean =>
  copied.some((each) => each.path === path || (each.folder && (each.path === '/' || path.startsWith(`${each.path}/`))));
