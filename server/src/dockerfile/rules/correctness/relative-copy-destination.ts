import type { FixOffer } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/text';
import { insertInstruction } from '../../edits/insert-instruction';
import { keywordFor } from '../../edits/keyword';
import type { Add, Copy, Dockerfile, DockerfileWord, Stage } from '../../model/dockerfile';
import { instructionsOrTriggersOf, textIn } from '../../model/lookups';
import { isTemplated } from '../../model/templates';
import { isAbsolute, writtenDirectoryBefore } from '../../model/written-directory';
import { dockerfileRule } from '../../rule';

/** Offered where a person has to name the directory. */
const suggested = '/app';

export default dockerfileRule({
  id: 'relative-copy-destination',
  chapter: 'correctness',
  // hadolint does not look at ADD.
  covers: ['hadolint/DL3045'],
  variants: {
    root: {
      severity: 'warning',
      equals: ['hadolint/DL3045'],
      message:
        '`{destination}` lands in the root of the image, beside all else that is there: nothing sets a `WORKDIR`',
    },
    build: {
      severity: 'information',
      equals: ['hadolint/DL3045'],
      message:
        '`{destination}` lands in the root of this build stage, beside all else that is there: nothing sets a `WORKDIR`',
    },
    parent: {
      severity: 'information',
      equals: ['hadolint/DL3045'],
      message:
        '`{destination}` lands in `{directory}` only because the parent image works there: its update can move it',
    },
    unknown: {
      severity: 'warning',
      equals: ['hadolint/DL3045'],
      message: '`{destination}` lands wherever the parent image leaves off: nothing here sets a `WORKDIR`',
    },
  },
  fixes: {
    keep: { title: 'Set `WORKDIR {directory}`, where it lands today', safety: 'safe' },
    workdir: { title: 'Set a `WORKDIR` above', safety: 'placeholder' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      // It can only be `/`, and holds nothing but what is copied.
      if (stage.parent.kind === 'scratch' && !stage.contributesLayers) continue;
      const transfers = relativeTransfers(dockerfile, stage);
      const [first] = transfers;
      if (first === undefined) continue;
      for (const { destination, transfer } of transfers) {
        const directory = writtenDirectoryBefore(dockerfile, transfer).path;
        const variant = variantOf(stage, directory);
        const values = { destination: textIn(dockerfile, destination.range), directory: directory ?? '' };
        const fixes = [mend(dockerfile, first.transfer, variant === 'parent' ? directory : undefined)];
        report({
          variant,
          at: destination.range,
          values,
          ...(transfer.keyword === 'ADD' && { equals: [] }),
          fixes,
        });
      }
    }
  },
});

function variantOf(
  { contributesLayers }: Stage,
  directory: string | undefined,
): 'root' | 'build' | 'parent' | 'unknown' {
  if (directory === undefined) return 'unknown';
  if (directory !== '/') return 'parent';
  return contributesLayers ? 'root' : 'build';
}

interface RelativeTransfer {
  readonly transfer: Copy | Add;
  readonly destination: DockerfileWord;
}

/** In source order. */
const relativeTransfers = (dockerfile: Dockerfile, stage: Stage): readonly RelativeTransfer[] =>
  [...instructionsOrTriggersOf(stage, 'COPY'), ...instructionsOrTriggersOf(stage, 'ADD')]
    .flatMap((transfer): readonly RelativeTransfer[] => {
      const { destination, malformed } = transfer;
      if (destination === undefined || malformed !== undefined || !isRelative(transfer, destination)) return [];
      if (isTemplated(textIn(dockerfile, transfer.argumentsRange))) return [];
      return writtenDirectoryBefore(dockerfile, transfer).set ? [] : [{ transfer, destination }];
    })
    .sort((one, other) => one.transfer.range.start - other.transfer.range.start);

function isRelative({ heredocs }: Copy | Add, { value, range }: DockerfileWord): boolean {
  if (heredocs.some((heredoc) => heredoc.range.start === range.start)) return false;
  return value !== '' && !value.startsWith('$') && !isAbsolute(value);
}

/** @param directory where it lands, `undefined` where a person has to tell where it should */
function mend(dockerfile: Dockerfile, before: Copy | Add, directory: string | undefined): FixOffer<'keep' | 'workdir'> {
  const edits = (): readonly TextEdit[] =>
    insertInstruction(dockerfile, { before }, `${keywordFor(dockerfile, 'WORKDIR')} ${directory ?? suggested}`);
  if (directory !== undefined) return { id: 'keep', edits };
  return { id: 'workdir', edits: () => edits().map(withPlaceholder) };
}

function withPlaceholder(edit: TextEdit): TextEdit {
  const start = edit.newText.indexOf(suggested);
  return { ...edit, placeholders: [{ start, end: start + suggested.length }] };
}
