import { isTarArchive } from '../../knowledge/file-names';
import { pathsOf } from './copied-paths';
import type { Copy, Dockerfile, RunCommand, Stage } from './dockerfile';
import { pathFrom } from './paths';
import { type TarExtraction, tarExtractionOf } from './tar-extractions';
import { directoryOf, workingDirectoryBefore, writtenPath } from './working-directory';

/** An archive of the build context that is copied, and then unpacked by a command. */
export interface ExtractedArchive {
  readonly copy: Copy;
  readonly command: RunCommand;
  readonly extraction: TarExtraction;
  /** Where the archive is in the image. */
  readonly path: string;
}

/** No image has as many layers (moby/moby:layer); so that no file can make the work grow with its square. */
const most = 127;

/** What a stage unpacks by hand although `ADD` would unpack it, in source order. */
export function extractedArchives(dockerfile: Dockerfile, stage: Stage): readonly ExtractedArchive[] {
  const archives = new Map<string, Copy>();
  const found: ExtractedArchive[] = [];
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'COPY')
      for (const path of archivePaths(stage, instruction)) archives.set(path, instruction);
    if (instruction.keyword !== 'RUN' || archives.size === 0 || found.length > most) continue;
    for (const command of instruction.commands) {
      const extraction = tarExtractionOf(command);
      const written = extraction && writtenPath(extraction.archive);
      if (extraction === undefined || written === undefined) continue;
      const path = pathFrom(directoryOf(dockerfile, command), written);
      const copy = archives.get(path);
      if (copy !== undefined) found.push({ copy, command, extraction, path });
    }
  }
  return found;
}

function archivePaths(stage: Stage, copy: Copy): readonly string[] {
  const { destination, from, range } = copy;
  const written = destination && writtenPath({ value: undefined, text: destination.value });
  if (destination === undefined || written === undefined || from !== undefined) return [];
  const target = pathFrom(workingDirectoryBefore(stage, range.start), written);
  return pathsOf(copy, target).flatMap(({ path, folder, source }) => {
    const name = writtenPath({ value: undefined, text: source.value });
    if (name === undefined || !isTarArchive(name)) return [];
    if (!folder) return [path];
    // With a variable in its name it may be anything to `pathsOf`; here its name is enough.
    const inside = `${target === '/' ? '' : target}/${name.slice(name.lastIndexOf('/') + 1)}`;
    return /(?:^|\/)\.?$/.test(destination.value) ? [inside] : [target, inside];
  });
}
