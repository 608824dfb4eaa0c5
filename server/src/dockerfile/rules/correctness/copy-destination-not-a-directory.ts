import { insertion, rangeOf, type TextEdit, textOf } from '../../../engine/text';
import type { Add, Copy, Dockerfile, DockerfileWord } from '../../model/dockerfile';
import { instructionsOrTriggersOf } from '../../model/lookups';
import { isTemplated } from '../../model/templates';
import { joinedPath, writtenDirectoryBefore } from '../../model/written-directory';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'copy-destination-not-a-directory',
  chapter: 'correctness',
  // Neither looks at ADD.
  covers: ['hadolint/DL3021', 'trivy/DS-0011'],
  variants: {
    file: {
      severity: 'error',
      equals: ['hadolint/DL3021', 'trivy/DS-0011'],
      message:
        'Several sources go to `{destination}`, which has no `/` at its end: builders refuse it, or write one file over the other',
    },
    existing: {
      severity: 'information',
      equals: ['hadolint/DL3021', 'trivy/DS-0011'],
      message:
        'Several sources go to `{destination}` without a `/` at its end: only BuildKit sees that it is a directory',
    },
  },
  fixes: {
    slash: { title: 'Write `{directory}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const keyword of ['COPY', 'ADD'] as const)
      for (const transfer of instructionsOrTriggersOf(dockerfile, keyword)) {
        const { destination } = transfer;
        if (destination === undefined || !needsDirectory(transfer) || mayBeDirectory(transfer, destination)) continue;
        const values = { destination: destination.value, directory: `${destination.value}/` };
        report({
          variant: isWorkingDirectory(dockerfile, transfer, destination) ? 'existing' : 'file',
          at: destination.range,
          values,
          ...(keyword === 'ADD' && { equals: [] }),
          fixes: [{ id: 'slash', edits: () => [slashed(dockerfile, destination)] }],
        });
      }
  },
});

/** `--parents` makes folders below the destination, which is one itself then. */
const needsDirectory = ({ sources, flags, malformed }: Copy | Add): boolean =>
  sources.length > 1 &&
  malformed === undefined &&
  !flags.some(({ name }) => name === 'parents') &&
  !sources.some(({ text }) => isTemplated(text));

/** What ends in a slash, is a directory in any case, or is not known to its end. */
function mayBeDirectory({ heredocs }: Copy | Add, { value, text, range, variables }: DockerfileWord): boolean {
  const isHeredoc = heredocs.some((heredoc) => heredoc.range.start === range.start);
  const endsInVariable = variables.length > 0 && /\$\w+$|\}$/.test(value);
  return isHeredoc || endsInVariable || isTemplated(text) || /^$|[/\\]$|^\.\.?$/.test(value);
}

/** Whether `WORKDIR` has made the directory, or one below it: where there is one, BuildKit copies into it. */
function isWorkingDirectory(dockerfile: Dockerfile, transfer: Copy | Add, { value }: DockerfileWord): boolean {
  const { path, set } = writtenDirectoryBefore(dockerfile, transfer);
  const target = value.startsWith('/') ? joinedPath('/', value) : joinedPath(path, value);
  return set && path !== undefined && target !== undefined && `${path}/`.startsWith(`${target}/`);
}

/** Inside the quotes that it has. */
function slashed({ text }: Dockerfile, { range }: DockerfileWord): TextEdit {
  const last = textOf(text, rangeOf(range.end - 1, range.end));
  return insertion(last === '"' || last === "'" ? range.end - 1 : range.end, '/');
}
