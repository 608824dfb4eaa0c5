import type { FixOffer } from '../../../engine/rule';
import { type SecretFile, secretFile, secretLabels } from '../../../knowledge/secrets';
import { removeSource } from '../../edits/remove-source';
import type { Add, Copy, Dockerfile, DockerfileWord, Stage } from '../../model/dockerfile';
import { instructionsOrTriggersOf, textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'copied-secret',
  chapter: 'configuration',
  variants: {
    sure: {
      severity: 'warning',
      equals: ['trivy/DS-0031'],
      message: '`{file}` brings {label} into a layer: whoever can pull the image has it, also after a later `rm`',
    },
    likely: {
      severity: 'information',
      equals: ['trivy/DS-0031'],
      message:
        '`{file}` may bring {label} into a layer, where whoever can pull the image finds it, also after a later `rm`',
    },
  },
  fixes: {
    leave: { title: 'Leave `{file}` out of the image', safety: 'behaviour' },
  },
  phrases: { label: secretLabels },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!stage.contributesLayers) continue;
      for (const transfer of [...instructionsOrTriggersOf(stage, 'COPY'), ...instructionsOrTriggersOf(stage, 'ADD')])
        for (const { source, file } of secretsAmong(transfer))
          report({
            variant: file.certainty,
            at: source.range,
            values: { file: source.value, label: file.label },
            fixes: mends(dockerfile, stage, transfer, source),
          });
    }
  },
});

interface SecretSource {
  readonly source: DockerfileWord;
  readonly file: SecretFile;
}

/** The sources that hold secrets by their names; not here-documents and not what comes from the network. */
function secretsAmong({ sources, heredocs }: Copy | Add): readonly SecretSource[] {
  const files = sources.filter(
    ({ value, range }) => !value.includes('://') && !heredocs.some((heredoc) => heredoc.range.start === range.start),
  );
  return files.flatMap((source) => {
    const file = secretFile(source.value.replace(/\/+$/, ''));
    return file === undefined ? [] : [{ source, file }];
  });
}

/** What stands below is looked through for each file, but not in a stage that nobody wrote by hand. */
const farthest = 50_000;

/** A file that something below names would be missed. */
function mends(
  dockerfile: Dockerfile,
  stage: Stage,
  transfer: Copy | Add,
  source: DockerfileWord,
): readonly FixOffer<'leave'>[] {
  const name = source.value.replace(/\/+$/, '').replace(/^.*\//, '');
  const below = textIn(dockerfile, { start: transfer.range.end, end: stage.range.end });
  const edits =
    below.length > farthest || below.includes(name) ? undefined : removeSource(dockerfile, transfer, source);
  return edits === undefined ? [] : [{ id: 'leave', edits: () => edits }];
}
