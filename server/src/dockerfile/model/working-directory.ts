import type { Argument } from '../../shell/command-line';
import type { Dockerfile, Run, RunCommand, Stage } from './dockerfile';
import { sharesShell } from './errexit';
import { expandedWord } from './expanded-word';
import { instructionsOf, stageOf } from './lookups';
import { longestPath, pathFrom } from './paths';
import { remembered } from './remembered';
import { chainOf } from './stage-relations';
import { defaultsOfParent } from './stages';
import { variableBefore } from './variables';

interface Change {
  readonly start: number;
  readonly directory: string;
}

/**
 * The directory in which an instruction of a stage works. One that is not known has a name that starts with `?` and is
 * told from all others; relative paths inside of it can still be compared.
 */
export function workingDirectoryBefore(stage: Stage, offset: number): string {
  const changes = changesOf(stage);
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1]?.directory ?? unknownAt(stage.range.start);
}

/** Whether a path leads into a directory that is not known. */
export const isUnknownPath = (path: string): boolean => /^\/?\?/.test(path);

/** Whether a `WORKDIR` stands above an offset, in the stage or in one that it is built from. */
export const setsDirectory = (stage: Stage, offset: number): boolean =>
  chainOf(stage).some((each) => instructionsOf(each, 'WORKDIR').some(({ range }) => range.start < offset));

const unknownAt = (offset: number): string => `?${offset}`;

const changesOf = remembered((stage: Stage): readonly Change[] => {
  const { start } = stage.from.range;
  let directory = initialDirectory(stage);
  const changes: Change[] = [{ start, directory }];
  for (const instruction of stage.instructions) {
    if (instruction.keyword !== 'WORKDIR' || instruction.word === undefined) continue;
    const at = instruction.range.start;
    const value = expandedWord(instruction.word, (name) => variableBefore(stage, name, at)?.value);
    const isFollowed = value !== undefined && value !== '' && directory.length <= longestPath;
    directory = isFollowed ? pathFrom(directory, value) : unknownAt(at);
    changes.push({ start: at, directory });
  }
  return changes;
});

function initialDirectory({ parent, from }: Stage): string {
  if (parent.kind === 'stage') {
    const value = parent.stage.workingDirectory?.value;
    if (value !== undefined) return value.startsWith('/') ? value : unknownAt(from.range.start);
    return initialDirectory(parent.stage);
  }
  const known = defaultsOfParent(parent)?.workdir;
  if (known === undefined) return unknownAt(from.range.start);
  return known ?? '/';
}

/** The directory that a command of a `RUN` works in; see `workingDirectoryBefore`. */
export function directoryOf(dockerfile: Dockerfile, command: RunCommand): string {
  const stage = stageOf(dockerfile, command.run);
  const { start } = command.place.command.range;
  let directory =
    stage === undefined
      ? unknownAt(command.run.range.start)
      : workingDirectoryBefore(stage, (command.run.onbuild ?? command.run.range).start);
  const changes = directoryChanges(command.run);
  if ((changes[mostChanges]?.place.command.range.start ?? start) < start) return unknownAt(start);
  for (const change of changes) {
    if (change.place.command.range.start >= start) break;
    const reaches =
      change.script === command.script ? sharesShell(change.place, command.place) : command.nested && !change.nested;
    if (!reaches) continue;
    const [, target] = change.words;
    const path = target === undefined || target.value === '-' ? undefined : writtenPath(target);
    directory = path === undefined ? unknownAt(change.place.command.range.start) : pathFrom(directory, path);
  }
  return directory;
}

/** After more of them, nobody knows where they are. */
const mostChanges = 32;

const directoryChanges = remembered(({ commands }: Run): readonly RunCommand[] =>
  commands.filter(({ name }) => name === 'cd' || name === 'pushd' || name === 'popd'),
);

/**
 * A word as a path, with its variables as they stand: `foo-$V.tgz` of `"foo-${V}.tgz"`.
 * @returns `undefined` where more than variables decides what it is
 */
export function writtenPath({ value, text }: Pick<Argument, 'value' | 'text'>): string | undefined {
  if (value !== undefined) return value;
  const plain = text.replace(/["']/g, '').replace(/\$\{(\w+)\}/g, '$$$1');
  return /[`(){}*?[\]\\]/.test(plain) || plain.indexOf('~') > 0 ? undefined : plain;
}
