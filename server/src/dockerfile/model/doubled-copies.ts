import { isPacked, isTextFile } from '../../knowledge/file-names';
import type { Argument } from '../../shell/command-line';
import { readOptions } from '../../shell/options';
import { pathsOf } from './copied-paths';
import type { Add, Copy, Dockerfile, RunCommand, Stage } from './dockerfile';
import { pathFrom } from './paths';
import { directoryOf, workingDirectoryBefore, writtenPath } from './working-directory';

/** A change of owner or mode that writes what was copied into a second layer. */
export interface DoubledCopy {
  readonly command: RunCommand;
  readonly kind: 'chown' | 'chgrp' | 'chmod';
  readonly recursive: boolean;
  /** `app:app`, `755`. */
  readonly value: Argument;
  readonly targets: readonly string[];
  /** What brought the files; none of them has the flag that would do. */
  readonly copies: readonly (Copy | Add)[];
}

interface Placed {
  readonly path: string;
  readonly folder: boolean;
  readonly name: string;
  readonly transfer: Copy | Add;
}

/** No image has as many layers (moby/moby:layer); so that no file can make the work grow with its square. */
const most = 127;

/** What `chown` and `chmod` write a second time in a stage: folders, archives, programs from other stages; no small text. */
export function doubledCopies(dockerfile: Dockerfile, stage: Stage): readonly DoubledCopy[] {
  const placed: Placed[] = [];
  const found: DoubledCopy[] = [];
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') placed.push(...placesOf(stage, instruction));
    if (instruction.keyword !== 'RUN' || placed.length === 0 || placed.length > most || found.length > most) continue;
    for (const command of instruction.commands) {
      const change = changeOf(dockerfile, command);
      if (change === undefined) continue;
      const copies = new Set(placed.filter((place) => isDoubled(change, place)).map(({ transfer }) => transfer));
      if (copies.size > 0) found.push({ ...change, copies: [...copies] });
    }
  }
  return found;
}

function placesOf(stage: Stage, transfer: Copy | Add): readonly Placed[] {
  const { destination, range } = transfer;
  const written = destination && writtenPath({ value: undefined, text: destination.value });
  if (written === undefined) return [];
  const target = pathFrom(workingDirectoryBefore(stage, range.start), written);
  return pathsOf(transfer, target)
    .filter(({ source, folder }) => !isTextFile(source.value) && (folder || isHeavy(transfer, source.value)))
    .map(({ path, folder, source }) => ({ path, folder, name: source.value, transfer }));
}

type Change = Omit<DoubledCopy, 'copies'>;

function changeOf(dockerfile: Dockerfile, command: RunCommand): Change | undefined {
  const { name, words } = command;
  if (name !== 'chown' && name !== 'chgrp' && name !== 'chmod') return undefined;
  const { options, operands } = readOptions(words);
  if (
    options.some(
      (option) => !/^(?:-[RvcfhHLP]|--(?:recursive|verbose|changes|silent|quiet|no-dereference))$/.test(option.name),
    )
  )
    return undefined;
  const [value, ...rest] = operands;
  const directory = directoryOf(dockerfile, command);
  const targets = rest.map((word) => writtenPath(word));
  if (value === undefined || targets.length === 0 || targets.some((target) => target === undefined)) return undefined;
  return {
    command,
    kind: name,
    recursive: options.some((option) => option.name === '-R' || option.name === '--recursive'),
    value,
    targets: targets.flatMap((target) => (target === undefined ? [] : [pathFrom(directory, target)])),
  };
}

function isDoubled({ kind, recursive, targets }: Change, { path, folder, name, transfer }: Placed): boolean {
  const flagName = kind === 'chmod' ? 'chmod' : 'chown';
  if (transfer.flags.some((flag) => flag.name === flagName)) return false;
  return targets.some((target) => {
    if (recursive) return path === target || path.startsWith(target === '/' ? target : `${target}/`);
    return path === target && isHeavy(transfer, name) && (!folder || isProgram(name));
  });
}

/** Whether a single file may weigh something. */
const isHeavy = (transfer: Copy | Add, name: string): boolean =>
  isPacked(name) || (transfer.keyword === 'COPY' && transfer.from !== undefined);

/** A file without an extension; a folder may look the same. */
const isProgram = (name: string): boolean => /\/[\w-]+$/.test(name);
