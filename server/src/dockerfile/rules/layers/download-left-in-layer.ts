import type { TextEdit } from '../../../engine/text';
import { appendCommand } from '../../edits/append-command';
import type { Dockerfile, RunCommand, Stage } from '../../model/dockerfile';
import { lateCleanups } from '../../model/late-cleanups';
import { type LeftDownload, leftDownloads } from '../../model/left-downloads';
import { runsOf, textIn } from '../../model/lookups';
import { writtenPath } from '../../model/working-directory';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'download-left-in-layer',
  chapter: 'layers',
  variants: {
    left: {
      severity: 'information',
      message: '`{file}` is left in the layer beside what `{unpacking}` makes of it, and every pull carries both',
    },
  },
  fixes: {
    remove: { title: 'Remove it in the same `RUN`: append `{removal}`', safety: 'behaviour' },
  },
  notes: { unpacking: 'After this it is needed no more' },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      const removedLater = downloadsRemovedLater(dockerfile, stage);
      for (const { download, unpacking, last } of runsOf(stage).flatMap((run) => leftDownloads(dockerfile, run))) {
        if (removedLater.has(download)) continue;
        const removal = `rm ${last.word.text}`;
        const edits = removedBehind(dockerfile, last, removal);
        report({
          variant: 'left',
          at: download.place.command.range,
          values: {
            file: writtenPath(last.word) ?? last.word.text,
            unpacking: textIn(dockerfile, unpacking.place.command.range),
          },
          related: [{ at: unpacking.place.command.range, note: 'unpacking' }],
          fixes: edits === undefined ? [] : [{ id: 'remove', values: { removal }, edits: () => edits }],
        });
      }
    }
  },
});

/** Those are reported where they are removed too late. */
const downloadsRemovedLater = (dockerfile: Dockerfile, stage: Stage): ReadonlySet<RunCommand> =>
  new Set(
    lateCleanups(dockerfile, stage).flatMap(({ removes }) =>
      removes.flatMap((left) => (left.kind === 'download' ? [left.command] : [])),
    ),
  );

/** Removes a file behind the last command that names it, where the name still means that file. */
function removedBehind(
  dockerfile: Dockerfile,
  { command, word }: LeftDownload['last'],
  removal: string,
): readonly TextEdit[] | undefined {
  const edits = appendCommand(dockerfile, command, removal);
  const start = command.place.command.range.start;
  const end = edits?.[0]?.range.start ?? start;
  const leaves = command.run.commands.some(
    ({ name, place }) => name === 'cd' && start < place.command.range.start && place.command.range.start < end,
  );
  return leaves && !word.prefix.startsWith('/') ? undefined : edits;
}
