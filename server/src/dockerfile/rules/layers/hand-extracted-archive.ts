import type { FixOffer } from '../../../engine/rule';
import { replacement, type TextEdit } from '../../../engine/text';
import { isRoot } from '../../../knowledge/users';
import { replaceKeyword } from '../../edits/keyword';
import { removeCommands } from '../../edits/remove-command';
import type { Dockerfile, RunCommand, Stage } from '../../model/dockerfile';
import { type ExtractedArchive, extractedArchives } from '../../model/extracted-archives';
import { textIn } from '../../model/lookups';
import { pathFrom } from '../../model/paths';
import { removalOf } from '../../model/removals';
import { chainOf } from '../../model/stage-relations';
import {
  directoryOf,
  isUnknownPath,
  setsDirectory,
  workingDirectoryBefore,
  writtenPath,
} from '../../model/working-directory';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'hand-extracted-archive',
  chapter: 'layers',
  variants: {
    extracted: {
      severity: 'information',
      equals: ['hadolint/DL3010'],
      message: '`{command}` unpacks what `{copy}` left in a layer for good: `ADD` unpacks it as it comes in',
    },
  },
  fixes: {
    add: { title: 'Unpack it by `{add}`', safety: 'behaviour' },
  },
  notes: { copy: 'The archive stays in this layer' },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      for (const extracted of extractedArchives(dockerfile, stage)) {
        const { command, copy } = extracted;
        const at = command.place.command.range;
        report({
          variant: 'extracted',
          at,
          values: { command: textIn(dockerfile, at), copy: textIn(dockerfile, copy.range) },
          related: [{ at: copy.range, note: 'copy' }],
          fixes: mends(dockerfile, stage, extracted),
        });
      }
    }
  },
});

function mends(dockerfile: Dockerfile, stage: Stage, extracted: ExtractedArchive): readonly FixOffer<'add'>[] {
  const { copy, command, extraction } = extracted;
  const [source, more] = copy.sources;
  const folder = folderWritten(dockerfile, stage, extracted);
  const removals = removalsOf(dockerfile, extracted);
  if (source === undefined || more !== undefined || copy.json || copy.destination === undefined) return [];
  if (!extraction.plain || folder === undefined || removals === undefined || !isSameToRoot(stage, extracted)) return [];
  if (copy.flags.some(({ name }) => name !== 'link')) return [];
  const removed = removeCommands(dockerfile, [command, ...removals]);
  if (removed === undefined) return [];
  const edits: readonly TextEdit[] = [
    replaceKeyword(copy, 'ADD'),
    ...(copy.destination.text === folder ? [] : [replacement(copy.destination.range, folder)]),
    ...removed,
  ];
  return [{ id: 'add', values: { add: `ADD ${source.text} ${folder}` }, edits: () => edits }];
}

/** The folder that it is unpacked to, as the copy can write it; `undefined` when it is not known. */
function folderWritten(
  dockerfile: Dockerfile,
  stage: Stage,
  { copy, command, extraction }: ExtractedArchive,
): string | undefined {
  const directory = directoryOf(dockerfile, command);
  const written = extraction.folder === undefined ? '.' : writtenPath(extraction.folder);
  if (written === undefined) return undefined;
  const folder = pathFrom(directory, written);
  const { start } = copy.range;
  if (setsDirectory(stage, start) && folder === pathFrom(workingDirectoryBefore(stage, start), '.')) return './';
  return isUnknownPath(folder) || folder.includes('$') ? undefined : folder.replace(/\/?$/, '/');
}

/** Commands that may run before without a difference. */
const before = new Set(['set', 'mkdir', 'cd']);

/** Whether `ADD`, which unpacks as root and earlier, leaves the same files: nothing that matters happens in between. */
function isSameToRoot(stage: Stage, { copy, command }: ExtractedArchive): boolean {
  const { run, place } = command;
  const { start } = run.range;
  const above = chainOf(stage).flatMap(({ instructions }) => instructions);
  const user = above.findLast(({ keyword, range }) => keyword === 'USER' && range.start < start);
  const name = user?.keyword === 'USER' ? user.word?.value : inheritedUser(stage);
  if (name !== undefined && !isRoot(name)) return false;
  const between = stage.instructions.filter(({ range }) => copy.range.start < range.start && range.start < start);
  if (between.some(({ keyword }) => /^(?:RUN|COPY|ADD|USER|ONBUILD)$/.test(keyword))) return false;
  if (place.enclosing.length > 1) return false;
  return run.commands.slice(0, run.commands.indexOf(command)).every((other) => before.has(other.name ?? ''));
}

const inheritedUser = ({ user }: Stage): string | undefined =>
  user?.instruction === undefined ? user?.value : undefined;

/** The commands that only remove the archive; `undefined` when something else uses it too. */
function removalsOf(
  dockerfile: Dockerfile,
  { command, copy, path }: ExtractedArchive,
): readonly RunCommand[] | undefined {
  const removals = command.run.commands.filter((other) => {
    const removal = removalOf(dockerfile, other);
    return removal !== undefined && !removal.unknown && removal.patterns.length === 0 && removal.paths.join() === path;
  });
  const name = path.slice(path.lastIndexOf('/') + 1);
  // Who knows where else a variable is written.
  if (name.includes('$')) return undefined;
  const uses = [command, ...removals].map(({ place }) => textIn(dockerfile, place.command.range));
  const stage = dockerfile.stages[copy.stage ?? 0];
  const rest = stage === undefined ? '' : dockerfile.text.slice(copy.range.end, stage.range.end);
  const count = (text: string): number => text.split(name).length - 1;
  const known = uses.reduce((sum, text) => sum + count(text), 0);
  return count(rest) === known ? removals : undefined;
}
