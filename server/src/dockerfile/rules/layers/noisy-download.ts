import { downloaderFor } from '../../../knowledge/downloaders';
import { readOptions } from '../../../shell/options';
import { insertAfter } from '../../edits/argument';
import { familyOf } from '../../model/accounts';
import type { RunCommand, Stage } from '../../model/dockerfile';
import { runsOf, textIn } from '../../model/lookups';
import { packageOperations } from '../../model/packages';
import { chainOf } from '../../model/stage-relations';
import { unknownUnquotedOptions } from '../../model/unknown-options';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'noisy-download',
  chapter: 'layers',
  variants: {
    progress: {
      severity: 'hint',
      equals: ['hadolint/DL3047'],
      message: '`{command}` writes a line of progress into the build log for every 50 kB',
    },
  },
  fixes: {
    quiet: { title: 'Add `-nv`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (isBusyBox(stage)) continue;
      for (const command of runsOf(stage).flatMap(({ commands }) => commands)) {
        const [program] = command.words;
        if (program?.range === undefined || !isWget(command) || showsNoProgress(command)) continue;
        if (unknownUnquotedOptions(dockerfile, command)) continue;
        const edits = insertAfter(dockerfile, program, ['-nv']);
        report({
          variant: 'progress',
          at: program.range,
          values: { command: textIn(dockerfile, command.place.command.range) },
          fixes: edits === undefined ? [] : [{ id: 'quiet', edits: () => edits }],
        });
      }
    }
  },
});

/** Not wget2, which has other options. */
const isWget = ({ name }: RunCommand): boolean => name === 'wget';

/** Options that say how progress is shown, that it goes to a file, or that nothing is fetched. Source: GNU Wget manual. */
const chosen: ReadonlySet<string> = new Set([
  ...['-q', '--quiet', '--no-verbose', '--progress', '--show-progress', '-o', '--output-file', '-a', '--append-output'],
  ...['-b', '--background', '--spider', '-V', '--version', '-h', '--help'],
]);

/** Signatures, checksums and keys are there before there is any progress to show. */
const small = /\.(?:asc|sig|sign|sha\d*|sha\d+sums?|md5|gpg|key|pub|pem|crt|txt|list|sh|json|ya?ml)"?$/i;

function showsNoProgress({ words }: RunCommand): boolean {
  const { options, operands } = readOptions(words, { valued: downloaderFor('wget')?.syntax.valueOptions ?? [] });
  const isChosen = options.some(
    ({ name, value }) => chosen.has(name) || (name === '-n' && value?.includes('v') === true),
  );
  const isSmall = operands.length > 0 && operands.every(({ text }) => small.test(text));
  return (
    isChosen ||
    isSmall ||
    operands.length + options.filter(({ name }) => /^(?:-i|--input-file)$/.test(name)).length === 0
  );
}

/** Whether `wget` is that of BusyBox, which says little and knows no `-nv`. Source: mirror/busybox:networking/wget.c */
function isBusyBox(stage: Stage): boolean {
  const family = familyOf(stage);
  if (family !== 'alpine' && family !== 'busybox') return false;
  return !chainOf(stage)
    .flatMap(runsOf)
    .flatMap(packageOperations)
    .some(
      ({ action, packages }) =>
        action === 'install' && packages.some(({ value }) => /^wget(?:[=<>~].*)?$/.test(value ?? '')),
    );
}
