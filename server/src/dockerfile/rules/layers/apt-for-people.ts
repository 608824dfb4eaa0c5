import type { FixOffer } from '../../../engine/rule';
import type { TextEdit } from '../../../engine/text';
import { aptEquivalents } from '../../../knowledge/apt';
import { splitCommand } from '../../../knowledge/command-options';
import { packageManagerFor } from '../../../knowledge/package-managers';
import { insertAfter, replaceWithin } from '../../edits/argument';
import { familyOf } from '../../model/accounts';
import type { Dockerfile, RunCommand, Stage } from '../../model/dockerfile';
import { runsOf, textIn } from '../../model/lookups';
import { dockerfileRule } from '../../rule';

export default dockerfileRule({
  id: 'apt-for-people',
  chapter: 'layers',
  variants: {
    apt: {
      severity: 'hint',
      equals: ['hadolint/DL3027', 'checkov/CKV_DOCKER_9'],
      message:
        '`{command}` is made for people: options and output of `apt` may change with any release, those of `apt-get` do not',
    },
  },
  fixes: {
    replace: { title: 'Write `{program} {subcommand}`', safety: 'safe' },
  },
  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (!mayHaveApt(stage)) continue;
      for (const command of runsOf(stage).flatMap(({ commands }) => commands)) {
        const at = command.words[0]?.range;
        if (command.name !== 'apt' || at === undefined) continue;
        report({
          variant: 'apt',
          at,
          values: { command: textIn(dockerfile, command.place.command.range) },
          fixes: mends(dockerfile, command),
        });
      }
    }
  },
});

/** `apt` is another program where there is no Debian. */
const mayHaveApt = (stage: Stage): boolean => ['debian', 'ubuntu', 'unknown'].includes(familyOf(stage));

function mends(dockerfile: Dockerfile, { words }: RunCommand): readonly FixOffer<'replace'>[] {
  const [apt] = words;
  const { operands } = splitCommand(
    words.map(({ value }) => value),
    1,
    packageManagerFor('apt')?.syntax,
  );
  const [first] = operands;
  const subcommand = first && words[first.index];
  const equivalent = aptEquivalents.get(subcommand?.value ?? '');
  if (apt?.value === undefined || subcommand?.value === undefined || equivalent === undefined) return [];
  const { program, option, sameOutput } = equivalent;
  const name = replaceWithin(dockerfile, apt, apt.value.length - 'apt'.length, apt.value.length, program);
  const isThere = option === undefined || words.some(({ value }) => value === option);
  const added: readonly TextEdit[] | undefined = isThere ? [] : insertAfter(dockerfile, subcommand, [option]);
  if (name === undefined || added === undefined) return [];
  return [
    {
      id: 'replace',
      values: { program, subcommand: isThere ? subcommand.value : `${subcommand.value} ${option}` },
      safety: sameOutput ? 'safe' : 'behaviour',
      edits: () => [...name, ...added],
    },
  ];
}
